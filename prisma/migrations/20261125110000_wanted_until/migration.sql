-- A request may name the last day that is wanted: a short break of two weeks. Without one the place is to the year's end.
ALTER TABLE referral ADD COLUMN wanted_to date;
ALTER TABLE referral ADD CONSTRAINT referral_wanted_days CHECK (wanted_to IS NULL OR wanted_from IS NULL OR wanted_to >= wanted_from);
