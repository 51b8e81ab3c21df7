-- What was done, what is to be done, what was printed, and how a repeated form is recognised.

CREATE TABLE audit_event (
  authority_id text NOT NULL REFERENCES authority (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  actor_id uuid,
  act text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'opened')),
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  pupil_id uuid,
  before jsonb,
  after jsonb,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, actor_id) REFERENCES person (authority_id, id)
);
CREATE INDEX audit_event_pupil ON audit_event (authority_id, pupil_id, id);
SELECT seal_table('audit_event', 'SELECT, INSERT');
SELECT keep_for_ever('audit_event');

-- The key of a form and what it did: a repeat gets the first outcome.
CREATE TABLE command_receipt (
  authority_id text NOT NULL REFERENCES authority (id),
  key uuid NOT NULL,
  command text NOT NULL,
  input_hash text NOT NULL,
  outcome jsonb,
  actor_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, key)
);
SELECT seal_table('command_receipt', 'SELECT, INSERT, UPDATE');

CREATE TABLE task (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('tell_home_authority', 'did_not_arrive', 'over_quota_warning', 'concern_raised', 'book_transport', 'tell_parents', 'reinstated')),
  title text NOT NULL,
  -- Who sees it: the officers, a school, a partnership's lead or a provider.
  for_role text NOT NULL,
  establishment_id uuid,
  partnership_id uuid,
  provider_id uuid,
  pupil_id uuid,
  exclusion_id uuid,
  placement_id uuid,
  due_on date NOT NULL,
  done_at timestamptz,
  done_by uuid,
  done_note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, establishment_id) REFERENCES establishment (authority_id, id),
  FOREIGN KEY (authority_id, partnership_id) REFERENCES partnership (authority_id, id),
  FOREIGN KEY (authority_id, provider_id) REFERENCES provider (authority_id, id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, exclusion_id) REFERENCES permanent_exclusion (authority_id, id),
  FOREIGN KEY (authority_id, placement_id) REFERENCES placement (authority_id, id),
  FOREIGN KEY (authority_id, done_by) REFERENCES person (authority_id, id)
);
CREATE INDEX task_open ON task (authority_id, for_role) WHERE done_at IS NULL;
SELECT seal_table('task', 'SELECT, INSERT, UPDATE');

-- Settings of an authority by name, dated so that an event is judged by the setting of its day (R1).
CREATE TABLE setting (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  value jsonb NOT NULL,
  first_on date NOT NULL,
  source text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, name, first_on)
);
SELECT seal_table('setting', 'SELECT, INSERT');

CREATE TABLE import_batch (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('placements', 'exclusions', 'places')),
  file_name text NOT NULL,
  file_hash text NOT NULL,
  encoding text NOT NULL,
  rows_read integer NOT NULL,
  rows_created integer NOT NULL,
  rows_unchanged integer NOT NULL,
  imported_by uuid,
  imported_at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, imported_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('import_batch', 'SELECT, INSERT, UPDATE');

CREATE TABLE import_row (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  raw jsonb NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  was_created boolean NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, import_id) REFERENCES import_batch (authority_id, id)
);
CREATE INDEX import_row_import ON import_row (authority_id, import_id);
SELECT seal_table('import_row', 'SELECT, INSERT');

-- Figures exactly as a council printed them, with the notes that somebody entered about them.
CREATE TABLE published_table (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  slug text NOT NULL,
  title text NOT NULL,
  paper text NOT NULL,
  place_in_paper text NOT NULL DEFAULT '',
  display_order integer NOT NULL DEFAULT 0,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, slug)
);
SELECT seal_table('published_table', 'SELECT, INSERT');

CREATE TABLE published_figure (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  table_id uuid NOT NULL,
  row_order integer NOT NULL,
  column_order integer NOT NULL,
  row_label text NOT NULL,
  column_label text NOT NULL,
  printed text NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, table_id, row_order, column_order),
  FOREIGN KEY (authority_id, table_id) REFERENCES published_table (authority_id, id)
);
SELECT seal_table('published_figure', 'SELECT, INSERT, UPDATE');

CREATE TABLE published_note (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  table_id uuid,
  paper text NOT NULL,
  place_in_paper text NOT NULL,
  note text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('arithmetic', 'wording', 'assumption')),
  display_order integer NOT NULL DEFAULT 0,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, table_id) REFERENCES published_table (authority_id, id)
);
SELECT seal_table('published_note', 'SELECT, INSERT');
