-- A marker is ended by a last day, with who ended it and why; it stays on record.
ALTER TABLE pupil_marker ADD COLUMN end_reason text NOT NULL DEFAULT '';
ALTER TABLE pupil_marker ADD COLUMN ended_by uuid;
ALTER TABLE pupil_marker ADD COLUMN ended_at timestamptz;
ALTER TABLE pupil_marker ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE pupil_marker ADD FOREIGN KEY (authority_id, ended_by) REFERENCES person (authority_id, id);
ALTER TABLE pupil_marker ADD CHECK (ended_at IS NULL OR (last_on IS NOT NULL AND end_reason <> ''));
