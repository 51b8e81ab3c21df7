-- What every act does first and last, in one statement each. They run with the rights of who calls them, so that
-- row-level security holds in them as outside.

CREATE FUNCTION write_audit(in_outcome text, in_actor uuid, in_at timestamptz, in_entries jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO audit_event (authority_id, at, actor_id, act, outcome, subject_kind, subject_id, pupil_id, before, after, reason)
  SELECT current_setting('app.authority_id'), in_at, in_actor, e.act, in_outcome, e."subjectKind", e."subjectId", e."pupilId", e.before, e.after, coalesce(e.reason, '')
    FROM ROWS FROM (jsonb_to_recordset(in_entries) AS (act text, "subjectKind" text, "subjectId" text, "pupilId" uuid, before jsonb, after jsonb, reason text))
         WITH ORDINALITY AS e (act, "subjectKind", "subjectId", "pupilId", before, after, reason, place)
   ORDER BY e.place
$$;

-- Seals the transaction to the authority and claims the form's key; false when an act with this key was done before.
CREATE FUNCTION begin_act(in_authority text, in_key uuid, in_command text, in_hash text, in_actor uuid, in_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.authority_id', in_authority, true);
  INSERT INTO command_receipt (authority_id, key, command, input_hash, actor_id, at)
  VALUES (in_authority, in_key, in_command, in_hash, in_actor, in_at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- Writes the act's lines of audit, and its outcome into the receipt.
CREATE FUNCTION end_act(in_key uuid, in_outcome jsonb, in_actor uuid, in_at timestamptz, in_entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_audit('done', in_actor, in_at, in_entries);
  UPDATE command_receipt SET outcome = in_outcome WHERE authority_id = current_setting('app.authority_id') AND key = in_key;
END
$$;

-- Lines of audit by themselves: a refusal, a record that was opened.
CREATE FUNCTION note_in_audit(in_authority text, in_outcome text, in_actor uuid, in_at timestamptz, in_entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.authority_id', in_authority, true);
  PERFORM write_audit(in_outcome, in_actor, in_at, in_entries);
END
$$;

-- Seals a page's transaction to the authority, for reading only, and gives the number of the authority's slow facts.
CREATE FUNCTION begin_read(in_authority text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.authority_id', in_authority, true), set_config('transaction_read_only', 'on', true);
  RETURN (SELECT stamp::text FROM facts_stamp);
END
$$;
