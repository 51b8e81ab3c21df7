-- What high-needs places cost: prices, budget, amounts entered by finance, reserves, targets, and what the monitoring
-- group decided. All of it is dated facts that stay: a change is a further entry, and of those from one day on the last entered counts.

-- Places bought are kept like the rest. A change of the number is a further row of the places that come or go.
ALTER TABLE commissioned_places DROP CONSTRAINT commissioned_places_places_check;
ALTER TABLE commissioned_places ADD COLUMN recorded_by uuid;
-- Null: on record before entries had a time.
ALTER TABLE commissioned_places ADD COLUMN recorded_at timestamptz;
ALTER TABLE commissioned_places ADD FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id);
REVOKE UPDATE ON commissioned_places FROM fairplace_app;
SELECT keep_for_ever('commissioned_places');

-- The price of a place that is bought, or of a pupil who is in one, from a day on. No amount (0) ends a price.
CREATE TABLE provider_price (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('place', 'pupil')),
  -- Who pays it. The department pays places at academies and takes them off the authority's grant.
  paid_by text NOT NULL CHECK (paid_by IN ('authority', 'department', 'schools')),
  pence bigint NOT NULL CHECK (pence >= 0),
  per text NOT NULL CHECK (per IN ('year', 'week', 'day')),
  day_rule text NOT NULL CHECK (day_rule IN ('school', 'calendar')),
  -- The days of a year's price: 190 or 195 school days, or 365.
  year_days integer CHECK (year_days BETWEEN 1 AND 366),
  first_on date NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  CHECK (kind <> 'place' OR (per = 'year' AND day_rule = 'calendar')),
  CHECK (kind <> 'pupil' OR paid_by <> 'department'),
  CHECK ((per = 'year' AND kind = 'pupil') = (year_days IS NOT NULL)),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX provider_price_provider ON provider_price (authority_id, provider_id);
SELECT seal_table('provider_price', 'SELECT, INSERT');
SELECT keep_for_ever('provider_price');

CREATE FUNCTION is_spend_line(line text) RETURNS boolean
  LANGUAGE sql IMMUTABLE
  RETURN line IN ('pru_places', 'top_ups', 'ap_academy', 'college', 'independent', 'over_quota_income', 'transport', 'special_schools', 'released_funding');

-- The budget of a line for a financial year. Spend is above zero, income below.
CREATE TABLE budget_entry (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  line text NOT NULL CHECK (is_spend_line(line)),
  year text NOT NULL CHECK (year ~ '^20[0-9]{2}-[0-9]{2}$'),
  pence bigint NOT NULL,
  -- How the months from April share in it.
  profile integer[] NOT NULL DEFAULT '{1,1,1,1,1,1,1,1,1,1,1,1}' CHECK (cardinality(profile) = 12 AND 0 <= ALL (profile) AND 0 < ANY (profile)),
  source text NOT NULL CHECK (source <> ''),
  reason text NOT NULL DEFAULT '',
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX budget_entry_year ON budget_entry (authority_id, year);
SELECT seal_table('budget_entry', 'SELECT, INSERT');
SELECT keep_for_ever('budget_entry');

-- Spend that no placement on record tells, and estimates of months to come. Entries of a line and month add up; one
-- below zero takes back.
CREATE TABLE spend_entry (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  line text NOT NULL CHECK (is_spend_line(line) AND line <> 'over_quota_income'),
  month text NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  kind text NOT NULL CHECK (kind IN ('actual', 'estimate')),
  pence bigint NOT NULL CHECK (pence <> 0),
  source text NOT NULL CHECK (source <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX spend_entry_month ON spend_entry (authority_id, month);
SELECT seal_table('spend_entry', 'SELECT, INSERT');
SELECT keep_for_ever('spend_entry');

-- What a reserve held at either end of a financial year. Below zero is a deficit.
CREATE TABLE reserve_entry (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (name <> ''),
  year text NOT NULL CHECK (year ~ '^20[0-9]{2}-[0-9]{2}$'),
  kind text NOT NULL CHECK (kind IN ('brought_forward', 'carried_forward')),
  pence bigint NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('reserve_entry', 'SELECT, INSERT');
SELECT keep_for_ever('reserve_entry');

-- Spend of a line to bring down in equal yearly steps.
CREATE TABLE spend_target (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  line text NOT NULL CHECK (is_spend_line(line)),
  name text NOT NULL CHECK (name <> ''),
  baseline_pence bigint NOT NULL CHECK (baseline_pence >= 0),
  target_pence bigint NOT NULL CHECK (target_pence >= 0),
  steps_from date NOT NULL CHECK (to_char(steps_from, 'MM-DD') = '04-01'),
  target_on date NOT NULL CHECK (to_char(target_on, 'MM-DD') = '03-31' AND target_on > steps_from),
  source text NOT NULL CHECK (source <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('spend_target', 'SELECT, INSERT');
SELECT keep_for_ever('spend_target');

-- Beside the figures of a month: why a line is off its budget, and what the monitoring group decided.
CREATE TABLE monitor_note (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  month text NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  kind text NOT NULL CHECK (kind IN ('reason', 'decision')),
  line text CHECK (is_spend_line(line)),
  noted_on date NOT NULL,
  who text NOT NULL CHECK (who <> ''),
  words text NOT NULL CHECK (words <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  CHECK (kind <> 'reason' OR line IS NOT NULL),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX monitor_note_month ON monitor_note (authority_id, month);
SELECT seal_table('monitor_note', 'SELECT, INSERT');
SELECT keep_for_ever('monitor_note');
