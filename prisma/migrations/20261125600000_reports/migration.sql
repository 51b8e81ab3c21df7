-- Reports that the public reads. What is worked on, and what must stay secret (true figures, what a reader is not told),
-- is report_version, which the public's role cannot read. What is published is copied from it once and never changes.

CREATE TABLE report_version (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('forum_spend')),
  month text NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  -- From 1 for each month; each further one is a correction and says what it corrects.
  number integer NOT NULL CHECK (number >= 1),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'signed', 'published')),
  -- The true figures as they were when it was drafted, and how they hang together. Never published.
  figures jsonb NOT NULL,
  -- The officer's words by section.
  words jsonb NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  -- Figures and tables that the officer leaves out so that nothing can be worked out.
  left_out text[] NOT NULL DEFAULT '{}',
  -- What was published, with what later reports are checked against. Never published.
  control jsonb,
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  signed_by uuid,
  signed_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, kind, month, number),
  CHECK ((state = 'draft') = (signed_by IS NULL) AND (signed_by IS NULL) = (signed_at IS NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL) AND (published_by IS NULL) = (published_at IS NULL) AND (control IS NULL) = (published_at IS NULL)),
  CONSTRAINT report_version_two_people CHECK (signed_by IS NULL OR signed_by <> drafted_by),
  CHECK (state = 'draft' OR number = 1 OR note <> ''),
  FOREIGN KEY (authority_id, drafted_by) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, signed_by) REFERENCES person (authority_id, id),
  FOREIGN KEY (authority_id, published_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('report_version', 'SELECT, INSERT');
GRANT UPDATE (state, figures, words, note, left_out, control, drafted_by, drafted_at, signed_by, signed_at, published_by, published_at, version) ON report_version TO fairplace_app;
SELECT keep_rows('report_version');

-- A version begins as a draft of a closed month, after the one before it is published.
CREATE FUNCTION refuse_report_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('report_version ' || NEW.authority_id));
    IF NEW.state <> 'draft' OR NOT EXISTS (
      SELECT 1 FROM ledger_period p WHERE p.authority_id = NEW.authority_id AND p.month = NEW.month AND p.closed_at IS NOT NULL
    ) THEN
      RAISE EXCEPTION 'A report begins as a draft, for a month that is closed' USING ERRCODE = 'FP030';
    END IF;
    IF NEW.number <> 1 + (
      SELECT count(*) FROM report_version v
       WHERE v.authority_id = NEW.authority_id AND v.kind = NEW.kind AND v.month = NEW.month AND v.id <> NEW.id AND v.state = 'published' AND v.number < NEW.number
    ) THEN
      RAISE EXCEPTION 'A correction follows the published version before it' USING ERRCODE = 'FP030';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER report_in_order AFTER INSERT ON report_version FOR EACH ROW EXECUTE FUNCTION refuse_report_out_of_order();

-- A published version never changes; a signed one is published as it was signed, or is a draft again.
CREATE FUNCTION refuse_report_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF OLD.state = 'published' THEN
      RAISE EXCEPTION 'A published report never changes: publish a correction' USING ERRCODE = 'FP031';
    END IF;
    IF (NEW.authority_id, NEW.id, NEW.kind, NEW.month, NEW.number) IS DISTINCT FROM (OLD.authority_id, OLD.id, OLD.kind, OLD.month, OLD.number) THEN
      RAISE EXCEPTION 'A version keeps its month and number' USING ERRCODE = 'FP031';
    END IF;
    IF NEW.state <> 'draft' AND (NEW.figures, NEW.words, NEW.note, NEW.left_out, NEW.drafted_by, NEW.drafted_at)
         IS DISTINCT FROM (OLD.figures, OLD.words, OLD.note, OLD.left_out, OLD.drafted_by, OLD.drafted_at) THEN
      RAISE EXCEPTION 'A report is signed and published as it stands' USING ERRCODE = 'FP031';
    END IF;
    IF NEW.state = 'published' AND (OLD.state <> 'signed' OR (NEW.signed_by, NEW.signed_at) IS DISTINCT FROM (OLD.signed_by, OLD.signed_at)) THEN
      RAISE EXCEPTION 'A report is published after somebody else has signed it off' USING ERRCODE = 'FP031';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER report_kept BEFORE UPDATE ON report_version FOR EACH ROW EXECUTE FUNCTION refuse_report_change();

-- What anybody may read: the frozen report, as the bytes of its data.
CREATE TABLE report_publication (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  month text NOT NULL,
  number integer NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  note text NOT NULL,
  published_at timestamptz NOT NULL,
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  written_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, kind, month, number),
  CHECK (sha256 = encode(sha256(bytes), 'hex')),
  FOREIGN KEY (authority_id, id) REFERENCES report_version (authority_id, id)
);
SELECT seal_table('report_publication', 'SELECT, INSERT');
SELECT keep_for_ever('report_publication');

CREATE TABLE report_file (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  publication_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'ods', 'pdf')),
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, publication_id, format),
  CHECK (sha256 = encode(sha256(bytes), 'hex')),
  FOREIGN KEY (authority_id, publication_id) REFERENCES report_publication (authority_id, id)
);
SELECT seal_table('report_file', 'SELECT, INSERT');
SELECT keep_for_ever('report_file');

-- A publication is of a version that was signed off and published, with its month and number; its files come with it.
CREATE FUNCTION refuse_unsigned_publication() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT 1 FROM report_version v
       WHERE v.authority_id = NEW.authority_id AND v.id = NEW.id AND v.state = 'published'
         AND (v.kind, v.month, v.number, v.note, v.published_at) = (NEW.kind, NEW.month, NEW.number, NEW.note, NEW.published_at)
    ) THEN
      RAISE EXCEPTION 'Only a report that was signed off is published' USING ERRCODE = 'FP032';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER of_signed_version AFTER INSERT ON report_publication FOR EACH ROW EXECUTE FUNCTION refuse_unsigned_publication();

CREATE FUNCTION refuse_later_file() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT 1 FROM report_publication p
       WHERE p.authority_id = NEW.authority_id AND p.id = NEW.publication_id AND p.written_in = pg_current_xact_id()::text::bigint
    ) THEN
      RAISE EXCEPTION 'A published report takes no further file' USING ERRCODE = 'FP032';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER with_publication AFTER INSERT ON report_file FOR EACH ROW EXECUTE FUNCTION refuse_later_file();

-- The public's role: published reports and their files of the authority of the transaction, and nothing else.
GRANT SELECT (authority_id, id, kind, month, number, title, note, published_at, bytes, sha256) ON report_publication TO fairplace_public;
GRANT SELECT ON report_file TO fairplace_public;
