-- The monthly charge and its ledger. Months close one after the other and never open again; what is in the ledger stays;
-- the entries of a transaction sum to nothing. All of it is refused here again, whoever writes.
-- Every function names its search path: a client's temporary table of the same name is not looked at.

-- Rows that may change but never go away.
CREATE FUNCTION refuse_removal() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    RAISE EXCEPTION '% is kept: nothing is taken away', TG_TABLE_NAME USING ERRCODE = 'FP001';
  END $$;
CREATE FUNCTION keep_rows(table_name regclass) RETURNS void
  LANGUAGE plpgsql
  AS $$
  BEGIN
    EXECUTE format('CREATE TRIGGER keep_rows BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_removal()', table_name);
    EXECUTE format('CREATE TRIGGER keep_rows_whole BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal()', table_name);
  END $$;
REVOKE ALL ON FUNCTION keep_rows(regclass) FROM PUBLIC;

-- Whose money it is. Amounts are signed: above zero is owed by the account (debit), below zero is owed to it (credit).
CREATE TABLE ledger_account (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('over_quota_income', 'payer', 'devolved_pot', 'provider', 'bank', 'credit')),
  partnership_id uuid,
  establishment_id uuid,
  provider_id uuid,
  PRIMARY KEY (authority_id, id),
  UNIQUE NULLS NOT DISTINCT (authority_id, kind, partnership_id, establishment_id, provider_id),
  CHECK ((kind IN ('over_quota_income', 'devolved_pot')) = (partnership_id IS NOT NULL)),
  CHECK (kind <> 'payer' OR establishment_id IS NOT NULL),
  CHECK (establishment_id IS NULL OR kind IN ('payer', 'credit')),
  CHECK ((kind = 'provider') = (provider_id IS NOT NULL)),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id)
);
SELECT seal_table('ledger_account', 'SELECT, INSERT');
SELECT keep_for_ever('ledger_account');

CREATE TABLE ledger_period (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  month text NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  first_on date NOT NULL,
  last_on date NOT NULL,
  closed_at timestamptz,
  closed_by uuid,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, month),
  CHECK (first_on = make_date(left(month, 4)::integer, right(month, 2)::integer, 1)),
  CHECK (last_on = (first_on + interval '1 month' - interval '1 day')::date),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  FOREIGN KEY (authority_id, closed_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('ledger_period', 'SELECT, INSERT');
GRANT UPDATE (closed_at, closed_by) ON ledger_period TO fairplace_app;

-- One run for a month. `draft` counts the drawings-up: the lines of the last one are the run's.
CREATE TABLE charge_run (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  period_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'posted')),
  draft integer NOT NULL DEFAULT 0 CHECK (draft >= 0),
  lines_hash text NOT NULL DEFAULT '',
  drafted_at timestamptz NOT NULL,
  drafted_by uuid NOT NULL,
  -- The last day on which a partnership may query a line.
  draft_until date NOT NULL,
  -- From the authority's limit on, another person than the one who drew it up posts.
  needs_second boolean NOT NULL DEFAULT false,
  posted_at timestamptz,
  posted_by uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, period_id),
  CHECK ((state = 'posted') = (posted_at IS NOT NULL) AND (state = 'posted') = (posted_by IS NOT NULL)),
  CONSTRAINT charge_run_two_people CHECK (state <> 'posted' OR NOT needs_second OR posted_by <> drafted_by),
  FOREIGN KEY (authority_id, period_id) REFERENCES ledger_period (authority_id, id),
  FOREIGN KEY (authority_id, drafted_by) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, posted_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('charge_run', 'SELECT, INSERT');
GRANT UPDATE (state, draft, lines_hash, drafted_at, drafted_by, draft_until, needs_second, posted_at, posted_by, version) ON charge_run TO fairplace_app;

-- What one partnership is sent for a month. `terms` keeps price, quota, counting and payer as they were: later corrections
-- of the month are at these.
CREATE TABLE charge_statement (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  run_id uuid NOT NULL,
  partnership_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  agreement_version integer NOT NULL,
  terms jsonb NOT NULL,
  number text NOT NULL,
  sent_on date NOT NULL,
  reply_by date NOT NULL CHECK (reply_by >= sent_on),
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, run_id, partnership_id),
  UNIQUE (authority_id, number),
  FOREIGN KEY (authority_id, run_id) REFERENCES charge_run (authority_id, id),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, agreement_id) REFERENCES agreement (authority_id, id)
);
SELECT seal_table('charge_statement', 'SELECT, INSERT');
GRANT UPDATE (agreement_id, agreement_version, terms, sent_on, reply_by) ON charge_statement TO fairplace_app;

-- One placement's part of one school day, for one payer; or, without an amount, why a day is not charged.
CREATE TABLE charge_line (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  run_id uuid NOT NULL,
  draft integer NOT NULL,
  partnership_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  agreement_version integer NOT NULL,
  payer_account_id uuid,
  placement_id uuid NOT NULL,
  establishment_id uuid,
  kind text NOT NULL CHECK (kind IN ('charge', 'correction', 'zero')),
  -- The month that the day belongs to: an earlier one for a correction.
  concerns_month text NOT NULL,
  day date NOT NULL,
  tenths integer NOT NULL,
  pence bigint NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE NULLS NOT DISTINCT (authority_id, run_id, draft, placement_id, day, payer_account_id, kind),
  CHECK (make_date(left(concerns_month, 4)::integer, right(concerns_month, 2)::integer, 1) = date_trunc('month', day::timestamp)::date),
  CHECK ((kind = 'zero') = (payer_account_id IS NULL)),
  CHECK (kind <> 'charge' OR (tenths > 0 AND pence >= 0)),
  CHECK (kind <> 'zero' OR (tenths = 0 AND pence = 0)),
  CHECK (reason <> ''),
  FOREIGN KEY (authority_id, run_id) REFERENCES charge_run (authority_id, id),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, agreement_id) REFERENCES agreement (authority_id, id),
  FOREIGN KEY (authority_id, payer_account_id) REFERENCES ledger_account (authority_id, id),
  FOREIGN KEY (authority_id, placement_id) REFERENCES placement (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
CREATE INDEX charge_line_run ON charge_line (authority_id, run_id, draft, partnership_id);
SELECT seal_table('charge_line', 'SELECT, INSERT');
SELECT keep_for_ever('charge_line');

-- A chair's question about one placement's lines on a statement. It holds them back until it is answered.
CREATE TABLE statement_query (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  statement_id uuid NOT NULL,
  placement_id uuid NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  raised_by uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  -- Who answers.
  owner_id uuid NOT NULL,
  answer text CHECK (answer IN ('upheld', 'refused')),
  answer_words text NOT NULL DEFAULT '',
  -- The lines that the answer is about, as days and amounts: lines drawn up afresh are not held back by it.
  answered_lines text NOT NULL DEFAULT '',
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answer_words = '')),
  FOREIGN KEY (authority_id, statement_id) REFERENCES charge_statement (authority_id, id),
  FOREIGN KEY (authority_id, placement_id) REFERENCES placement (authority_id, id),
  FOREIGN KEY (authority_id, raised_by) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, owner_id) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, answered_by) REFERENCES person (authority_id, id)
);
CREATE UNIQUE INDEX statement_query_one_open ON statement_query (authority_id, statement_id, placement_id) WHERE answer IS NULL;
SELECT seal_table('statement_query', 'SELECT, INSERT');
GRANT UPDATE (owner_id, answer, answer_words, answered_lines, answered_by, answered_at, version) ON statement_query TO fairplace_app;

CREATE TABLE ledger_transaction (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  period_id uuid NOT NULL,
  -- What it records, once: `charge CS-2026-03-south payer:...`.
  business_key text NOT NULL,
  statement_id uuid,
  query_id uuid,
  words text NOT NULL,
  posted_by uuid NOT NULL,
  posted_at timestamptz NOT NULL,
  -- The database transaction that wrote it: its entries come with it and none after.
  written_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, business_key),
  FOREIGN KEY (authority_id, period_id) REFERENCES ledger_period (authority_id, id),
  FOREIGN KEY (authority_id, statement_id) REFERENCES charge_statement (authority_id, id),
  FOREIGN KEY (authority_id, query_id) REFERENCES statement_query (authority_id, id),
  FOREIGN KEY (authority_id, posted_by) REFERENCES person (authority_id, id)
);
CREATE INDEX ledger_transaction_period ON ledger_transaction (authority_id, period_id);
SELECT seal_table('ledger_transaction', 'SELECT, INSERT');
SELECT keep_for_ever('ledger_transaction');

CREATE TABLE ledger_entry (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  transaction_id uuid NOT NULL,
  account_id uuid NOT NULL,
  pence bigint NOT NULL CHECK (pence <> 0),
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, transaction_id) REFERENCES ledger_transaction (authority_id, id),
  FOREIGN KEY (authority_id, account_id) REFERENCES ledger_account (authority_id, id)
);
CREATE INDEX ledger_entry_transaction ON ledger_entry (authority_id, transaction_id);
CREATE INDEX ledger_entry_account ON ledger_entry (authority_id, account_id);
SELECT seal_table('ledger_entry', 'SELECT, INSERT');
SELECT keep_for_ever('ledger_entry');
