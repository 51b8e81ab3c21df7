import { conflict, notFoundRefusal, stale } from '@/lib/core/refusal';
import { dateInWords } from '@/lib/core/date-words';
import { shareInWords } from '@/lib/core/field-words';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { refusalInWords, stateAfter, type PlacementAct } from './rules/states';
import { placementById, type PlacementRow } from './store';

/**
 * Takes the locks of a placement change in the one fixed order: the pupil, then the sites by id. The
 * database's own trigger raises the same rows, in the same order, for clients that do not ask.
 */
export async function lockForPlacement(tx: WriteTx, pupilId: string, siteIds: readonly string[]): Promise<void> {
  await tx.execute(sql`SELECT lock_for_placement(${pupilId}::uuid, ${siteIds}::uuid[])`);
}

/** The locks of a placement at a site for the pupil of a request; none of a request that is absent. */
export async function lockForReferral(tx: WriteTx, referralId: string, siteId: string): Promise<void> {
  await tx.execute(sql`SELECT lock_for_placement(pupil_id, ARRAY[${siteId}::uuid]) FROM referral WHERE id = ${referralId}::uuid`);
}

/** The placement, locked with its pupil, its site and any further site; or the refusal that it is absent or has changed. */
export async function lockedPlacement(
  tx: WriteTx, id: string, version: number | null, furtherSites: readonly string[] = [],
): Promise<PlacementRow> {
  await tx.execute(sql`SELECT lock_for_placement(pupil_id, site_id || ${furtherSites}::uuid[]) FROM placement WHERE id = ${id}::uuid`);
  const row = await placementById(tx, id);
  if (!row) throw notFoundRefusal();
  if (version !== null && row.version !== version) throw stale(...staleWords(row));
  return row;
}

function staleWords(row: PlacementRow): [string, string[]] {
  return [
    'Somebody changed this placement while you had the page open. Nothing of yours was saved; what you typed is below, and what stands now is listed here. Open the placement again to go on from it',
    [
      `Now: ${row.state.replace('_', ' ')}, ${dateInWords(row.first_on)} to ${dateInWords(row.last_on)}, ${shareInWords(row.share_tenths).toLowerCase()}`,
      ...(row.where_next ? [`Where next: ${row.where_next}`] : []),
    ],
  ];
}

/** The state the act leads to, or the refusal that says what can be done instead. */
export function nextState(row: PlacementRow, act: PlacementAct): PlacementRow['state'] {
  const next = stateAfter(row.state, act);
  if (next === null) throw conflict(refusalInWords(row.state, act));
  return next;
}

export type PlacementChanges = Partial<Omit<PlacementRow, 'id' | 'reference' | 'pupil_id' | 'referral_id' | 'version' | 'first_on' | 'last_on'>>;

/** Writes the new row and its event. The database's refusal of one pupil too many becomes a refusal people read. */
export async function applyChange(
  tx: WriteTx, before: PlacementRow, changes: PlacementChanges,
  event: { readonly act: string; readonly actId: string; readonly reason?: string; readonly undoesId?: string },
): Promise<void> {
  const row = { ...before, ...changes };
  const touched = await guarded(() => tx.execute(sql`
    UPDATE placement SET site_id = ${row.site_id}::uuid, place_kind = ${row.place_kind}, counting_kind = ${row.counting_kind},
           attributed_establishment_id = ${row.attributed_establishment_id}::uuid, share_tenths = ${row.share_tenths},
           planned_first_on = ${row.planned_first_on}::date, planned_last_on = ${row.planned_last_on}::date, started_on = ${row.started_on}::date,
           left_on = ${row.left_on}::date, state = ${row.state}, reply_by = ${row.reply_by}::date, concern = ${row.concern}, transport = ${row.transport},
           transport_booked_on = ${row.transport_booked_on}::date, parents_told_at = ${row.parents_told_at}, admission_meeting_on = ${row.admission_meeting_on}::date,
           view_pupil = ${row.view_pupil}, view_parent = ${row.view_parent}, why_suits = ${row.why_suits}, late_reason = ${row.late_reason},
           where_next = ${row.where_next}, continues_id = ${row.continues_id}::uuid, decided_at = ${row.decided_at}, decided_by = ${row.decided_by}::uuid,
           version = version + 1
     WHERE id = ${before.id}::uuid AND version = ${before.version}`));
  if (touched === 0) throw stale(...staleWords(before));
  await recordEvent(tx, before.id, before, event);
}

/** Adds the event of a placement with the row as it now stands; `before` is null for a new one. */
export async function recordEvent(
  tx: WriteTx, placementId: string, before: PlacementRow | null,
  event: { readonly act: string; readonly actId: string; readonly reason?: string; readonly undoesId?: string },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO placement_event (authority_id, placement_id, act, before, after, reason, undoes_id, act_id, recorded_by, recorded_at)
    SELECT p.authority_id, p.id, ${event.act}, ${before === null ? null : JSON.stringify(before)}::jsonb, to_jsonb(p), ${event.reason ?? ''},
           ${event.undoesId ?? null}::uuid, ${event.actId}::uuid, ${tx.actor?.personId ?? null}::uuid, ${tx.now}
      FROM placement p WHERE p.id = ${placementId}::uuid`);
}

const TAKEN = 'The place has gone: somebody else took it first';
const DOUBLE = 'This pupil would have more than one whole place at once';

/** Turns the database's refusal into words; anything else passes through. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const state = sqlErrorIn(thrown)?.sqlState;
    if (state === 'FP010') throw conflict(TAKEN, ['Go back to the options: they show what is free now']);
    if (state === 'FP011') throw conflict(DOUBLE, ['End or shorten the pupil\'s other placement first, or take a smaller share']);
    if (state === 'FP012') throw conflict('There would be fewer places than pupils who hold one', ['Move pupils or authorise over-number first']);
    throw thrown;
  }
}

/** `yyyy-mm-dd` of a row that went through JSON, as events keep it. */
export function rowFromEvent(json: Record<string, unknown>): PlacementChanges {
  const dates = ['planned_first_on', 'planned_last_on', 'started_on', 'left_on', 'reply_by', 'transport_booked_on', 'admission_meeting_on'] as const;
  const texts = ['site_id', 'place_kind', 'counting_kind', 'attributed_establishment_id', 'state', 'concern', 'transport', 'view_pupil', 'view_parent',
    'why_suits', 'late_reason', 'where_next', 'continues_id', 'decided_by'] as const;
  const changes: Record<string, unknown> = { share_tenths: json.share_tenths };
  for (const name of dates) changes[name] = (json[name] as CalendarDate | null) ?? null;
  for (const name of texts) changes[name] = json[name] ?? null;
  for (const name of ['parents_told_at', 'decided_at'] as const) changes[name] = json[name] ? new Date(String(json[name])) : null;
  return changes as PlacementChanges;
}
