-- A session that was left idle longer than the authority allows is not made fresh by a page without pupils' names:
-- it would open the pages with them again. 15 minutes where nothing is set, as in lib/organisations/settings.ts.
CREATE OR REPLACE FUNCTION session_actor(given_session uuid, given_slug text, real_today date)
  RETURNS TABLE (authority jsonb, person jsonb, roles jsonb, account_email text, idle_minutes integer, idle_limit integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE found authority%ROWTYPE; whose uuid; mail text; on_day date; idle integer; idle_most integer;
  BEGIN
    SELECT s.account_id, a.email, floor(extract(epoch FROM now() - s.last_seen_at) / 60) INTO whose, mail, idle FROM account_session s JOIN account a ON a.id = s.account_id
     WHERE s.id = given_session AND s.revoked_at IS NULL AND s.expires_at > now();
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
