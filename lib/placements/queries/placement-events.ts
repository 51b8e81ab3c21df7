import { z } from 'zod';
import { type CalendarDate, isCalendarDate, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { shareInWords, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { countColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import type { ActOnPart } from '../rules/one-entry-an-act';

const eventRow = z.object({
  id: uuidColumn, placement_id: uuidColumn, act: textColumn, before: z.record(z.string(), z.unknown()).nullable(), after: z.record(z.string(), z.unknown()),
  reason: textColumn, act_id: uuidColumn, undone_act: textColumn.nullable(), by_name: textColumn.nullable(), site_name: textColumn.nullable(),
  recorded_at: instantColumn, entry: countColumn, is_last: z.boolean(),
});
export type PlacementEventRow = z.output<typeof eventRow>;

/** One act on a placement in words, with who did it and when. */
export interface EventView {
  readonly id: string;
  readonly placementId: string;
  readonly on: CalendarDate;
  readonly time: string;
  readonly title: string;
  readonly detail: string;
  readonly by: string | undefined;
  readonly tone: 'late' | 'due' | 'fine' | 'quiet' | 'info';
}

/** Every act on the placements given, newest first. */
export async function eventRows(tx: ReadTx, placementIds: readonly string[]): Promise<PlacementEventRow[]> {
  if (placementIds.length === 0) return [];
  return tx.rows(eventRow, sql`
    SELECT e.id, e.placement_id, e.act, e.before, e.after, e.reason, e.act_id, u.act AS undone_act, w.name AS by_name, s.name AS site_name, e.recorded_at, e.entry,
           NOT EXISTS (SELECT 1 FROM placement_event a
                         JOIN placement_event l ON l.authority_id = a.authority_id AND l.placement_id = a.placement_id AND l.entry > a.entry AND l.act_id <> a.act_id
                        WHERE a.authority_id = e.authority_id AND a.act_id = e.act_id) AS is_last
      FROM placement_event e
      LEFT JOIN placement_event u ON u.authority_id = e.authority_id AND u.id = e.undoes_id
      LEFT JOIN person w ON w.authority_id = e.authority_id AND w.id = e.recorded_by
      LEFT JOIN site s ON s.authority_id = e.authority_id AND s.id = (e.after ->> 'site_id')::uuid
     WHERE e.placement_id IN (${sqlJoin(placementIds.map((id) => sql`${id}::uuid`))})
     ORDER BY e.entry DESC`);
}

/** Where an event stands among the parts of a stay. */
export function partOfEvent({ act_id: actId, placement_id: placementId, after }: PlacementEventRow): ActOnPart {
  return { actId, placementId, continuesId: typeof after.continues_id === 'string' ? after.continues_id : null };
}

/** An event in words; with what the same act did to the parts that go on from it, a change of terms is told whole. */
export function eventView(row: PlacementEventRow, further: readonly PlacementEventRow[] = []): EventView {
  const words = changedTerms(row, further) ?? wordsOf(row);
  return {
    id: row.id, placementId: row.placement_id, on: londonDateOf(row.recorded_at), time: londonTimeOf(row.recorded_at), title: words.title,
    detail: row.reason === words.title ? '' : row.reason, by: row.by_name ?? undefined, tone: words.tone,
  };
}

/** "Share changed to 0.5 of full time from 23 March 2026; full time until 20 March 2026"; null for another act, or where one part is known only. */
function changedTerms(row: PlacementEventRow, further: readonly PlacementEventRow[]): Pick<EventView, 'title' | 'tone'> | null {
  const next = further.find((one) => one.before === null);
  if (row.before === null || next === undefined) return null;
  const [until, from] = [dayWords(row.after.last_on), dayWords(next.after.planned_first_on)];
  if (row.act === 'change_share') return { title: `Share changed to ${shareWords(next.after)} from ${from}; ${shareWords(row.after)} until ${until}`, tone: 'info' };
  if (row.act === 'change_site') return { title: `Site changed to ${next.site_name ?? 'another site'} from ${from}; at ${row.site_name ?? 'this site'} until ${until}`, tone: 'info' };
  return null;
}

const ACTS: Readonly<Record<string, string>> = {
  propose: 'proposal', accept: 'acceptance', raise_concern: 'concern', start: 'start', leave: 'end', cancel: 'cancellation', extend: 'extension',
  change_share: 'change of share', change_site: 'change of site', not_arrived: 'record that the pupil did not arrive', record_not_arrived: 'record that the pupil did not arrive',
};

/** Whether an act on the planned end brought it forward. */
export function endsEarlier({ act, before, after }: Pick<PlacementEventRow, 'act' | 'before' | 'after'>): boolean {
  return act === 'extend' && before !== null && String(after.planned_last_on) < String(before.planned_last_on);
}

/** The act as a noun: "extension". */
export function actAsNoun(act: string): string {
  return ACTS[act] ?? act.replaceAll('_', ' ');
}

function wordsOf(row: PlacementEventRow): Pick<EventView, 'title' | 'tone'> {
  const { act, before, after, site_name: site, undone_act: undone } = row;
  const day = (name: string) => dayWords(after[name]);
  switch (act) {
    case 'propose': return { title: `Proposed to ${site ?? 'the site'}, ${day('planned_first_on')} to ${day('planned_last_on')}`, tone: 'info' };
    case 'accept': return { title: `Accepted by ${site ?? 'the site'}`, tone: 'fine' };
    case 'raise_concern': return { title: `${site ?? 'The site'} raised a concern`, tone: 'due' };
    case 'start': return { title: `Started on ${day('started_on')}`, tone: 'fine' };
    case 'not_arrived':
    case 'record_not_arrived': return { title: 'Did not arrive', tone: 'late' };
    case 'correct': return { title: 'Counts to another quota after a correction of the record', tone: 'info' };
    case 'leave': return { title: `Left on ${day('left_on')}`, tone: 'quiet' };
    case 'cancel': return { title: 'Cancelled', tone: 'quiet' };
    case 'extend': return { title: `${endsEarlier(row) ? 'Planned end brought forward' : 'Extended'} to ${day('planned_last_on')}`, tone: 'info' };
    case 'change_share': return { title: before === null ? `Continues, ${shareWords(after)}, from ${day('planned_first_on')}` : `Share changed: until ${day('last_on')} ${shareWords(after)}`, tone: 'info' };
    case 'change_site': return { title: before === null ? `Continues at ${site ?? 'another site'} from ${day('planned_first_on')}` : `Site changed; at ${site ?? 'this site'} until ${day('last_on')}`, tone: 'info' };
    case 'agree_notice': return { title: 'Parents agree to less than 48 hours\u2019 notice', tone: 'info' };
    case 'tell_parents': return { title: 'Parents told where and when', tone: 'fine' };
    case 'book_transport': return { title: `Transport booked: ${(TRANSPORT_WORDS[String(after.transport)] ?? '').toLowerCase()}`, tone: 'fine' };
    case 'undo': return { title: `Undone: the ${actAsNoun(undone ?? 'act')}`, tone: 'due' };
    case 'rescind': return { title: 'Ended because the exclusion was rescinded', tone: 'quiet' };
    case 'reinstate': return { title: 'Ended because the pupil was reinstated', tone: 'quiet' };
    case 'import': return { title: 'Brought in from a file', tone: 'quiet' };
    default: return { title: sentenceCase(act), tone: 'quiet' };
  }
}

function dayWords(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, 10) : '';
  return isCalendarDate(text) ? dateInWords(text) : 'a day not recorded';
}

function shareWords(after: Readonly<Record<string, unknown>>): string {
  return shareInWords(Number(after.share_tenths)).toLowerCase();
}

function sentenceCase(act: string): string {
  const words = act.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
