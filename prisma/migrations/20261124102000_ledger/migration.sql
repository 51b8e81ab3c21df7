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

-- A period opens after every closed one and opens open.
CREATE FUNCTION refuse_period_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ledger_period ' || NEW.authority_id));
    IF NEW.closed_at IS NOT NULL OR EXISTS (
      SELECT 1 FROM ledger_period p WHERE p.authority_id = NEW.authority_id AND p.month > NEW.month AND p.closed_at IS NOT NULL
    ) THEN
      RAISE EXCEPTION 'A month opens open, and after every month that is closed' USING ERRCODE = 'FP020';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER period_in_order AFTER INSERT ON ledger_period FOR EACH ROW EXECUTE FUNCTION refuse_period_out_of_order();

-- A period changes once: it closes, after its run is posted and every month before it is closed.
CREATE FUNCTION refuse_period_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'A ledger period is kept, and a closed one never changes' USING ERRCODE = 'FP020';
    END IF;
    IF (NEW.authority_id, NEW.id, NEW.month, NEW.first_on, NEW.last_on) IS DISTINCT FROM (OLD.authority_id, OLD.id, OLD.month, OLD.first_on, OLD.last_on) THEN
      RAISE EXCEPTION 'The days of a ledger period never change' USING ERRCODE = 'FP020';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ledger_period ' || NEW.authority_id));
    IF NEW.closed_at IS NOT NULL AND (
      EXISTS (SELECT 1 FROM ledger_period p WHERE p.authority_id = NEW.authority_id AND p.month < NEW.month AND p.closed_at IS NULL)
      OR NOT EXISTS (SELECT 1 FROM charge_run r WHERE r.authority_id = NEW.authority_id AND r.period_id = NEW.id AND r.state = 'posted')
    ) THEN
      RAISE EXCEPTION 'A month closes once its charge is posted and every month before it is closed' USING ERRCODE = 'FP022';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER period_kept BEFORE UPDATE OR DELETE ON ledger_period FOR EACH ROW EXECUTE FUNCTION refuse_period_change();
CREATE TRIGGER period_kept_whole BEFORE TRUNCATE ON ledger_period FOR EACH STATEMENT EXECUTE FUNCTION refuse_period_change();

-- Nothing comes into a closed period. The row of the period is held, so that it cannot close meanwhile.
CREATE FUNCTION refuse_closed_period() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE is_open boolean;
  BEGIN
    SELECT p.closed_at IS NULL INTO is_open FROM ledger_period p WHERE p.authority_id = NEW.authority_id AND p.id = NEW.period_id FOR SHARE;
    IF is_open IS NOT TRUE THEN
      RAISE EXCEPTION 'The ledger period is closed' USING ERRCODE = 'FP020';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER period_open AFTER INSERT ON ledger_transaction FOR EACH ROW EXECUTE FUNCTION refuse_closed_period();
CREATE TRIGGER period_open AFTER INSERT OR UPDATE ON charge_run FOR EACH ROW EXECUTE FUNCTION refuse_closed_period();

-- A posted run never changes, and no run goes away.
CREATE FUNCTION refuse_run_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.state = 'posted' OR (NEW.authority_id, NEW.id, NEW.period_id) IS DISTINCT FROM (OLD.authority_id, OLD.id, OLD.period_id) THEN
      RAISE EXCEPTION 'A charge run is kept, and a posted one never changes' USING ERRCODE = 'FP021';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER run_kept BEFORE UPDATE OR DELETE ON charge_run FOR EACH ROW EXECUTE FUNCTION refuse_run_change();
CREATE TRIGGER run_kept_whole BEFORE TRUNCATE ON charge_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_run_change();

-- Lines and statements belong to a run that is still a draft. The row of the run is held, so that it is not posted meanwhile.
CREATE FUNCTION refuse_unless_draft() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE is_draft boolean;
  BEGIN
    SELECT r.state = 'draft' INTO is_draft FROM charge_run r WHERE r.authority_id = NEW.authority_id AND r.id = NEW.run_id FOR SHARE;
    IF is_draft IS NOT TRUE THEN
      RAISE EXCEPTION 'The charge run is posted' USING ERRCODE = 'FP021';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER run_is_draft AFTER INSERT ON charge_line FOR EACH ROW EXECUTE FUNCTION refuse_unless_draft();
CREATE TRIGGER run_is_draft AFTER INSERT OR UPDATE ON charge_statement FOR EACH ROW EXECUTE FUNCTION refuse_unless_draft();
SELECT keep_rows('charge_statement');

-- A query is raised on a draft and answered once.
CREATE FUNCTION refuse_query_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.answer IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM charge_statement s JOIN charge_run r ON r.authority_id = s.authority_id AND r.id = s.run_id AND r.state = 'draft'
         WHERE s.authority_id = NEW.authority_id AND s.id = NEW.statement_id FOR SHARE OF r
      ) THEN
        RAISE EXCEPTION 'A query is raised on a draft statement' USING ERRCODE = 'FP021';
      END IF;
      RETURN NULL;
    END IF;
    IF OLD.answer IS NOT NULL OR (NEW.authority_id, NEW.id, NEW.statement_id, NEW.placement_id, NEW.words, NEW.raised_by, NEW.raised_at)
         IS DISTINCT FROM (OLD.authority_id, OLD.id, OLD.statement_id, OLD.placement_id, OLD.words, OLD.raised_by, OLD.raised_at) THEN
      RAISE EXCEPTION 'A query stays as it was raised, and is answered once' USING ERRCODE = 'FP021';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER query_on_draft AFTER INSERT ON statement_query FOR EACH ROW EXECUTE FUNCTION refuse_query_change();
CREATE TRIGGER query_kept BEFORE UPDATE ON statement_query FOR EACH ROW EXECUTE FUNCTION refuse_query_change();
SELECT keep_rows('statement_query');

-- An entry comes with its transaction.
CREATE FUNCTION refuse_later_entry() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT 1 FROM ledger_transaction t
       WHERE t.authority_id = NEW.authority_id AND t.id = NEW.transaction_id AND t.written_in = pg_current_xact_id()::text::bigint
    ) THEN
      RAISE EXCEPTION 'A ledger transaction takes no further entry' USING ERRCODE = 'FP023';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER with_transaction AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_later_entry();

-- At the end of the database transaction, or when a client asks earlier: at least two entries, and in all nothing.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE whose uuid; entries integer; pence_in_all numeric;
  BEGIN
    -- To a client that names another authority before it commits there are no entries: that is refused as well.
    whose := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN (to_jsonb(NEW) ->> 'transaction_id')::uuid ELSE NEW.id END;
    SELECT count(*), sum(e.pence) INTO entries, pence_in_all FROM ledger_entry e WHERE e.authority_id = NEW.authority_id AND e.transaction_id = whose;
    IF entries < 2 OR pence_in_all <> 0 THEN
      RAISE EXCEPTION 'The entries of a ledger transaction sum to nothing' USING ERRCODE = 'FP023';
    END IF;
    RETURN NULL;
  END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_transaction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced();
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced();
