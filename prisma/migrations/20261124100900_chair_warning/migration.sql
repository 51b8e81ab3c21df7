-- The notice to a partnership's lead is about the partnership and its agreement's year: it names no pupil and no placement,
-- and only one is open at a time.
ALTER TABLE task ADD COLUMN academic_year text;
ALTER TABLE task ADD CONSTRAINT task_over_quota_warning CHECK (
  kind <> 'over_quota_warning'
  OR (partnership_id IS NOT NULL AND academic_year IS NOT NULL AND pupil_id IS NULL AND exclusion_id IS NULL AND placement_id IS NULL)
);
CREATE UNIQUE INDEX task_one_open_warning ON task (authority_id, partnership_id, academic_year) WHERE kind = 'over_quota_warning' AND done_at IS NULL;
