-- What the Governance Board reads: the measures it judges by, and its decisions and risks. Each is rows of versions that
-- stay; the last version of a measure, decision or risk holds.

-- A measure is words, a calculation of the product's catalogue, and what it is held against.
CREATE TABLE board_measure (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  measure_id uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL CHECK (name <> ''),
  definition text NOT NULL CHECK (definition <> ''),
  numerator text NOT NULL CHECK (numerator <> ''),
  denominator text NOT NULL CHECK (denominator <> ''),
  -- The name of a calculation of the catalogue.
  calculation text NOT NULL CHECK (calculation <> ''),
  direction text NOT NULL CHECK (direction IN ('lower', 'higher')),
  -- In thousandths of the calculation's unit, so that 12.5 per cent is 12,500. Null: none is known or agreed.
  baseline_thousandths bigint,
  baseline_on date,
  baseline_source text NOT NULL DEFAULT '',
  target_thousandths bigint,
  target_on date,
  owner text NOT NULL CHECK (owner <> ''),
  display_order integer NOT NULL CHECK (display_order BETWEEN 1 AND 999),
  shown_from date NOT NULL,
  shown_to date CHECK (shown_to >= shown_from),
  reason text NOT NULL CHECK (reason <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, measure_id, version),
  CHECK ((baseline_thousandths IS NULL) = (baseline_on IS NULL)),
  CHECK ((target_thousandths IS NULL) = (target_on IS NULL)),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('board_measure', 'SELECT, INSERT');
SELECT keep_for_ever('board_measure');

-- A decision that is needed or taken, or a risk.
CREATE TABLE board_item (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL CHECK (version >= 1),
  kind text NOT NULL CHECK (kind IN ('decision', 'risk')),
  state text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  words text NOT NULL CHECK (words <> ''),
  owner text NOT NULL CHECK (owner <> ''),
  entered_on date NOT NULL,
  due_on date NOT NULL,
  -- The day on which it was decided, withdrawn or closed, and how.
  settled_on date,
  outcome text NOT NULL DEFAULT '',
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, item_id, version),
  CHECK (CASE kind WHEN 'decision' THEN state IN ('needed', 'taken', 'withdrawn') ELSE state IN ('open', 'closed') END),
  CHECK ((state IN ('needed', 'open')) = (settled_on IS NULL)),
  CHECK (settled_on IS NULL OR outcome <> ''),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('board_item', 'SELECT, INSERT');
SELECT keep_for_ever('board_item');

-- Versions follow one another, and what a thing is does not change with them.
CREATE FUNCTION refuse_version_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE own jsonb := to_jsonb(NEW); latest integer; was text;
  BEGIN
    IF TG_TABLE_NAME = 'board_measure' THEN
      SELECT max(m.version) INTO latest FROM board_measure m
       WHERE m.authority_id = NEW.authority_id AND m.measure_id = (own ->> 'measure_id')::uuid AND m.id <> NEW.id;
    ELSE
      SELECT max(i.version), min(i.kind) INTO latest, was FROM board_item i
       WHERE i.authority_id = NEW.authority_id AND i.item_id = (own ->> 'item_id')::uuid AND i.id <> NEW.id;
      IF was <> own ->> 'kind' THEN
        RAISE EXCEPTION 'A decision stays a decision and a risk a risk' USING ERRCODE = 'FP040';
      END IF;
    END IF;
    IF NEW.version <> coalesce(latest, 0) + 1 THEN
      RAISE EXCEPTION 'A version follows the one before it' USING ERRCODE = 'FP040';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER version_in_order AFTER INSERT ON board_measure FOR EACH ROW EXECUTE FUNCTION refuse_version_out_of_order();
CREATE TRIGGER version_in_order AFTER INSERT ON board_item FOR EACH ROW EXECUTE FUNCTION refuse_version_out_of_order();
