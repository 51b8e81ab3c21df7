-- What the Governance Board reads of a closed month: worked out and put through the disclosure control once, then kept.
-- The true figures and what later reports are checked against stay here, and are never shown.
CREATE TABLE board_close (
  authority_id text NOT NULL REFERENCES authority (id),
  month text NOT NULL,
  -- As the Board reads it.
  content jsonb NOT NULL,
  -- The true figures and how they hang together.
  figures jsonb NOT NULL,
  control jsonb NOT NULL,
  frozen_by uuid NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, month),
  FOREIGN KEY (authority_id, month) REFERENCES ledger_period (authority_id, month),
  FOREIGN KEY (authority_id, frozen_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('board_close', 'SELECT, INSERT');
SELECT keep_for_ever('board_close');

CREATE FUNCTION refuse_close_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('report_version ' || NEW.authority_id));
    IF NOT EXISTS (SELECT 1 FROM ledger_period p WHERE p.authority_id = NEW.authority_id AND p.month = NEW.month AND p.closed_at IS NOT NULL) THEN
      RAISE EXCEPTION 'The figures of a month are frozen once it is closed' USING ERRCODE = 'FP040';
    END IF;
    IF EXISTS (SELECT 1 FROM board_close c WHERE c.authority_id = NEW.authority_id AND c.month > NEW.month) THEN
      RAISE EXCEPTION 'The figures of a later month are frozen already' USING ERRCODE = 'FP040';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER close_in_order AFTER INSERT ON board_close FOR EACH ROW EXECUTE FUNCTION refuse_close_out_of_order();
