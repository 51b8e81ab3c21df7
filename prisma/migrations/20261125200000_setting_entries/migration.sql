-- A slip is mended on its own day: a setting may have several entries for one first day. All stay on record; the one
-- entered last counts. The number tells which that is, also when a demonstration's clock is set back.
ALTER TABLE setting DROP CONSTRAINT setting_authority_id_name_first_on_key;
ALTER TABLE setting ADD COLUMN entry bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX setting_in_order ON setting (authority_id, name, first_on, entry);
