-- Platform: authorities, sign-in, and the two tools every later table uses (seal and append-only).
-- The application connects as fairplace_app, which owns nothing and cannot bypass row-level security.

-- The authority of the running transaction. A reused connection holds '' after a transaction, hence nullif.
CREATE FUNCTION current_authority() RETURNS text
  LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.authority_id', true), '') $$;

-- Seals an authority-owned table: forced row-level security on authority_id, and only the rights named.
CREATE FUNCTION seal_table(table_name regclass, rights text) RETURNS void
  LANGUAGE plpgsql
  AS $$
  BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY own_authority ON %s USING (authority_id = current_authority()) WITH CHECK (authority_id = current_authority())', table_name);
    EXECUTE format('GRANT %s ON %s TO fairplace_app', rights, table_name);
  END $$;

CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only: add a further entry instead', TG_TABLE_NAME USING ERRCODE = 'FP001';
  END $$;

-- Makes a table append-only for every role, the owner included.
CREATE FUNCTION keep_for_ever(table_name regclass) RETURNS void
  LANGUAGE plpgsql
  AS $$
  BEGIN
    EXECUTE format('CREATE TRIGGER keep_for_ever BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', table_name);
    EXECUTE format('CREATE TRIGGER keep_whole BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', table_name);
  END $$;

CREATE TABLE authority (
  id text PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text NOT NULL,
  council_name text NOT NULL,
  la_code text NOT NULL CHECK (la_code ~ '^[0-9A-Z]{3,8}$'),
  contact_email text NOT NULL,
  theme jsonb NOT NULL DEFAULT '{}',
  is_demonstration boolean NOT NULL DEFAULT false,
  -- The demonstration's date; null uses the real clock.
  demonstration_today date,
  CHECK (demonstration_today IS NULL OR is_demonstration)
);
ALTER TABLE authority ENABLE ROW LEVEL SECURITY;
ALTER TABLE authority FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON authority FOR SELECT USING (true);
CREATE POLICY own_authority ON authority FOR UPDATE USING (id = current_authority()) WITH CHECK (id = current_authority());
CREATE POLICY new_authority ON authority FOR INSERT WITH CHECK (id = current_authority());
GRANT SELECT ON authority TO fairplace_app, fairplace_public;
GRANT UPDATE (demonstration_today, theme, contact_email) ON authority TO fairplace_app;

-- England's local authorities, for home authorities (R24).
CREATE TABLE local_authority (
  code text PRIMARY KEY,
  name text NOT NULL
);
GRANT SELECT ON local_authority TO fairplace_app;

-- Accounts and sessions: reached only through the functions below, never as tables.
CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE account_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX account_session_account ON account_session (account_id);

CREATE TABLE sign_in_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email, at);

-- What sign-in needs to check a password; at most five wrong tries in fifteen minutes.
CREATE FUNCTION sign_in_lookup(given_email text)
  RETURNS TABLE (account_id uuid, password_hash text, is_locked boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT a.id, a.password_hash,
           (SELECT count(*) >= 5 FROM sign_in_attempt t
             WHERE t.email = lower(given_email) AND t.at > now() - interval '15 minutes')
      FROM (SELECT 1) one LEFT JOIN account a ON a.email = lower(given_email)
  $$;

CREATE FUNCTION sign_in_failed(given_email text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ INSERT INTO sign_in_attempt (email) VALUES (lower(given_email)) $$;

CREATE FUNCTION sign_in_succeeded(given_account uuid, hours integer) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE new_id uuid;
  BEGIN
    DELETE FROM sign_in_attempt t USING account a WHERE a.id = given_account AND t.email = a.email;
    INSERT INTO account_session (account_id, expires_at)
      VALUES (given_account, now() + make_interval(hours => hours)) RETURNING id INTO new_id;
    RETURN new_id;
  END $$;

CREATE FUNCTION sign_out(given_session uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ UPDATE account_session SET revoked_at = now() WHERE id = given_session AND revoked_at IS NULL $$;

REVOKE ALL ON FUNCTION sign_in_lookup(text), sign_in_failed(text), sign_in_succeeded(uuid, integer), sign_out(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sign_in_lookup(text), sign_in_failed(text), sign_in_succeeded(uuid, integer), sign_out(uuid) TO fairplace_app;
REVOKE ALL ON FUNCTION seal_table(regclass, text), keep_for_ever(regclass) FROM PUBLIC;
