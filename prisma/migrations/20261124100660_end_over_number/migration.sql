-- An authorisation of places over number can end early, or be withdrawn before its first day: it then covers no day.
ALTER TABLE over_number DROP CONSTRAINT over_number_check;
ALTER TABLE over_number ADD CONSTRAINT over_number_days CHECK (last_on >= first_on - 1);
ALTER TABLE over_number ADD COLUMN ended_reason text NOT NULL DEFAULT '';
