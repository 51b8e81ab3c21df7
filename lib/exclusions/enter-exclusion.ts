import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

const made = z.object({ id: z.string(), reference: z.string() });

export interface NewExclusion {
  readonly pupilId: string;
  readonly establishmentId: string | null;
  readonly elsewhereSchool: string | null;
  readonly elsewhereAuthority: string | null;
  readonly excludedOn: CalendarDate;
  readonly excludedAt: string;
  readonly afternoonBegan: boolean;
  readonly decidedBy: string;
  readonly reasonSet: 'A' | 'B';
  readonly reasons: readonly string[];
  readonly homeAuthority: string;
  readonly noExamLeft: boolean;
  readonly yearGroup: number;
  /** Questions about the day and the time that were answered by a tick: kept with the first event. */
  readonly checked: readonly string[];
}

/** The exclusion and its first event. */
export async function insertExclusion(tx: WriteTx, one: NewExclusion): Promise<{ id: string; reference: string }> {
  const actor = tx.actor?.personId ?? null;
  const row = await tx.row(made, sql`
    INSERT INTO permanent_exclusion (authority_id, pupil_id, establishment_id, elsewhere_school, elsewhere_authority_code, excluded_on, excluded_at_time,
                                     after_afternoon_began, decided_by, reason_set, reasons, home_authority_code, no_exam_left, phase, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${one.pupilId}::uuid, ${one.establishmentId}::uuid, ${one.elsewhereSchool}, ${one.elsewhereAuthority}, ${one.excludedOn}::date,
            ${one.excludedAt}, ${one.afternoonBegan}, ${one.decidedBy}, ${one.reasonSet}, ${[...one.reasons]}, ${one.homeAuthority}, ${one.noExamLeft},
            ${one.yearGroup >= 7 ? 'secondary' : 'primary'}, ${actor}::uuid, ${tx.now})
    RETURNING id, reference`);
  if (!row) throw new Error('The exclusion was not saved');
  await tx.execute(sql`
    INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, outcome, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${row.id}::uuid, 'recorded', ${one.excludedOn}::date, ${one.checked.map((question) => `Checked with the school: ${question}`).join('. ')}, ${actor}::uuid, ${tx.now})`);
  return row;
}

const rollRow = z.object({ id: z.string() });

/** What entering a pupil on a school's roll came to. */
export interface RollChange {
  readonly enteredId: string | null;
  /** Entries of other schools that ended the day before. */
  readonly endedIds: readonly string[];
}

/** The pupil is on the excluding school's roll until the time for a review has passed (R35); an entry is made where none runs. */
export async function enterMainRoll(tx: WriteTx, pupilId: string, establishmentId: string, on: CalendarDate): Promise<RollChange> {
  const here = await tx.row(z.object({ found: z.boolean() }), sql`
    SELECT EXISTS (SELECT 1 FROM roll_entry WHERE pupil_id = ${pupilId}::uuid AND establishment_id = ${establishmentId}::uuid
                      AND first_on <= ${on}::date AND (last_on IS NULL OR last_on >= ${on}::date)) AS found`);
  if (here?.found) return { enteredId: null, endedIds: [] };
  const ended = await tx.rows(rollRow, sql`
    UPDATE roll_entry SET last_on = greatest(first_on, ${on}::date - 1)
     WHERE pupil_id = ${pupilId}::uuid AND status = 'main' AND last_on IS NULL AND first_on <= ${on}::date RETURNING id`);
  const entered = await tx.row(rollRow, sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    VALUES (${tx.authorityId}, ${pupilId}::uuid, ${establishmentId}::uuid, 'main', ${on}::date) RETURNING id`);
  return { enteredId: entered?.id ?? null, endedIds: ended.map((one) => one.id) };
}

/** The school when it belongs to a partnership of the pupil's phase that day; else null, and the authority holds the pupil. */
export async function schoolThatCounts(tx: WriteTx, establishmentId: string | null, yearGroup: number, on: CalendarDate): Promise<string | null> {
  if (establishmentId === null) return null;
  const member = await tx.row(z.object({ found: z.boolean() }), sql`
    SELECT EXISTS (SELECT 1 FROM partnership_member m JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id
                    WHERE m.establishment_id = ${establishmentId}::uuid AND p.phase = ${yearGroup >= 7 ? 'secondary' : 'primary'}
                      AND m.first_on <= ${on}::date AND (m.last_on IS NULL OR m.last_on >= ${on}::date)) AS found`);
  return member?.found ? establishmentId : null;
}

export interface NewReferral {
  readonly pupilId: string;
  readonly route: string;
  readonly exclusionId: string | null;
  readonly establishmentId: string | null;
  readonly receivedOn: CalendarDate;
  readonly wantedFrom: CalendarDate | null;
  /** The last day asked for; left out or null, the request names none. */
  readonly wantedTo?: CalendarDate | null;
  readonly shareTenths: number;
  readonly askedFor: string;
  readonly needs: readonly string[];
}

/** The request for a place, which puts the pupil on the list. */
export async function insertReferral(tx: WriteTx, one: NewReferral): Promise<string> {
  const row = await tx.row(made, sql`
    INSERT INTO referral (authority_id, pupil_id, route, exclusion_id, establishment_id, received_on, wanted_from, wanted_to, wanted_share_tenths, asked_for, needs,
                          recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${one.pupilId}::uuid, ${one.route}, ${one.exclusionId}::uuid, ${one.establishmentId}::uuid, ${one.receivedOn}::date,
            ${one.wantedFrom}::date, ${one.wantedTo ?? null}::date, ${one.shareTenths}, ${one.askedFor}, ${[...one.needs]}, ${tx.actor?.personId ?? null}::uuid, ${tx.now})
    RETURNING id, reference`);
  if (!row) throw new Error('The request was not saved');
  return row.id;
}
