import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { addDays, maxDate } from '@/lib/core/calendar-date';
import { conflict, expired, notFoundRefusal } from '@/lib/core/refusal';
import { loadSites } from '@/lib/providers/store';
import { pupilById } from '@/lib/pupils/store';
import { instantColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { reviewWarnings } from '../chair-warning';
import { applyChange, lockForPlacement, rowFromEvent } from '../change';
import { heldFromRow } from '../counting';
import { undoInput } from '../input';
import { refuseMarked, type Stay } from '../markers';
import { mayPlace } from '../policy';
import { refreshReferral } from '../referral-state';
import { refuseUnlessRoom } from '../room';
import { placementById, type PlacementRow } from '../store';

const MINUTES = 10;
export const UNDOABLE_ACTS = ['propose', 'extend', 'leave', 'cancel', 'change_share', 'change_site'] as const;

const eventRow = z.object({
  id: z.string(), placement_id: z.string(), act: z.string(), before: z.record(z.string(), z.unknown()).nullable(), recorded_at: instantColumn, is_last: z.boolean(),
});

async function eventsOf(tx: ReadTx, actId: string): Promise<z.output<typeof eventRow>[]> {
  return tx.rows(eventRow, sql`
    SELECT e.id, e.placement_id, e.act, e.before, e.recorded_at,
           NOT EXISTS (SELECT 1 FROM placement_event l WHERE l.authority_id = e.authority_id AND l.placement_id = e.placement_id AND l.entry > e.entry) AS is_last
      FROM placement_event e WHERE e.act_id = ${actId}::uuid ORDER BY e.entry`);
}

/** Undoes an officer's act within ten minutes, by further entries; a place it takes back must still be free. */
export const undoAct: Command<typeof undoInput, { placementId: string }> = {
  name: 'placement.undo',
  input: undoInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const first = await placementById(tx, input.placementId);
    const known = await eventsOf(tx, input.actId);
    if (!first || !known.some((event) => event.placement_id === first.id)) throw notFoundRefusal();
    const rowsBefore = await Promise.all(known.map((event) => placementById(tx, event.placement_id)));
    const sitesConcerned = [...rowsBefore.flatMap((row) => (row ? [row.site_id] : [])), ...known.flatMap((event) => (event.before ? [String(event.before.site_id)] : []))];
    await lockForPlacement(tx, first.pupil_id, sitesConcerned);
    const events = await eventsOf(tx, input.actId);
    if (events.some((event) => !(UNDOABLE_ACTS as readonly string[]).includes(event.act))) throw conflict('This act is changed by a further act, not by undo');
    if (events.some((event) => tx.now.getTime() - event.recorded_at.getTime() > MINUTES * 60_000)) {
      throw expired('Ten minutes have passed, so this can no longer be undone. Change the placement instead');
    }
    if (events.some((event) => !event.is_last)) throw conflict('The placement was changed again since. Undo is for the latest act only');
    const actId = newFormKey();
    const rows = await Promise.all(events.map((event) => need(tx, event.placement_id)));
    const created = events.filter((event) => event.before === null);
    for (const event of created) {
      const row = await need(tx, event.placement_id);
      await applyChange(tx, row, { state: 'cancelled', started_on: null, left_on: null }, { act: 'undo', actId, undoesId: event.id });
    }
    for (const event of events.filter((one) => one.before !== null)) {
      const row = await need(tx, event.placement_id);
      const back = rowFromEvent(event.before ?? {});
      await refuseUnlessStillFree(tx, { ...row, ...back }, row, events.map((one) => one.placement_id));
      await refuseMarked(tx, daysTakenBack({ ...row, ...back }, rows));
      await applyChange(tx, row, back, { act: 'undo', actId, undoesId: event.id });
    }
    await refreshReferral(tx, first.referral_id);
    const tookBack = events.some((event) => event.act === 'leave' || event.act === 'cancel' || event.act === 'change_share');
    await reviewWarnings(tx, [first.attributed_establishment_id], tookBack ? 'took_a_place' : 'freed_only');
    return {
      outcome: { placementId: events[0]?.placement_id ?? first.id },
      audit: { subjectKind: 'placement', subjectId: first.id, pupilId: first.pupil_id, after: { undone: input.actId } },
    };
  },
};

async function need(tx: ReadTx, id: string): Promise<PlacementRow> {
  const row = await placementById(tx, id);
  if (!row) throw notFoundRefusal();
  return row;
}

/** The days at a site that an undo takes again: those after the last day that the pupil has there now, else all of them. */
function daysTakenBack(restored: PlacementRow, now: readonly PlacementRow[]): Omit<Stay, 'key'> {
  const firstOn = restored.started_on ?? restored.planned_first_on;
  const lastOn = restored.left_on ?? restored.planned_last_on;
  const had = now.filter((row) => row.state !== 'cancelled' && row.site_id === restored.site_id).map((row) => row.last_on);
  return {
    pupilId: restored.pupil_id, siteId: restored.site_id, lastOn,
    firstOn: restored.state === 'cancelled' ? addDays(lastOn, 1) : had.length === 0 ? firstOn : addDays(had.reduce(maxDate), 1),
  };
}

async function refuseUnlessStillFree(tx: ReadTx, restored: PlacementRow, now: PlacementRow, ofThisAct: readonly string[]): Promise<void> {
  if (restored.state === 'cancelled') return;
  const pupil = await pupilById(tx, now.pupil_id);
  const sites = await loadSites(tx);
  const site = sites.find((one) => one.id === restored.site_id);
  if (!pupil || !site) throw notFoundRefusal();
  const days = { first_on: restored.started_on ?? restored.planned_first_on, last_on: restored.left_on ?? restored.planned_last_on };
  const candidate = heldFromRow({ ...restored, ...days }, { yearGroup: pupil.year_group, siteCountsToQuota: site.counts_to_quota });
  await refuseUnlessRoom(tx, await loadCalendars(tx), sites, candidate, ofThisAct);
}
