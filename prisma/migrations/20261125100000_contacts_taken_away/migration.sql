-- A contact that was recorded wrongly is taken away by a correction, which keeps what stood: its lines, reason and person.
GRANT DELETE ON pupil_contact TO fairplace_app;
