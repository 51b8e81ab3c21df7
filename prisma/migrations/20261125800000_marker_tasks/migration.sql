-- A marker that is put on a pupil who has a place gives the officers a task about that place.
ALTER TABLE task DROP CONSTRAINT task_kind_check;
ALTER TABLE task ADD CONSTRAINT task_kind_check CHECK (kind IN (
  'tell_home_authority', 'did_not_arrive', 'over_quota_warning', 'concern_raised', 'book_transport', 'tell_parents', 'reinstated', 'marker_conflict'));
