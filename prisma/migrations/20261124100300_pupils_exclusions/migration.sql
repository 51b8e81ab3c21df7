-- Pupils, their rolls, contacts and markers; permanent exclusions and referrals.
CREATE SEQUENCE reference_number START 1001;
GRANT USAGE ON SEQUENCE reference_number TO fairplace_app;

CREATE TABLE pupil (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL DEFAULT 'PU-' || nextval('reference_number'),
  first_name text NOT NULL,
  last_name text NOT NULL,
  -- Names in lower case without accents, for search.
  search_name text NOT NULL,
  born_on date NOT NULL,
  sex text NOT NULL CHECK (sex IN ('F', 'M')),
  upn text CHECK (length(upn) = 13),
  year_group integer NOT NULL CHECK (year_group BETWEEN 0 AND 13),
  home_authority_code text NOT NULL,
  home_address text NOT NULL DEFAULT '',
  home_postcode text NOT NULL DEFAULT '',
  home_easting integer,
  home_northing integer,
  language text NOT NULL DEFAULT 'English',
  needs_interpreter boolean NOT NULL DEFAULT false,
  sen_provision text NOT NULL DEFAULT 'N' CHECK (sen_provision IN ('N', 'K', 'E')),
  looked_after_by text,
  previously_looked_after boolean NOT NULL DEFAULT false,
  has_social_worker boolean NOT NULL DEFAULT false,
  social_worker_contact text NOT NULL DEFAULT '',
  needs text[] NOT NULL DEFAULT '{}',
  subjects_and_exams text NOT NULL DEFAULT '',
  medical text NOT NULL DEFAULT '',
  -- Raised by every change of one of the pupil's placements, so that the 1.0 check queues up.
  placements_version bigint NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference),
  UNIQUE (authority_id, upn)
);
CREATE INDEX pupil_search ON pupil (authority_id, search_name text_pattern_ops);
SELECT seal_table('pupil', 'SELECT, INSERT, UPDATE');

CREATE TABLE pupil_contact (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_id uuid NOT NULL,
  name text NOT NULL,
  relationship text NOT NULL,
  phone text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  display_order integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id)
);
CREATE INDEX pupil_contact_pupil ON pupil_contact (authority_id, pupil_id);
SELECT seal_table('pupil_contact', 'SELECT, INSERT, UPDATE');

-- Days on a school's roll (R35, R52): main or subsidiary.
CREATE TABLE roll_entry (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_id uuid NOT NULL,
  establishment_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('main', 'subsidiary')),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
CREATE INDEX roll_entry_pupil ON roll_entry (authority_id, pupil_id);
CREATE INDEX roll_entry_establishment ON roll_entry (authority_id, establishment_id);
SELECT seal_table('roll_entry', 'SELECT, INSERT, UPDATE');

-- "Not with" another pupil, "not at" a site. The reason is for officers and the site only.
CREATE TABLE pupil_marker (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('not_with', 'not_at')),
  other_pupil_id uuid,
  site_id uuid,
  reason text NOT NULL,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  PRIMARY KEY (authority_id, id),
  CHECK ((kind = 'not_with') = (other_pupil_id IS NOT NULL)),
  CHECK ((kind = 'not_at') = (site_id IS NOT NULL)),
  CHECK (other_pupil_id IS NULL OR other_pupil_id <> pupil_id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, other_pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id)
);
CREATE INDEX pupil_marker_pupil ON pupil_marker (authority_id, pupil_id);
CREATE INDEX pupil_marker_other ON pupil_marker (authority_id, other_pupil_id);
SELECT seal_table('pupil_marker', 'SELECT, INSERT, UPDATE');

CREATE TABLE permanent_exclusion (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL DEFAULT 'EX-' || nextval('reference_number'),
  pupil_id uuid NOT NULL,
  -- The excluding school: one of ours, or named in words when it lies in another authority.
  establishment_id uuid,
  elsewhere_school text,
  elsewhere_authority_code text,
  excluded_on date NOT NULL,
  -- London wall-clock time; null only for history, which carries no clock.
  excluded_at_time text CHECK (excluded_at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  after_afternoon_began boolean NOT NULL DEFAULT false,
  decided_by text NOT NULL DEFAULT '',
  reason_set text NOT NULL CHECK (reason_set IN ('history', 'A', 'B')),
  reasons text[] NOT NULL,
  home_authority_code text NOT NULL,
  no_exam_left boolean NOT NULL DEFAULT false,
  phase text NOT NULL CHECK (phase IN ('primary', 'secondary')),
  state text NOT NULL DEFAULT 'recorded' CHECK (state IN ('recorded', 'upheld', 'reinstated', 'cancelled')),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  source text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference),
  CHECK (num_nonnulls(establishment_id, elsewhere_school) = 1),
  CHECK ((elsewhere_school IS NULL) = (elsewhere_authority_code IS NULL)),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX permanent_exclusion_pupil ON permanent_exclusion (authority_id, pupil_id);
CREATE INDEX permanent_exclusion_school ON permanent_exclusion (authority_id, establishment_id, excluded_on);
CREATE INDEX permanent_exclusion_day ON permanent_exclusion (authority_id, excluded_on);
SELECT seal_table('permanent_exclusion', 'SELECT, INSERT, UPDATE');

-- What happened to an exclusion: recorded, talked over with the school, upheld, reinstated, cancelled.
CREATE TABLE exclusion_event (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  exclusion_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('recorded', 'challenge', 'upheld', 'reinstated', 'cancelled', 'home_authority_told', 'corrected')),
  happened_on date NOT NULL,
  with_whom text NOT NULL DEFAULT '',
  challenge text NOT NULL DEFAULT '',
  alternatives text NOT NULL DEFAULT '',
  outcome text NOT NULL DEFAULT '',
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, exclusion_id) REFERENCES permanent_exclusion (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX exclusion_event_exclusion ON exclusion_event (authority_id, exclusion_id);
SELECT seal_table('exclusion_event', 'SELECT, INSERT');
SELECT keep_for_ever('exclusion_event');

-- The request for a place: what puts a pupil on the list of pupils waiting.
CREATE TABLE referral (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL DEFAULT 'RF-' || nextval('reference_number'),
  pupil_id uuid NOT NULL,
  route text NOT NULL CHECK (route IN ('permanent_exclusion', 'preventative', 'fair_access', 'ehc_plan', 'medical', 'short_break', 'authority_placed')),
  exclusion_id uuid,
  -- The school whose partnership's quota the place counts to; null when the authority holds the pupil.
  establishment_id uuid,
  received_on date NOT NULL,
  wanted_from date,
  wanted_share_tenths integer NOT NULL DEFAULT 10 CHECK (wanted_share_tenths BETWEEN 1 AND 10),
  asked_for text NOT NULL DEFAULT '',
  needs text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'talking', 'met', 'closed')),
  no_place_note text NOT NULL DEFAULT '',
  next_action text NOT NULL DEFAULT '',
  closed_reason text NOT NULL DEFAULT '',
  closed_on date,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference),
  CHECK ((route = 'permanent_exclusion') = (exclusion_id IS NOT NULL)),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, exclusion_id) REFERENCES permanent_exclusion (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX referral_open ON referral (authority_id, state);
CREATE INDEX referral_pupil ON referral (authority_id, pupil_id);
SELECT seal_table('referral', 'SELECT, INSERT, UPDATE');
