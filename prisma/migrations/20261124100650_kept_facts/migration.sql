-- One number for each authority that becomes another whenever one of its slow facts changes: calendars, agreements,
-- partnerships, schools, sites and settings. A server keeps what it has read of them for as long as the number stands.
-- Numbers come from a sequence, so that one of a transaction that is undone never comes again.
CREATE SEQUENCE facts_number;
CREATE TABLE facts_stamp (
  authority_id text NOT NULL REFERENCES authority (id),
  part text NOT NULL DEFAULT 'all' CHECK (part = 'all'),
  stamp bigint NOT NULL,
  PRIMARY KEY (authority_id, part)
);
SELECT seal_table('facts_stamp', 'SELECT');

CREATE FUNCTION stamp_facts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    INSERT INTO facts_stamp (authority_id, stamp)
    SELECT whose.authority_id, nextval('facts_number') FROM (SELECT DISTINCT authority_id FROM changed) whose
    ON CONFLICT (authority_id, part) DO UPDATE SET stamp = EXCLUDED.stamp;
    RETURN NULL;
  END $$;

CREATE FUNCTION stamp_facts_of_site() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    INSERT INTO facts_stamp (authority_id, stamp) VALUES (NEW.authority_id, nextval('facts_number')) ON CONFLICT (authority_id, part) DO UPDATE SET stamp = EXCLUDED.stamp;
    RETURN NULL;
  END $$;

REVOKE ALL ON FUNCTION stamp_facts(), stamp_facts_of_site() FROM PUBLIC;

DO $$
  DECLARE one text;
  BEGIN
    FOREACH one IN ARRAY ARRAY[
      'calendar_year', 'calendar_term', 'calendar_closed_days', 'calendar_use', 'setting',
      'establishment', 'partnership', 'partnership_member', 'agreement', 'agreement_quota', 'agreement_school',
      'provider', 'site_places', 'site_closure', 'over_number'
    ] LOOP
      EXECUTE format('CREATE TRIGGER stamp_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts()', one);
      EXECUTE format('CREATE TRIGGER stamp_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts()', one);
      EXECUTE format('CREATE TRIGGER stamp_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts()', one);
    END LOOP;
  END $$;

-- A site's row changes with every place that is taken, and then only by the number that orders the takers: no fact.
CREATE TRIGGER stamp_added AFTER INSERT ON site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts();
CREATE TRIGGER stamp_changed AFTER UPDATE ON site FOR EACH ROW WHEN (OLD.capacity_version = NEW.capacity_version) EXECUTE FUNCTION stamp_facts_of_site();
CREATE TRIGGER stamp_removed AFTER DELETE ON site REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts();

-- The locks of a placement in their one order: the pupil, then the sites by id.
CREATE FUNCTION lock_for_placement(given_pupil uuid, given_sites uuid[]) RETURNS void
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM 1 FROM pupil WHERE id = given_pupil FOR UPDATE;
    PERFORM 1 FROM site WHERE id = ANY (given_sites) ORDER BY id FOR UPDATE;
  END $$;
