-- Use is noted to five seconds, and a session counts as idle half a minute later than the note says, so that it never
-- ends before the time allowed: the browser counts from when the page had come, and ends the session at that time. Of several entries of a setting for one day the last counts.
CREATE OR REPLACE FUNCTION session_actor(given_session uuid, given_slug text, real_today date)
  RETURNS TABLE (authority jsonb, person jsonb, roles jsonb, account_email text, idle_minutes integer, idle_limit integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found authority%ROWTYPE; whose uuid; mail text; on_day date; idle integer; idle_most integer;
  BEGIN
    SELECT s.account_id, a.email, floor(extract(epoch FROM now() - s.last_seen_at - interval '30 seconds') / 60) INTO whose, mail, idle FROM account_session s JOIN account a ON a.id = s.account_id
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
       AND jsonb_typeof(s.value) = 'number' ORDER BY s.first_on DESC, s.entry DESC LIMIT 1;
    UPDATE account_session SET last_seen_at = now()
     WHERE id = given_session AND last_seen_at < now() - interval '5 seconds' AND coalesce(idle < coalesce(idle_most, 15), false);
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

-- A password that comes with a new sign-in must be changed at once, as one given later. An address that signs in
-- already keeps its password.
CREATE OR REPLACE FUNCTION account_for_email(given_email text, given_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found uuid;
  BEGIN
    INSERT INTO account (email, password_hash, password_due) VALUES (lower(given_email), given_hash, true) ON CONFLICT (email) DO NOTHING;
    SELECT id INTO found FROM account WHERE email = lower(given_email);
    RETURN found;
  END $$;

-- An administrator gives a person of the authority a new password, which its owner must change. Who sets a password
-- could use it: so it opens this authority only. Wherever else the account opened an authority, the person there has no
-- sign-in from now on until an administrator of that authority gives it again, and the audit there says so.
CREATE OR REPLACE FUNCTION give_password(given_person uuid, new_hash text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE whose uuid; mail text; here text := current_authority(); one record; closed integer := 0;
  BEGIN
    SELECT a.id, a.email INTO whose, mail FROM person p JOIN account a ON a.id = p.account_id
     WHERE p.id = given_person AND p.authority_id = here;
    IF whose IS NULL THEN
      RETURN 'no_sign_in';
    END IF;
    UPDATE account SET password_hash = new_hash, password_due = true WHERE id = whose;
    UPDATE account_session SET revoked_at = now() WHERE account_id = whose AND revoked_at IS NULL;
    DELETE FROM sign_in_attempt WHERE email = mail;
    FOR one IN SELECT o.* FROM people_of_email(mail) o WHERE o.authority_id <> here LOOP
      PERFORM set_config('app.authority_id', one.authority_id, true);
      UPDATE person SET account_id = NULL, version = version + 1 WHERE authority_id = one.authority_id AND id = one.person_id;
      INSERT INTO audit_event (authority_id, at, act, outcome, subject_kind, subject_id, before, after)
      VALUES (one.authority_id,
              coalesce((one.demonstration_today + (now() AT TIME ZONE 'Europe/London')::time) AT TIME ZONE 'Europe/London', now()),
              'person.give_password', 'done', 'person', one.person_id, '{"signIn": true}', '{"signIn": false, "passwordGivenElsewhere": true}');
      closed := closed + 1;
    END LOOP;
    PERFORM set_config('app.authority_id', here, true);
    RETURN CASE WHEN closed > 0 THEN 'given_here_only' ELSE 'given' END;
  END $$;
