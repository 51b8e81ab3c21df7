import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { type CalendarDate, londonDateOf } from '@/lib/core/calendar-date';
import { scopeIds } from '@/lib/core/roles';
import { type CorrectionLine, correctionsOf } from '@/lib/exclusions/correction-store';
import { exclusionToCorrect, mayCorrectExclusion } from '@/lib/exclusions/queries/correction-form';
import { clockStatus } from '@/lib/exclusions/rules/clock-status';
import { countingDays, dutyOf, exclusionsOfPupil } from '@/lib/exclusions/store';
import { boolColumn, dateColumn, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import { type WhereAndNext, whereAndNext } from '../rules/pupil-next';
import { stateInWords } from '../rules/states';
import { INTERIM_JSON, interimSeen, PLACEMENTS_JSON, placementSeen } from './school-pupils';

export interface PupilEvent {
  readonly id: string;
  readonly on: CalendarDate;
  readonly title: string;
  readonly detail: string;
  readonly planned: boolean;
}

/** One's own pupil as the home school sees it: nothing of markers. */
export interface SchoolPupil extends WhereAndNext {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly bornOn: CalendarDate;
  readonly yearGroup: number;
  readonly schoolName: string;
  readonly rollWords: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null };
  readonly flags: readonly string[];
  readonly needs: readonly string[];
  readonly language: string;
  /** The day-6 clock in words while no full-time place has started; null when none runs. */
  readonly clockWords: string | null;
  /** The school recorded the exclusion that stands, and nobody has decided on it yet. */
  readonly mayCorrect: boolean;
  /** Newest first. */
  readonly events: readonly PupilEvent[];
}

const pupilRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, born_on: dateColumn, year_group: z.number(), language: textColumn,
  needs: textsColumn, sen_provision: textColumn, looked_after: boolColumn, has_social_worker: boolColumn,
  school_id: uuidColumn, school_name: textColumn, roll_first_on: dateColumn, roll_last_on: dateColumn.nullable(),
  waiting_since: dateColumn.nullable(), placements: z.array(placementSeen), interim: z.array(interimSeen),
});
type Row = z.output<typeof pupilRow>;

/** A pupil on the roll today of a school that the reader heads; null for every other (R35, R79). */
export async function schoolPupil(tx: ReadTx, pupilId: string): Promise<SchoolPupil | null> {
  const schools = tx.actor ? scopeIds(tx.actor, 'headteacher') : [];
  if (schools.length === 0 || !z.uuid().safeParse(pupilId).success) return null;
  const row = await tx.row(pupilRow, sql`
    SELECT u.id, u.reference, u.first_name, u.last_name, u.born_on, u.year_group, u.language, u.needs, u.sen_provision,
           u.looked_after_by IS NOT NULL AS looked_after, u.has_social_worker,
           e.id AS school_id, e.name AS school_name, r.first_on AS roll_first_on, r.last_on AS roll_last_on,
           (SELECT min(f.received_on) FROM referral f WHERE f.authority_id = u.authority_id AND f.pupil_id = u.id AND f.state IN ('waiting', 'talking')) AS waiting_since,
           ${PLACEMENTS_JSON} AS placements, ${INTERIM_JSON} AS interim
      FROM pupil u
      JOIN roll_entry r ON r.authority_id = u.authority_id AND r.pupil_id = u.id
      JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
     WHERE u.id = ${pupilId}::uuid AND r.establishment_id IN (${sqlJoin(schools.map((id) => sql`${id}::uuid`))})
       AND r.first_on <= ${tx.today}::date AND (r.last_on IS NULL OR r.last_on >= ${tx.today}::date)
     ORDER BY r.first_on DESC LIMIT 1`);
  if (!row) return null;
  const calendars = await loadCalendars(tx);
  const exclusions = await exclusionsOfPupil(tx, row.id);
  const latest = exclusions.find((one) => one.state === 'recorded' || one.state === 'upheld');
  const duty = latest && row.waiting_since !== null ? dutyOf(calendars, latest) : null;
  const clockWords = duty === null || !latest ? null
    : duty.kind === 'clock' ? clockStatus(countingDays(calendars, latest), duty.clock, { today: tx.today, metOn: null }).words
      : duty.kind === 'no_duty' ? duty.words : duty.message;
  const standing = await exclusionToCorrect(tx, row.id, null);
  const corrections = (await correctionsOf(tx, row.id)).filter((one) => exclusions.some((own) => own.id === one.exclusionId && own.establishment_id === row.school_id));
  return {
    id: row.id, reference: row.reference, name: `${row.first_name} ${row.last_name}`, bornOn: row.born_on, yearGroup: row.year_group,
    schoolName: row.school_name, rollWords: { firstOn: row.roll_first_on, lastOn: row.roll_last_on }, flags: flagsOf(row), needs: row.needs,
    language: row.language, clockWords, mayCorrect: standing !== null && (await mayCorrectExclusion(tx, standing)), ...whereAndNext(tx.today, row.placements, row.interim, row.waiting_since),
    events: [...corrections.map(correctionEvent), ...exclusions.map(exclusionEvent), ...row.placements.flatMap((one) => placementEvents(one, tx.today)), ...row.interim.map((one) => interimEvent(one, tx.today))]
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
  };
}

function flagsOf(row: Row): string[] {
  const sen = { E: ['EHC plan'], K: ['SEN support'] }[row.sen_provision] ?? [];
  return [...sen, ...(row.looked_after ? ['Looked after'] : []), ...(row.has_social_worker ? ['Social worker'] : [])];
}

const EXCLUSION_WORDS = { recorded: 'Not decided by the governing board yet', upheld: 'Upheld', reinstated: 'Reinstated', cancelled: 'Cancelled' } as const;

function exclusionEvent(one: Awaited<ReturnType<typeof exclusionsOfPupil>>[number]): PupilEvent {
  const by = one.establishment_name ?? one.elsewhere_school ?? 'a school';
  return { id: one.reference, on: one.excluded_on, title: `Permanently excluded by ${by}`, detail: `${one.reference}. ${EXCLUSION_WORDS[one.state]}.`, planned: false };
}

function correctionEvent(one: CorrectionLine): PupilEvent {
  return { id: one.id, on: londonDateOf(one.recordedAt), title: 'Record corrected', detail: one.words, planned: false };
}

function placementEvents(one: Row['placements'][number], today: CalendarDate): PupilEvent[] {
  const detail = `${one.reference}. ${stateInWords(one.state)}.`;
  if (one.state === 'cancelled') return [{ id: `${one.reference}-c`, on: one.firstOn, title: `Place at ${one.site} cancelled`, detail, planned: false }];
  const started = one.state === 'started' || one.state === 'left';
  const first = { id: `${one.reference}-f`, on: one.firstOn, title: started ? `Started at ${one.site}` : `To start at ${one.site}`, detail, planned: !started };
  const last = { id: `${one.reference}-l`, on: one.lastOn, title: one.state === 'left' ? `Left ${one.site}` : `Place at ${one.site} ends`, detail: one.whereNext ? `Then: ${one.whereNext}.` : '', planned: one.state !== 'left' };
  return one.state === 'left' || one.lastOn > today ? [last, first] : [first];
}

function interimEvent(one: Row['interim'][number], today: CalendarDate): PupilEvent {
  const kind = one.kind === 'tuition' ? 'Tuition' : 'Online education';
  return { id: `${one.provider}-${one.firstOn}`, on: one.firstOn, title: `${kind} with ${one.provider}`, detail: `${one.hoursPerWeek} hours a week while waiting for a place.`, planned: one.firstOn > today };
}
