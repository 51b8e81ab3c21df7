-- What the ledger refuses, whoever writes. Every function names its search path, as in the migration before.

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
