import type { CalendarDate } from '@/lib/core/calendar-date';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

export interface NewExclusion {
  readonly id: string;
  readonly pupilId: string;
  readonly schoolId: string;
  readonly excludedOn: CalendarDate;
  readonly excludedAt: string;
  readonly afternoonBegan: boolean;
  readonly decidedBy: string;
  readonly reasonSet: 'A' | 'B';
  readonly reasons: readonly string[];
  readonly homeAuthority: string;
  readonly phase: 'primary' | 'secondary';
}

/** Enters exclusions in the order of the file, each with its first event. */
export async function insertExclusions(tx: WriteTx, made: readonly NewExclusion[]): Promise<void> {
  const actor = tx.actor?.personId ?? null;
  await tx.execute(sql`
    INSERT INTO permanent_exclusion (authority_id, id, pupil_id, establishment_id, excluded_on, excluded_at_time, after_afternoon_began, decided_by, reason_set, reasons,
                                     home_authority_code, phase, recorded_by, recorded_at, source)
    SELECT ${tx.authorityId}, x.id, x."pupilId", x."schoolId", x."excludedOn", x."excludedAt", x."afternoonBegan", x."decidedBy", x."reasonSet",
           ARRAY(SELECT jsonb_array_elements_text(x.reasons)), x."homeAuthority", x.phase, ${actor}::uuid, ${tx.now}, 'Import'
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS (id uuid, "pupilId" uuid, "schoolId" uuid, "excludedOn" date, "excludedAt" text,
             "afternoonBegan" boolean, "decidedBy" text, "reasonSet" text, reasons jsonb, "homeAuthority" text, phase text)) WITH ORDINALITY AS x
     ORDER BY x.ordinality`);
  await tx.execute(sql`
    INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, recorded_by, recorded_at)
    SELECT x.authority_id, x.id, 'recorded', x.excluded_on, ${actor}::uuid, ${tx.now} FROM permanent_exclusion x WHERE x.id = ANY(${made.map((one) => one.id)}::uuid[])`);
}

/** The home authority has the duty from day 6 and is told without delay (R3, R24). */
export async function addTellTasks(tx: WriteTx, exclusionIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, pupil_id, exclusion_id, due_on, created_at)
    SELECT x.authority_id, 'tell_home_authority', 'Tell ' || a.name || ', the home authority, of permanent exclusion ' || x.reference, 'placement_officer',
           x.pupil_id, x.id, ${tx.today}::date, ${tx.now}
      FROM permanent_exclusion x JOIN local_authority a ON a.code = x.home_authority_code WHERE x.id = ANY(${[...exclusionIds]}::uuid[])`);
}
