-- Why a pupil is not in the usual year group of their birth date; '' for one who is.
ALTER TABLE pupil ADD COLUMN year_group_note text NOT NULL DEFAULT '';

-- A slip put right: what stood, what stands now, why, by whom. `changes` is a list of {label, before, after} in words.
CREATE TABLE correction (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pupil_id uuid NOT NULL,
  -- The exclusion that was corrected with the pupil's details; null where the pupil has none.
  exclusion_id uuid,
  reason text NOT NULL CHECK (reason <> ''),
  changes jsonb NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, pupil_id) REFERENCES pupil (authority_id, id),
  FOREIGN KEY (authority_id, exclusion_id) REFERENCES permanent_exclusion (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX correction_pupil ON correction (authority_id, pupil_id);
SELECT seal_table('correction', 'SELECT, INSERT');
SELECT keep_for_ever('correction');

-- Somebody was told of an exclusion: which line of the list, on which day, by whom. A later entry for the same line stands in place of an earlier.
CREATE TABLE notice_told (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  exclusion_id uuid NOT NULL,
  -- The rule and who is told: `R20-parent`.
  notice text NOT NULL CHECK (notice ~ '^R[0-9]+-[a-z_]+$'),
  told_on date NOT NULL,
  told_by text NOT NULL CHECK (told_by <> ''),
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (authority_id, id),
  FOREIGN KEY (authority_id, exclusion_id) REFERENCES permanent_exclusion (authority_id, id),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
CREATE INDEX notice_told_exclusion ON notice_told (authority_id, exclusion_id, notice, entry);
SELECT seal_table('notice_told', 'SELECT, INSERT');
SELECT keep_for_ever('notice_told');

-- Parents who agree to less than 48 hours' notice of education that starts before day 6 (R21): in their words, with the placement.
ALTER TABLE placement ADD COLUMN less_notice_agreed text NOT NULL DEFAULT '';
