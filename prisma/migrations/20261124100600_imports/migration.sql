-- A file that was uploaded and checked, kept until it is imported or a week has passed: the names in it are pupils'.
CREATE TABLE import_upload (
  authority_id text NOT NULL REFERENCES authority (id),
  -- The import that comes of it has the same id.
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('placements', 'exclusions', 'places')),
  file_name text NOT NULL,
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  encoding text NOT NULL,
  content text NOT NULL,
  -- What the check found: counts, and every problem with its row and column.
  report jsonb NOT NULL,
  uploaded_by uuid,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, uploaded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX import_upload_at ON import_upload (authority_id, uploaded_at);
SELECT seal_table('import_upload', 'SELECT, INSERT, DELETE');

CREATE INDEX placement_import ON placement (authority_id, import_id) WHERE import_id IS NOT NULL;
