-- A password that an administrator gave opens nothing but the page where its owner chooses another.
ALTER TABLE account ADD COLUMN password_due boolean NOT NULL DEFAULT false;

-- The account behind a live session, also when its password is due; the lock is that of signing in.
CREATE FUNCTION session_account(given_session uuid)
  RETURNS TABLE (email text, password_hash text, password_due boolean, is_locked boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT a.email, a.password_hash, a.password_due,
           (SELECT count(*) >= 5 FROM sign_in_attempt t WHERE t.email = a.email AND t.at > now() - interval '15 minutes')
      FROM account_session s JOIN account a ON a.id = s.account_id
     WHERE s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now()
  $$;

-- The owner of a session sets another password; false when somebody else changed it since it was checked. Other sessions end.
CREATE FUNCTION change_password(given_session uuid, checked_hash text, new_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE whose uuid;
  BEGIN
    UPDATE account a SET password_hash = new_hash, password_due = false FROM account_session s
     WHERE s.id = given_session AND s.account_id = a.id AND s.revoked_at IS NULL AND s.expires_at > now() AND a.password_hash = checked_hash
     RETURNING a.id INTO whose;
    IF whose IS NULL THEN
      RETURN false;
    END IF;
    UPDATE account_session SET revoked_at = now() WHERE account_id = whose AND id <> given_session AND revoked_at IS NULL;
    DELETE FROM sign_in_attempt t USING account a WHERE a.id = whose AND t.email = a.email;
    RETURN true;
  END $$;

-- Everybody of an account: the person in each authority where it has one, with the day of a demonstration.
CREATE FUNCTION people_of_email(given_email text)
  RETURNS TABLE (authority_id text, person_id uuid, demonstration_today date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE one record; standing text := coalesce(current_setting('app.authority_id', true), '');
  BEGIN
    FOR one IN SELECT a.id, a.demonstration_today FROM authority a ORDER BY a.id LOOP
      PERFORM set_config('app.authority_id', one.id, true);
      RETURN QUERY SELECT one.id, p.id, one.demonstration_today FROM person p JOIN account c ON c.id = p.account_id
                    WHERE p.authority_id = one.id AND c.email = lower(given_email);
    END LOOP;
    PERFORM set_config('app.authority_id', standing, true);
  END $$;

-- An administrator gives a person of the authority a new password, which its owner must change. `elsewhere`: the
-- account opens another authority too, and what opens it is not for one authority to set.
CREATE FUNCTION give_password(given_person uuid, new_hash text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE whose uuid; mail text;
  BEGIN
    SELECT a.id, a.email INTO whose, mail FROM person p JOIN account a ON a.id = p.account_id
     WHERE p.id = given_person AND p.authority_id = current_authority();
    IF whose IS NULL THEN
      RETURN 'no_sign_in';
    END IF;
    IF (SELECT count(*) FROM people_of_email(mail)) > 1 THEN
      RETURN 'elsewhere';
    END IF;
    UPDATE account SET password_hash = new_hash, password_due = true WHERE id = whose;
    UPDATE account_session SET revoked_at = now() WHERE account_id = whose AND revoked_at IS NULL;
    DELETE FROM sign_in_attempt WHERE email = mail;
    RETURN 'given';
  END $$;
REVOKE ALL ON FUNCTION session_account(uuid), change_password(uuid, text, text), people_of_email(text), give_password(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_account(uuid), change_password(uuid, text, text), people_of_email(text), give_password(uuid, text) TO fairplace_app;

-- As before, but a session whose password is due is nobody's.
CREATE OR REPLACE FUNCTION session_actor(given_session uuid, given_slug text, real_today date)
  RETURNS TABLE (authority jsonb, person jsonb, roles jsonb, account_email text, idle_minutes integer, idle_limit integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found authority%ROWTYPE; whose uuid; mail text; on_day date; idle integer; idle_most integer;
  BEGIN
    SELECT s.account_id, a.email, floor(extract(epoch FROM now() - s.last_seen_at) / 60) INTO whose, mail, idle FROM account_session s JOIN account a ON a.id = s.account_id
     WHERE s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT a.password_due;
    SELECT * INTO found FROM authority a WHERE a.slug = given_slug;
    IF found.id IS NULL THEN
      RETURN QUERY SELECT NULL::jsonb, NULL::jsonb, '[]'::jsonb, mail, coalesce(idle, 0), NULL::integer;
      RETURN;
    END IF;
    PERFORM set_config('app.authority_id', found.id, true);
    on_day := coalesce(found.demonstration_today, real_today);
    SELECT (s.value #>> '{}')::integer INTO idle_most FROM setting s
     WHERE s.authority_id = found.id AND s.name = 'session_idle_on_pupil_pages' AND s.first_on <= on_day
       AND jsonb_typeof(s.value) = 'number' ORDER BY s.first_on DESC LIMIT 1;
    UPDATE account_session SET last_seen_at = now()
     WHERE id = given_session AND last_seen_at < now() - interval '1 minute' AND coalesce(idle < coalesce(idle_most, 15), false);
    RETURN QUERY
      SELECT to_jsonb(found),
             (SELECT to_jsonb(p) FROM person p WHERE p.authority_id = found.id AND p.account_id = whose),
             coalesce((SELECT jsonb_agg(to_jsonb(r) ORDER BY r.role, r.id) FROM role_assignment r
                         JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id
                        WHERE p.authority_id = found.id AND p.account_id = whose
                          AND r.first_on <= on_day AND (r.last_on IS NULL OR r.last_on >= on_day)), '[]'::jsonb),
             mail, coalesce(idle, 0),
             idle_most;
    PERFORM set_config('app.authority_id', '', true);
  END $$;

CREATE OR REPLACE FUNCTION session_authorities(given_session uuid)
  RETURNS TABLE (slug text, name text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT a.* FROM authority a ORDER BY a.name LOOP
      PERFORM set_config('app.authority_id', one.id, true);
      IF EXISTS (SELECT 1 FROM person p JOIN account_session s ON s.account_id = p.account_id JOIN account c ON c.id = s.account_id AND NOT c.password_due
                  WHERE p.authority_id = one.id AND s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now()) THEN
        slug := one.slug; name := one.name; RETURN NEXT;
      END IF;
    END LOOP;
    PERFORM set_config('app.authority_id', '', true);
  END $$;
