-- A roll entry that was taken back ends the day before it begins: no day is in it, and it stays for the record.
ALTER TABLE roll_entry DROP CONSTRAINT roll_entry_check;
ALTER TABLE roll_entry ADD CONSTRAINT roll_entry_check CHECK (last_on >= first_on - 1);
