-- A figure stays in the words of the paper, slips included; where the print is no number, this is the number read from it.
ALTER TABLE published_figure ADD COLUMN read_as text CHECK (read_as ~ '^[0-9]+(\.[0-9]+)?$');
