-- Calendars, the yearly agreements of partnerships with their quota, counting rule, price and signatures.

CREATE TABLE calendar_year (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  academic_year text NOT NULL CHECK (academic_year ~ '^20[0-9]{2}/[0-9]{2}$'),
  label text NOT NULL DEFAULT '',
  -- The authority's own calendar of that year, used where a school or site has none of its own.
  is_default boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, name)
);
CREATE UNIQUE INDEX calendar_year_default ON calendar_year (authority_id, academic_year) WHERE is_default;
SELECT seal_table('calendar_year', 'SELECT, INSERT, UPDATE');

CREATE TABLE calendar_term (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar_year_id uuid NOT NULL,
  name text NOT NULL,
  -- The term of which this is a half; null where it is a term of its own (R10).
  part_of text,
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, calendar_year_id) REFERENCES calendar_year (authority_id, id)
);
CREATE INDEX calendar_term_year ON calendar_term (authority_id, calendar_year_id);
SELECT seal_table('calendar_term', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE calendar_closed_days (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar_year_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inset', 'closure')),
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  reason text NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, calendar_year_id) REFERENCES calendar_year (authority_id, id)
);
CREATE INDEX calendar_closed_days_year ON calendar_closed_days (authority_id, calendar_year_id);
SELECT seal_table('calendar_closed_days', 'SELECT, INSERT, UPDATE, DELETE');

-- A school or a site with a calendar of its own for one academic year.
CREATE TABLE calendar_use (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  calendar_year_id uuid NOT NULL,
  establishment_id uuid,
  site_id uuid,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, calendar_year_id, establishment_id, site_id),
  CHECK (num_nonnulls(establishment_id, site_id) = 1),
  FOREIGN KEY (authority_id, calendar_year_id) REFERENCES calendar_year (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, site_id) REFERENCES site (authority_id, id)
);
SELECT seal_table('calendar_use', 'SELECT, INSERT, DELETE');

CREATE TABLE agreement (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  partnership_id uuid NOT NULL,
  academic_year text NOT NULL CHECK (academic_year ~ '^20[0-9]{2}/[0-9]{2}$'),
  terms_version integer NOT NULL DEFAULT 1 CHECK (terms_version >= 1),
  first_on date NOT NULL,
  last_on date NOT NULL CHECK (last_on >= first_on),
  pool_phase text NOT NULL CHECK (pool_phase IN ('primary', 'secondary')),
  weight_permanent_exclusion integer NOT NULL DEFAULT 10 CHECK (weight_permanent_exclusion BETWEEN 0 AND 10),
  weight_dual_registered integer NOT NULL DEFAULT 10 CHECK (weight_dual_registered BETWEEN 0 AND 10),
  weight_authority_placed integer NOT NULL DEFAULT 0 CHECK (weight_authority_placed BETWEEN 0 AND 10),
  weight_ehc_named integer NOT NULL DEFAULT 0 CHECK (weight_ehc_named BETWEEN 0 AND 10),
  part_time text NOT NULL DEFAULT 'tenths' CHECK (part_time IN ('tenths', 'heads')),
  start_rule text NOT NULL DEFAULT 'first_day_counts' CHECK (start_rule IN ('first_day_counts', 'day_after_counts')),
  end_rule text NOT NULL DEFAULT 'last_day_counts' CHECK (end_rule IN ('last_day_counts', 'last_day_free')),
  measure text NOT NULL CHECK (measure IN ('daily', 'yearly_allowance', 'census_day', 'annual_average')),
  allowance_place_days integer CHECK (allowance_place_days >= 0),
  census_days date[] NOT NULL DEFAULT '{}',
  annual_pence bigint NOT NULL CHECK (annual_pence >= 0),
  basis_days integer NOT NULL CHECK (basis_days > 0),
  payer text NOT NULL CHECK (payer IN ('fund_holder_school', 'excluding_school', 'devolved_pot')),
  fund_holder_id uuid,
  charge_clause text NOT NULL,
  calendar_year_id uuid NOT NULL,
  withhold_unbound_share boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference, terms_version),
  UNIQUE (authority_id, partnership_id, academic_year, terms_version),
  CHECK ((measure = 'yearly_allowance') = (allowance_place_days IS NOT NULL)),
  CHECK ((measure = 'census_day') = (cardinality(census_days) > 0)),
  CHECK ((payer = 'fund_holder_school') = (fund_holder_id IS NOT NULL)),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, fund_holder_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, calendar_year_id) REFERENCES calendar_year (authority_id, id)
);
SELECT seal_table('agreement', 'SELECT, INSERT, UPDATE');

CREATE TABLE agreement_quota (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL,
  places integer NOT NULL CHECK (places >= 0),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, agreement_id) REFERENCES agreement (authority_id, id)
);
CREATE INDEX agreement_quota_agreement ON agreement_quota (authority_id, agreement_id);
SELECT seal_table('agreement_quota', 'SELECT, INSERT, UPDATE');

-- One signature: whether it binds in law, who is the party, from when to when it is in force (R59b).
CREATE TABLE agreement_school (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  agreement_id uuid NOT NULL,
  establishment_id uuid NOT NULL,
  share_weight integer NOT NULL DEFAULT 1 CHECK (share_weight >= 0),
  legally_binding boolean NOT NULL DEFAULT false,
  party text NOT NULL DEFAULT '',
  signatory text NOT NULL DEFAULT '',
  executed_on date,
  in_force_from date,
  in_force_to date,
  document text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, agreement_id, establishment_id),
  CHECK (in_force_to IS NULL OR in_force_to >= in_force_from),
  FOREIGN KEY (authority_id, agreement_id) REFERENCES agreement (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
SELECT seal_table('agreement_school', 'SELECT, INSERT, UPDATE');
