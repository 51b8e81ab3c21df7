-- Academy trusts: with their schools by day, as payers of an agreement, and as whom an academy's invoice is addressed to.

CREATE TABLE trust (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9-]{0,60}$'),
  name text NOT NULL CHECK (name <> ''),
  company_number text CHECK (company_number ~ '^[A-Z0-9]{8}$'),
  -- Where its invoices go, as it stands on them.
  address text NOT NULL CHECK (address <> ''),
  -- Its number in the finance system.
  customer_number text NOT NULL CHECK (customer_number <> ''),
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, slug),
  UNIQUE (authority_id, name)
);
SELECT seal_table('trust', 'SELECT, INSERT, UPDATE');

CREATE TABLE trust_member (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  trust_id uuid NOT NULL,
  establishment_id uuid NOT NULL,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, trust_id) REFERENCES trust (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id)
);
CREATE INDEX trust_member_establishment ON trust_member (authority_id, establishment_id);
CREATE INDEX trust_member_trust ON trust_member (authority_id, trust_id);
SELECT seal_table('trust_member', 'SELECT, INSERT, UPDATE');

-- A school is in one trust on a day, and only on days on which it is an academy and the trust exists.
CREATE FUNCTION refuse_wrong_trust() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE days daterange := daterange(NEW.first_on, NEW.last_on, '[]');
  BEGIN
    PERFORM 1 FROM establishment e WHERE e.authority_id = NEW.authority_id AND e.id = NEW.establishment_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM trust_member m
                WHERE m.authority_id = NEW.authority_id AND m.establishment_id = NEW.establishment_id AND m.id <> NEW.id AND daterange(m.first_on, m.last_on, '[]') && days) THEN
      RAISE EXCEPTION 'The school is already in a trust on some of these days' USING ERRCODE = 'FP002';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM trust t WHERE t.authority_id = NEW.authority_id AND t.id = NEW.trust_id AND daterange(t.first_on, t.last_on, '[]') @> days) THEN
      RAISE EXCEPTION 'The trust does not exist on all of these days' USING ERRCODE = 'FP003';
    END IF;
    IF NOT coalesce((SELECT range_agg(daterange(t.first_on, t.last_on, '[]')) @> days FROM establishment_type t
                      WHERE t.authority_id = NEW.authority_id AND t.establishment_id = NEW.establishment_id AND t.sector = 'academy'), false) THEN
      RAISE EXCEPTION 'The school is not an academy on all of these days' USING ERRCODE = 'FP003';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER one_trust AFTER INSERT OR UPDATE ON trust_member FOR EACH ROW EXECUTE FUNCTION refuse_wrong_trust();

CREATE FUNCTION refuse_trust_without_its_schools() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM trust_member m WHERE m.authority_id = NEW.authority_id AND m.trust_id = NEW.id
                AND NOT daterange(NEW.first_on, NEW.last_on, '[]') @> daterange(m.first_on, m.last_on, '[]')) THEN
      RAISE EXCEPTION 'A school is in the trust on a day on which it does not exist' USING ERRCODE = 'FP003';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER holds_its_schools AFTER UPDATE ON trust FOR EACH ROW EXECUTE FUNCTION refuse_trust_without_its_schools();

-- The trust's name is kept with the agreements that it pays for.
CREATE TRIGGER stamp_added AFTER INSERT ON trust REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts();
CREATE TRIGGER stamp_changed AFTER UPDATE ON trust REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts();
CREATE TRIGGER stamp_removed AFTER DELETE ON trust REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_facts();

ALTER TABLE agreement ADD COLUMN fund_holder_trust_id uuid;
ALTER TABLE agreement DROP CONSTRAINT agreement_payer_check;
ALTER TABLE agreement
  ADD CONSTRAINT agreement_payer_check CHECK (payer IN ('fund_holder_school', 'fund_holder_trust', 'excluding_school', 'devolved_pot')),
  ADD CONSTRAINT agreement_payer_trust CHECK ((payer = 'fund_holder_trust') = (fund_holder_trust_id IS NOT NULL)),
  ADD FOREIGN KEY (authority_id, fund_holder_trust_id) REFERENCES trust (authority_id, id);

-- A payer is a school or a trust. The constraints that said "a school" are found by what they say: PostgreSQL named them.
ALTER TABLE ledger_account ADD COLUMN trust_id uuid;
DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT c.conname FROM pg_constraint c WHERE c.conrelid = 'ledger_account'::regclass
                AND (c.contype = 'u' OR (c.contype = 'c' AND pg_get_constraintdef(c.oid) ~ 'payer.*OR \(establishment_id IS NOT NULL\)')) LOOP
      EXECUTE format('ALTER TABLE ledger_account DROP CONSTRAINT %I', one.conname);
    END LOOP;
  END $$;
ALTER TABLE ledger_account
  ADD CONSTRAINT ledger_account_whose UNIQUE NULLS NOT DISTINCT (authority_id, kind, partnership_id, establishment_id, provider_id, trust_id),
  ADD CONSTRAINT ledger_account_payer CHECK (kind <> 'payer' OR num_nonnulls(establishment_id, trust_id) = 1),
  ADD CONSTRAINT ledger_account_trust CHECK (trust_id IS NULL OR (kind IN ('payer', 'credit') AND establishment_id IS NULL)),
  ADD FOREIGN KEY (authority_id, trust_id) REFERENCES trust (authority_id, id);

-- To whom it is addressed where that is more than the payer's name, and the payer's number in the finance system, as they
-- were on the day. A school that a trust runs stays the payer; its invoice goes to the trust.
ALTER TABLE invoice
  ADD COLUMN addressee text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN customer_number text NOT NULL DEFAULT '';

-- A trust is charged by invoice, never by journal.
CREATE FUNCTION refuse_journal_to_trust() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW.way = 'journal' AND EXISTS (SELECT 1 FROM ledger_account a WHERE a.authority_id = NEW.authority_id AND a.id = NEW.account_id AND a.trust_id IS NOT NULL) THEN
      RAISE EXCEPTION 'A trust is charged by invoice' USING ERRCODE = 'FP024';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER trust_by_invoice AFTER INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION refuse_journal_to_trust();
