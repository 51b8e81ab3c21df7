-- Meetings of the Governance Board and the packs frozen for them: the figures as they were, as bytes that stay. What is
-- recorded later changes no pack; a correction is a further pack of the meeting, with a note.
CREATE TABLE board_meeting (
  authority_id text NOT NULL REFERENCES authority (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL CHECK (title <> ''),
  meets_on date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, meets_on, title),
  FOREIGN KEY (authority_id, recorded_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('board_meeting', 'SELECT, INSERT');
SELECT keep_for_ever('board_meeting');

CREATE TABLE board_pack (
  authority_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  meeting_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  -- Why there is a further one.
  note text NOT NULL,
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  frozen_by uuid NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (authority_id, id),
  UNIQUE (authority_id, meeting_id, number),
  CHECK (sha256 = encode(sha256(bytes), 'hex')),
  CHECK (number = 1 OR note <> ''),
  FOREIGN KEY (authority_id, meeting_id) REFERENCES board_meeting (authority_id, id),
  FOREIGN KEY (authority_id, frozen_by) REFERENCES person (authority_id, id)
);
SELECT seal_table('board_pack', 'SELECT, INSERT');
SELECT keep_for_ever('board_pack');

CREATE FUNCTION refuse_pack_out_of_order() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW.number <> 1 + (SELECT count(*) FROM board_pack p WHERE p.authority_id = NEW.authority_id AND p.meeting_id = NEW.meeting_id AND p.id <> NEW.id) THEN
      RAISE EXCEPTION 'A pack follows the one before it' USING ERRCODE = 'FP040';
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER pack_in_order AFTER INSERT ON board_pack FOR EACH ROW EXECUTE FUNCTION refuse_pack_out_of_order();
