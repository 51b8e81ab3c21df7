-- An exclusion whose import was undone never happened: no count, list or page has it. It stays for the audit.
-- Its state is cancelled besides, so that whoever asks for standing exclusions need not know of the mark.
ALTER TABLE permanent_exclusion ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE permanent_exclusion ADD CHECK (withdrawn_at IS NULL OR state = 'cancelled');

-- Who took an import back, and why.
ALTER TABLE import_batch ADD COLUMN undone_by uuid;
ALTER TABLE import_batch ADD COLUMN undo_reason text NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD FOREIGN KEY (authority_id, undone_by) REFERENCES person (authority_id, id);
-- Rows that said again what an earlier row of their file said.
ALTER TABLE import_batch ADD COLUMN rows_repeated integer NOT NULL DEFAULT 0;

-- Imports undone before this day.
UPDATE permanent_exclusion x SET withdrawn_at = b.undone_at
  FROM import_row r JOIN import_batch b ON b.authority_id = r.authority_id AND b.id = r.import_id
 WHERE b.undone_at IS NOT NULL AND r.was_created AND r.subject_kind = 'exclusion'
   AND x.authority_id = r.authority_id AND x.id = r.subject_id AND x.state = 'cancelled';
