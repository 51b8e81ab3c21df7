-- Places at sites, over-number, closures, placements; and the database's own refusal of one pupil too many.

-- Places of one kind at a site, from a day on until the next row of the kind (the latest recorded wins a day).
CREATE TABLE site_places (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('day6', 'preventative', 'reserve')),
  effective_on date NOT NULL,
  places integer NOT NULL CHECK (places >= 0),
  reason text NOT NULL,
  source text NOT NULL DEFAULT '',
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX site_places_site ON site_places (authority_id, site_id, kind, effective_on);
SELECT seal_table('site_places', 'SELECT, INSERT');
SELECT keep_for_ever('site_places');

-- Days on which a site is shut. They end no placement and free no place.
CREATE TABLE site_closure (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  reason text NOT NULL,
  withdrawn_at timestamptz,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX site_closure_site ON site_closure (authority_id, site_id);
SELECT seal_table('site_closure', 'SELECT, INSERT, UPDATE');

-- Places over number that somebody at the site and an officer authorised.
CREATE TABLE over_number (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('day6', 'preventative', 'reserve')),
  places integer NOT NULL CHECK (places > 0),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  agreed_by_site text NOT NULL,
  authorised_by text NOT NULL,
  reason text NOT NULL,
  source text NOT NULL DEFAULT '',
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX over_number_site ON over_number (authority_id, site_id, kind);
SELECT seal_table('over_number', 'SELECT, INSERT, UPDATE');

-- Places bought for a period, by whom and at what price.
CREATE TABLE commissioned_places (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider_id uuid NOT NULL,
  bought_by text NOT NULL CHECK (bought_by IN ('authority', 'department', 'schools')),
  places integer NOT NULL CHECK (places >= 0),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  annual_pence_per_place bigint CHECK (annual_pence_per_place >= 0),
  source text NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id)
);
SELECT seal_table('commissioned_places', 'SELECT, INSERT, UPDATE');

CREATE TABLE placement (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL DEFAULT 'PL-' || nextval('reference_number'),
  pupil_id uuid NOT NULL,
  referral_id uuid NOT NULL,
  site_id uuid NOT NULL,
  place_kind text NOT NULL CHECK (place_kind IN ('day6', 'preventative', 'reserve')),
  counting_kind text NOT NULL CHECK (counting_kind IN ('permanent_exclusion', 'dual_registered', 'authority_placed', 'ehc_named')),
  attributed_establishment_id uuid,
  share_tenths integer NOT NULL CHECK (share_tenths BETWEEN 1 AND 10),
  planned_first_on date NOT NULL,
  planned_last_on date NOT NULL,
  started_on date,
  left_on date,
  -- The days in the place as known now: actual once known, planned before.
  first_on date NOT NULL GENERATED ALWAYS AS (coalesce(started_on, planned_first_on)) STORED,
  last_on date NOT NULL GENERATED ALWAYS AS (coalesce(left_on, planned_last_on)) STORED,
  state text NOT NULL CHECK (state IN ('proposed', 'accepted', 'concern', 'started', 'not_arrived', 'left', 'cancelled')),
  holds_place boolean NOT NULL GENERATED ALWAYS AS (state <> 'cancelled') STORED,
  reply_by date,
  concern text NOT NULL DEFAULT '',
  transport text NOT NULL DEFAULT 'none' CHECK (transport IN ('none', 'bus_pass', 'minibus', 'taxi')),
  transport_booked_on date,
  parents_told_at timestamptz,
  admission_meeting_on date,
  view_pupil text NOT NULL DEFAULT '',
  view_parent text NOT NULL DEFAULT '',
  why_suits text NOT NULL DEFAULT '',
  late_reason text NOT NULL DEFAULT '',
  where_next text NOT NULL DEFAULT '',
  -- Continues an earlier placement of the same stay after a change of site or share.
  continues_id uuid,
  decided_at timestamptz NOT NULL,
  decided_by uuid,
  import_id uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference),
  CHECK (coalesce(left_on, planned_last_on) >= coalesce(started_on, planned_first_on)),
  CHECK (state NOT IN ('started', 'left') OR started_on IS NOT NULL),
  CHECK ((state = 'left') = (left_on IS NOT NULL)),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, referral_id) REFERENCES referral (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id),
  FOREIGN KEY (authority_id, attributed_establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, continues_id) REFERENCES placement (authority_id, id),
  FOREIGN KEY (authority_id, decided_by) REFERENCES person (authority_id, id)
);
CREATE INDEX placement_site ON placement (authority_id, site_id, first_on, last_on) WHERE holds_place;
CREATE INDEX placement_pupil ON placement (authority_id, pupil_id);
CREATE INDEX placement_referral ON placement (authority_id, referral_id);
CREATE INDEX placement_attributed ON placement (authority_id, attributed_establishment_id);
SELECT seal_table('placement', 'SELECT, INSERT, UPDATE');

-- Every act on a placement with the row before and after it; an undo is a further event.
CREATE TABLE placement_event (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  placement_id uuid NOT NULL,
  act text NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  reason text NOT NULL DEFAULT '',
  undoes_id uuid,
  -- Acts that belong together (a change of site ends one placement and begins another) share a number.
  act_id uuid NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, placement_id) REFERENCES placement (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX placement_event_placement ON placement_event (authority_id, placement_id);
CREATE INDEX placement_event_act ON placement_event (authority_id, act_id);
SELECT seal_table('placement_event', 'SELECT, INSERT');
SELECT keep_for_ever('placement_event');

CREATE TABLE interim_education (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  referral_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('tuition', 'online')),
  provider_name text NOT NULL,
  hours_per_week numeric(4, 1) NOT NULL CHECK (hours_per_week > 0),
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  reason text NOT NULL,
  ended_on date,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, referral_id) REFERENCES referral (authority_id, id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX interim_education_referral ON interim_education (authority_id, referral_id);
SELECT seal_table('interim_education', 'SELECT, INSERT, UPDATE');

-- Places of a kind on a day, authorised over-number included.
CREATE FUNCTION site_places_on(given_authority text, given_site uuid, given_kind text, on_day date) RETURNS bigint
  LANGUAGE sql STABLE
  AS $$
    SELECT coalesce((SELECT p.places FROM site_places p
                      WHERE p.authority_id = given_authority AND p.site_id = given_site AND p.kind = given_kind AND p.effective_on <= on_day
                      ORDER BY p.effective_on DESC, p.entry DESC LIMIT 1), 0)
         + coalesce((SELECT sum(o.places) FROM over_number o
                      WHERE o.authority_id = given_authority AND o.site_id = given_site AND o.kind = given_kind
                        AND o.first_on <= on_day AND (o.last_on IS NULL OR o.last_on >= on_day)), 0)
  $$;

-- The first day from from_day to to_day on which a kind of place at a site is over its number, or null.
-- Use only rises on a first day and places only change on a dated row, so those days suffice.
CREATE FUNCTION site_first_full_day(given_authority text, given_site uuid, given_kind text, from_day date, to_day date) RETURNS date
  LANGUAGE sql STABLE
  AS $$
    WITH taken AS (
      SELECT p.first_on, p.last_on, p.share_tenths FROM placement p
       WHERE p.authority_id = given_authority AND p.site_id = given_site AND p.place_kind = given_kind AND p.holds_place
         AND p.first_on <= to_day AND p.last_on >= from_day
    ), days AS (
      SELECT from_day AS day
      UNION SELECT first_on FROM taken WHERE first_on > from_day
      UNION SELECT effective_on FROM site_places
             WHERE authority_id = given_authority AND site_id = given_site AND kind = given_kind AND effective_on > from_day AND effective_on <= to_day
      UNION SELECT o.first_on FROM over_number o
             WHERE o.authority_id = given_authority AND o.site_id = given_site AND o.kind = given_kind AND o.first_on > from_day AND o.first_on <= to_day
      UNION SELECT o.last_on + 1 FROM over_number o
             WHERE o.authority_id = given_authority AND o.site_id = given_site AND o.kind = given_kind AND o.last_on + 1 > from_day AND o.last_on + 1 <= to_day
    )
    SELECT min(d.day) FROM days d
     WHERE (SELECT coalesce(sum(t.share_tenths), 0) FROM taken t WHERE t.first_on <= d.day AND t.last_on >= d.day)
         > 10 * site_places_on(given_authority, given_site, given_kind, d.day)
  $$;

-- The first day on which a pupil's placements together exceed one whole place, or null.
CREATE FUNCTION pupil_first_double_day(given_authority text, given_pupil uuid, from_day date, to_day date) RETURNS date
  LANGUAGE sql STABLE
  AS $$
    WITH taken AS (
      SELECT p.first_on, p.last_on, p.share_tenths FROM placement p
       WHERE p.authority_id = given_authority AND p.pupil_id = given_pupil AND p.holds_place
         AND p.first_on <= to_day AND p.last_on >= from_day
    )
    SELECT min(d.day) FROM (SELECT from_day AS day UNION SELECT first_on FROM taken WHERE first_on > from_day) d
     WHERE (SELECT sum(t.share_tenths) FROM taken t WHERE t.first_on <= d.day AND t.last_on >= d.day) > 10
  $$;

-- Raising the versions first makes concurrent clients queue on the rows, and fails a stale snapshot (40001),
-- whatever the isolation level and whether or not the client took the application's locks.
CREATE FUNCTION refuse_one_too_many() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  DECLARE day date;
  BEGIN
    IF NOT NEW.holds_place THEN
      RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.holds_place AND OLD.site_id = NEW.site_id AND OLD.place_kind = NEW.place_kind
       AND OLD.pupil_id = NEW.pupil_id AND NEW.share_tenths <= OLD.share_tenths
       AND NEW.first_on >= OLD.first_on AND NEW.last_on <= OLD.last_on THEN
      RETURN NULL;
    END IF;
    UPDATE pupil SET placements_version = placements_version + 1 WHERE authority_id = NEW.authority_id AND id = NEW.pupil_id;
    UPDATE site SET capacity_version = capacity_version + 1 WHERE authority_id = NEW.authority_id AND id = NEW.site_id;
    day := site_first_full_day(NEW.authority_id, NEW.site_id, NEW.place_kind, NEW.first_on, NEW.last_on);
    IF day IS NOT NULL THEN
      RAISE EXCEPTION 'No free place of this kind on %', day
        USING ERRCODE = 'FP010', DETAIL = json_build_object('site', NEW.site_id, 'kind', NEW.place_kind, 'day', day)::text;
    END IF;
    day := pupil_first_double_day(NEW.authority_id, NEW.pupil_id, NEW.first_on, NEW.last_on);
    IF day IS NOT NULL THEN
      RAISE EXCEPTION 'The pupil would have more than one whole place on %', day
        USING ERRCODE = 'FP011', DETAIL = json_build_object('pupil', NEW.pupil_id, 'day', day)::text;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER one_too_many AFTER INSERT OR UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION refuse_one_too_many();

-- A cut below what is taken is refused until pupils move or over-number is authorised.
CREATE FUNCTION refuse_cut_below_taken() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  DECLARE day date;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      -- Both sites: a place over number that moves away is a cut at the site it leaves.
      UPDATE site SET capacity_version = capacity_version + 1 WHERE authority_id = NEW.authority_id AND id IN (OLD.site_id, NEW.site_id);
    ELSE
      UPDATE site SET capacity_version = capacity_version + 1 WHERE authority_id = NEW.authority_id AND id = NEW.site_id;
    END IF;
    day := site_first_full_day(NEW.authority_id, NEW.site_id, NEW.kind,
             CASE TG_TABLE_NAME WHEN 'site_places' THEN (to_jsonb(NEW) ->> 'effective_on')::date ELSE (to_jsonb(NEW) ->> 'first_on')::date END,
             '2199-12-31');
    IF day IS NOT NULL THEN
      RAISE EXCEPTION 'Fewer places than are taken on %', day
        USING ERRCODE = 'FP012', DETAIL = json_build_object('site', NEW.site_id, 'kind', NEW.kind, 'day', day)::text;
    END IF;
    IF TG_TABLE_NAME = 'over_number' AND TG_OP = 'UPDATE' THEN
      day := site_first_full_day(OLD.authority_id, OLD.site_id, OLD.kind, OLD.first_on, coalesce(OLD.last_on, '2199-12-31'));
      IF day IS NOT NULL THEN
        RAISE EXCEPTION 'Fewer places than are taken on %', day
          USING ERRCODE = 'FP012', DETAIL = json_build_object('site', OLD.site_id, 'kind', OLD.kind, 'day', day)::text;
      END IF;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER cut_below_taken AFTER INSERT ON site_places FOR EACH ROW EXECUTE FUNCTION refuse_cut_below_taken();
CREATE TRIGGER cut_below_taken AFTER INSERT OR UPDATE ON over_number FOR EACH ROW EXECUTE FUNCTION refuse_cut_below_taken();
