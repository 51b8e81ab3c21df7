-- Establishments, partnerships with dated members, providers and their sites, people and dated roles.

CREATE TABLE establishment (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  urn text CHECK (urn ~ '^[0-9]{6}$'),
  laestab text CHECK (laestab ~ '^[0-9]{7}$'),
  phase text NOT NULL CHECK (phase IN ('nursery', 'primary', 'secondary', 'all_through', 'special', 'pru', 'other')),
  low_age integer,
  high_age integer,
  town text,
  postcode text,
  easting integer,
  northing integer,
  location_quality text CHECK (location_quality IN ('exact', 'sector', 'district')),
  opened_on date,
  closed_on date,
  roll integer CHECK (roll >= 0),
  roll_on date,
  roll_source text,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, urn)
);
CREATE INDEX establishment_laestab ON establishment (authority_id, laestab);
SELECT seal_table('establishment', 'SELECT, INSERT, UPDATE');

-- The type on a date decides whether a school is maintained or an academy on that date (GIAS type codes, R65a).
CREATE TABLE establishment_type (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  establishment_id uuid NOT NULL,
  type_code text NOT NULL,
  sector text NOT NULL CHECK (sector IN ('maintained', 'academy', 'independent', 'other')),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
CREATE INDEX establishment_type_establishment ON establishment_type (authority_id, establishment_id);
SELECT seal_table('establishment_type', 'SELECT, INSERT, UPDATE');

CREATE TABLE establishment_link (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  predecessor_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  linked_on date,
  source text NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, predecessor_id, successor_id),
  CHECK (predecessor_id <> successor_id),
  FOREIGN KEY (authority_id, predecessor_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, successor_id) REFERENCES establishment (authority_id, id)
);
SELECT seal_table('establishment_link', 'SELECT, INSERT');

CREATE TABLE partnership (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9-]{0,60}$'),
  name text NOT NULL,
  phase text NOT NULL CHECK (phase IN ('primary', 'secondary')),
  devolution_model text NOT NULL DEFAULT 'A' CHECK (devolution_model IN ('A', 'B')),
  display_order integer NOT NULL DEFAULT 0,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, slug)
);
SELECT seal_table('partnership', 'SELECT, INSERT, UPDATE');

CREATE TABLE partnership_member (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  partnership_id uuid NOT NULL,
  establishment_id uuid NOT NULL,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
CREATE INDEX partnership_member_establishment ON partnership_member (authority_id, establishment_id);
CREATE INDEX partnership_member_partnership ON partnership_member (authority_id, partnership_id);
SELECT seal_table('partnership_member', 'SELECT, INSERT, UPDATE');

-- A school is a member of at most one partnership of a phase on a day.
CREATE FUNCTION refuse_second_membership() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM 1 FROM establishment e WHERE e.authority_id = NEW.authority_id AND e.id = NEW.establishment_id FOR UPDATE;
    IF EXISTS (
      SELECT 1 FROM partnership_member m
        JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id
        JOIN partnership q ON q.authority_id = NEW.authority_id AND q.id = NEW.partnership_id
       WHERE m.authority_id = NEW.authority_id AND m.establishment_id = NEW.establishment_id AND m.id <> NEW.id
         AND p.phase = q.phase
         AND daterange(m.first_on, m.last_on, '[]') && daterange(NEW.first_on, NEW.last_on, '[]')
    ) THEN
      RAISE EXCEPTION 'The school is already a member of a partnership of this phase on some of these days' USING ERRCODE = 'FP002';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER one_membership AFTER INSERT OR UPDATE ON partnership_member FOR EACH ROW EXECUTE FUNCTION refuse_second_membership();

CREATE TABLE provider (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pru', 'ap_academy', 'special_school', 'independent', 'unregistered', 'college', 'in_school')),
  establishment_id uuid,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, name),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
SELECT seal_table('provider', 'SELECT, INSERT, UPDATE');

CREATE TABLE site (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider_id uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9-]{0,60}$'),
  name text NOT NULL,
  specialism text NOT NULL DEFAULT '',
  low_year integer NOT NULL CHECK (low_year BETWEEN 0 AND 13),
  high_year integer NOT NULL CHECK (high_year BETWEEN 0 AND 13),
  needs text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  must_agree boolean NOT NULL DEFAULT false,
  counts_to_quota boolean NOT NULL DEFAULT true,
  agreed_pupils integer,
  address text NOT NULL DEFAULT '',
  start_time text NOT NULL DEFAULT '09:00',
  end_time text NOT NULL DEFAULT '15:00',
  contact_name text NOT NULL DEFAULT '',
  contact_phone text NOT NULL DEFAULT '',
  easting integer,
  northing integer,
  location_quality text CHECK (location_quality IN ('exact', 'sector', 'district')),
  opened_on date NOT NULL,
  closed_on date,
  -- Raised by every change of a placement, of places or of over-number, so that checks of capacity queue up.
  capacity_version bigint NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, slug),
  CHECK (low_year <= high_year),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id)
);
SELECT seal_table('site', 'SELECT, INSERT, UPDATE');

CREATE TABLE person (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid REFERENCES account (id),
  name text NOT NULL,
  email text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, email),
  UNIQUE (authority_id, account_id)
);
SELECT seal_table('person', 'SELECT, INSERT, UPDATE');

CREATE TABLE role_assignment (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('placement_officer', 'commissioner', 'finance_officer', 'administrator', 'headteacher',
    'partnership_lead', 'pru_head', 'provider', 'forum_member', 'board_member', 'auditor')),
  establishment_id uuid,
  partnership_id uuid,
  provider_id uuid,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  CHECK ((role = 'headteacher') = (establishment_id IS NOT NULL)),
  CHECK ((role = 'partnership_lead') = (partnership_id IS NOT NULL)),
  CHECK ((role IN ('pru_head', 'provider')) = (provider_id IS NOT NULL)),
  FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id)
);
CREATE INDEX role_assignment_person ON role_assignment (authority_id, person_id);
SELECT seal_table('role_assignment', 'SELECT, INSERT, UPDATE');

-- Who is behind a session in an authority, with the roles in force on its date. One call per request.
CREATE FUNCTION session_actor(given_session uuid, given_slug text, real_today date)
  RETURNS TABLE (authority jsonb, person jsonb, roles jsonb, account_email text, idle_minutes integer, idle_limit integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found authority%ROWTYPE; whose uuid; mail text; on_day date; idle integer;
  BEGIN
    SELECT s.account_id, a.email, floor(extract(epoch FROM now() - s.last_seen_at) / 60) INTO whose, mail, idle FROM account_session s JOIN account a ON a.id = s.account_id
     WHERE s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now();
    UPDATE account_session SET last_seen_at = now() WHERE id = given_session AND last_seen_at < now() - interval '1 minute';
    SELECT * INTO found FROM authority a WHERE a.slug = given_slug;
    IF found.id IS NULL THEN
      RETURN QUERY SELECT NULL::jsonb, NULL::jsonb, '[]'::jsonb, mail, coalesce(idle, 0), NULL::integer;
      RETURN;
    END IF;
    PERFORM set_config('app.authority_id', found.id, true);
    on_day := coalesce(found.demonstration_today, real_today);
    RETURN QUERY
      SELECT to_jsonb(found),
             (SELECT to_jsonb(p) FROM person p WHERE p.authority_id = found.id AND p.account_id = whose),
             coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.role, r.id) FROM role_assignment r
                         JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id
                        WHERE p.authority_id = found.id AND p.account_id = whose
                          AND r.first_on <= on_day AND (r.last_on IS NULL OR r.last_on >= on_day)), '[]'::jsonb),
             mail, coalesce(idle, 0),
             (SELECT (s.value #>> '{}')::integer FROM setting s
               WHERE s.authority_id = found.id AND s.name = 'session_idle_on_pupil_pages' AND s.first_on <= on_day
                 AND jsonb_typeof(s.value) = 'number' ORDER BY s.first_on DESC LIMIT 1);
    PERFORM set_config('app.authority_id', '', true);
  END $$;

-- The authorities in which an account has a role today, for the page after sign-in.
CREATE FUNCTION session_authorities(given_session uuid)
  RETURNS TABLE (slug text, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT a.* FROM authority a ORDER BY a.name LOOP
      PERFORM set_config('app.authority_id', one.id, true);
      IF EXISTS (SELECT 1 FROM person p JOIN account_session s ON s.account_id = p.account_id
                  WHERE p.authority_id = one.id AND s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now()) THEN
        slug := one.slug; name := one.name; RETURN NEXT;
      END IF;
    END LOOP;
    PERFORM set_config('app.authority_id', '', true);
  END $$;

-- An administrator gives somebody a sign-in: the account is made or found by its address, never read back.
CREATE FUNCTION account_for_email(given_email text, given_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found uuid;
  BEGIN
    INSERT INTO account (email, password_hash) VALUES (lower(given_email), given_hash) ON CONFLICT (email) DO NOTHING;
    SELECT id INTO found FROM account WHERE email = lower(given_email);
    RETURN found;
  END $$;
REVOKE ALL ON FUNCTION session_actor(uuid, text, date), session_authorities(uuid), account_for_email(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_actor(uuid, text, date), session_authorities(uuid), account_for_email(text, text) TO fairplace_app;
