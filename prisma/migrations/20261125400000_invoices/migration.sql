-- What each payer is asked for, what comes in, and what is taken back: every sum is a double entry of the ledger, these
-- rows say which. Nothing here changes or goes away. Every function names its search path, as the ledger's do.

-- What one payer owes by one transaction of the ledger. Name, number and way are as they were on the day.
CREATE TABLE invoice (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL CHECK (reference ~ '^FP-20[0-9]{2}-[0-9]{2}-[0-9]{4,}$'),
  transaction_id uuid NOT NULL,
  statement_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- A maintained school's by journal, an academy's by invoice.
  way text NOT NULL CHECK (way IN ('journal', 'invoice')),
  payer_name text NOT NULL CHECK (payer_name <> ''),
  payer_number text NOT NULL,
  -- Below zero where a correction gives back.
  pence bigint NOT NULL CHECK (pence <> 0),
  issued_on date NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, reference),
  UNIQUE (authority_id, transaction_id),
  FOREIGN KEY (authority_id, transaction_id) REFERENCES ledger_transaction (authority_id, id),
  FOREIGN KEY (authority_id, statement_id) REFERENCES charge_statement (authority_id, id),
  FOREIGN KEY (authority_id, account_id) REFERENCES ledger_account (authority_id, id)
);
CREATE INDEX invoice_account ON invoice (authority_id, account_id);
SELECT seal_table('invoice', 'SELECT, INSERT');
SELECT keep_for_ever('invoice');

-- A file of payments as it was sent in. It holds references and sums, no pupil.
CREATE TABLE payment_file (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL CHECK (file_name <> ''),
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  content text NOT NULL,
  checked_by uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, checked_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('payment_file', 'SELECT, INSERT');
SELECT keep_for_ever('payment_file');

-- What happens to an invoice after it is issued, in order of entry. What moves money names its transaction.
CREATE TABLE invoice_event (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  invoice_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'credit_asked', 'credit_refused', 'credit_note', 'reversal', 'dispute', 'dispute_settled')),
  -- The day it counts from: the day a payment came in.
  on_day date NOT NULL,
  pence bigint CHECK (pence > 0),
  words text NOT NULL DEFAULT '',
  -- The payer's or the bank's own reference of a payment.
  bank_reference text NOT NULL DEFAULT '',
  transaction_id uuid,
  -- The event it answers: a credit note the request, a reversal what it reverses, a settlement the dispute.
  about_id uuid,
  payment_file_id uuid,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, about_id),
  UNIQUE (authority_id, transaction_id),
  CHECK ((kind IN ('payment', 'credit_note', 'reversal')) = (transaction_id IS NOT NULL)),
  CHECK ((kind IN ('payment', 'credit_asked', 'credit_note', 'reversal')) = (pence IS NOT NULL)),
  CHECK (kind NOT IN ('credit_refused', 'reversal', 'dispute_settled') OR about_id IS NOT NULL),
  CHECK (kind IN ('credit_refused', 'credit_note', 'reversal', 'dispute_settled') OR about_id IS NULL),
  CHECK (kind = 'payment' OR (words <> '' AND bank_reference = '' AND payment_file_id IS NULL)),
  FOREIGN KEY (authority_id, invoice_id) REFERENCES invoice (authority_id, id),
  FOREIGN KEY (authority_id, transaction_id) REFERENCES ledger_transaction (authority_id, id),
  FOREIGN KEY (authority_id, about_id) REFERENCES invoice_event (authority_id, id),
  FOREIGN KEY (authority_id, payment_file_id) REFERENCES payment_file (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX invoice_event_invoice ON invoice_event (authority_id, invoice_id, entry);
CREATE INDEX invoice_event_file ON invoice_event (authority_id, payment_file_id) WHERE payment_file_id IS NOT NULL;
SELECT seal_table('invoice_event', 'SELECT, INSERT');
SELECT keep_for_ever('invoice_event');

-- A file for the finance system, as it was made: a second download has the same bytes.
CREATE TABLE finance_file (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  period_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('journal', 'invoice')),
  number integer NOT NULL CHECK (number > 0),
  cost_code text NOT NULL DEFAULT '',
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  rows integer NOT NULL CHECK (rows > 0),
  pence bigint NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, period_id, way, number),
  FOREIGN KEY (authority_id, period_id) REFERENCES ledger_period (authority_id, id),
  FOREIGN KEY (authority_id, made_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('finance_file', 'SELECT, INSERT');
SELECT keep_for_ever('finance_file');

-- Each transaction goes to the finance system once.
CREATE TABLE finance_file_line (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, transaction_id),
  FOREIGN KEY (authority_id, file_id) REFERENCES finance_file (authority_id, id),
  FOREIGN KEY (authority_id, transaction_id) REFERENCES ledger_transaction (authority_id, id)
);
CREATE INDEX finance_file_line_file ON finance_file_line (authority_id, file_id);
SELECT seal_table('finance_file_line', 'SELECT, INSERT');
SELECT keep_for_ever('finance_file_line');

-- An invoice says what its transaction has at the payer's account.
CREATE FUNCTION refuse_invoice_apart_from_ledger() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF (SELECT sum(e.pence) FROM ledger_entry e WHERE e.authority_id = NEW.authority_id AND e.transaction_id = NEW.transaction_id AND e.account_id = NEW.account_id) IS DISTINCT FROM NEW.pence THEN
      RAISE EXCEPTION 'An invoice is the sum that the ledger has' USING ERRCODE = 'FP024';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER as_ledger AFTER INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION refuse_invoice_apart_from_ledger();

-- What is recorded of money is what the ledger has at the payer's account; what one person asks, another gives.
CREATE FUNCTION refuse_event_apart_from_ledger() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE about invoice_event; moved bigint; asked bigint;
  BEGIN
    IF NEW.about_id IS NOT NULL THEN
      SELECT * INTO about FROM invoice_event v WHERE v.authority_id = NEW.authority_id AND v.id = NEW.about_id;
      IF about.invoice_id IS DISTINCT FROM NEW.invoice_id OR NOT (CASE NEW.kind
           WHEN 'reversal' THEN about.kind IN ('payment', 'credit_note') AND about.pence = NEW.pence
           WHEN 'dispute_settled' THEN about.kind = 'dispute'
           WHEN 'credit_note' THEN about.kind = 'credit_asked' AND about.pence = NEW.pence AND about.recorded_by <> NEW.recorded_by
           ELSE about.kind = 'credit_asked' END) THEN
        RAISE EXCEPTION 'This does not answer what it names' USING ERRCODE = 'FP024';
      END IF;
    END IF;
    IF NEW.transaction_id IS NOT NULL THEN
      SELECT sum(e.pence) INTO moved FROM ledger_entry e JOIN invoice i ON i.authority_id = e.authority_id AND i.account_id = e.account_id
       WHERE e.authority_id = NEW.authority_id AND e.transaction_id = NEW.transaction_id AND i.id = NEW.invoice_id;
      asked := CASE NEW.kind WHEN 'reversal' THEN NEW.pence ELSE -NEW.pence END;
      IF moved IS DISTINCT FROM asked THEN
        RAISE EXCEPTION 'A payment, credit note or reversal is the sum that the ledger has' USING ERRCODE = 'FP024';
      END IF;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER as_ledger AFTER INSERT ON invoice_event FOR EACH ROW EXECUTE FUNCTION refuse_event_apart_from_ledger();
