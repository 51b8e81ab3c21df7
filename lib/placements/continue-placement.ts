import { z } from 'zod';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { loadSettings } from '@/lib/organisations/settings';
import type { Handled } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { warnChairs } from './chair-warning';
import { finishTasksOf } from './finish-tasks';
import { applyChange, guarded, recordEvent } from './change';
import { settleMarkerTasks } from './marker-tasks';
import { refuseMarked } from './markers';
import { type LoadedChange, refuseUnlessSeen } from './load-change';
import { replyByOf } from './reply-by';
import { refuseUnlessRoom } from './room';
import type { PlacementRow } from './store';
import type { HeldPlacement } from './types';

const made = z.object({ id: z.string() });

/** New terms from a day on, within the same stay. */
export interface NewTerms {
  readonly act: 'change_share' | 'change_site';
  readonly fromOn: CalendarDate;
  readonly siteId: string;
  readonly placeKind: PlacementRow['place_kind'];
  readonly shareTenths: number;
  readonly siteCountsToQuota: boolean;
  readonly words: string;
}

/** The two placements that new terms make of one; the first is null when they hold from its first day. */
export function splitByTerms(held: HeldPlacement, terms: NewTerms): { readonly until: HeldPlacement | null; readonly from: HeldPlacement } {
  const from = {
    ...held, reference: 'new', siteId: terms.siteId, placeKind: terms.placeKind, shareTenths: terms.shareTenths,
    firstOn: terms.fromOn > held.firstOn ? terms.fromOn : held.firstOn, siteCountsToQuota: terms.siteCountsToQuota,
  };
  return { until: terms.fromOn > held.firstOn ? { ...held, lastOn: addDays(terms.fromOn, -1) } : null, from };
}

/** Applies new terms: from the first day by changing the placement, later by ending it the day before and continuing it. */
export async function continuePlacement(tx: WriteTx, loaded: LoadedChange, terms: NewTerms, reason: string, seen: string): Promise<Handled<{ placementId: string; actId: string }>> {
  const { row, held, sites, calendars } = loaded;
  const { until, from } = splitByTerms(held, terms);
  await refuseUnlessRoom(tx, calendars, sites, from, [row.id]);
  await refuseMarked(tx, from);
  const effects = await refuseUnlessSeen(tx, { before: [held], after: until ? [until, from] : [from] }, seen);
  const actId = newFormKey();
  const asksAnew = terms.act === 'change_site';
  const replyBy = asksAnew ? replyByOf(calendars.forSite(terms.siteId), tx.today, (await loadSettings(tx)).site_reply_within) : row.reply_by;
  const audit = {
    subjectKind: 'placement', subjectId: row.id, pupilId: row.pupil_id,
    before: { site: row.site_id, share: row.share_tenths }, after: { site: terms.siteId, share: terms.shareTenths, fromOn: from.firstOn },
  };
  if (until === null) {
    const state = asksAnew ? 'proposed' : row.state;
    await applyChange(tx, row, {
      site_id: terms.siteId, place_kind: terms.placeKind, share_tenths: terms.shareTenths, reply_by: replyBy, state, started_on: asksAnew ? null : row.started_on,
      concern: asksAnew ? '' : row.concern,
    }, { act: terms.act, actId, reason });
    if (asksAnew) await finishTasksOf(tx, row.id, terms.words);
    await settleMarkerTasks(tx, terms.words);
    await warnChairs(tx, effects);
    return { outcome: { placementId: row.id, actId }, audit };
  }
  const hasBegun = terms.fromOn <= tx.today && row.started_on !== null;
  await applyChange(tx, row, hasBegun
    ? { state: 'left', left_on: until.lastOn, where_next: terms.words }
    : { planned_last_on: until.lastOn, where_next: terms.words }, { act: terms.act, actId, reason });
  // Another share waits for the same answer as the share it goes on from.
  const state = asksAnew ? 'proposed' : hasBegun ? 'started' : row.state === 'started' ? 'accepted' : row.state;
  const next = await guarded(() => tx.row(made, sql`
    INSERT INTO placement (authority_id, pupil_id, referral_id, site_id, place_kind, counting_kind, attributed_establishment_id, share_tenths, planned_first_on,
                           planned_last_on, started_on, state, reply_by, concern, transport, view_pupil, view_parent, why_suits, continues_id, decided_at, decided_by)
    VALUES (${tx.authorityId}, ${row.pupil_id}::uuid, ${row.referral_id}::uuid, ${terms.siteId}::uuid, ${terms.placeKind}, ${row.counting_kind},
            ${row.attributed_establishment_id}::uuid, ${terms.shareTenths}, ${from.firstOn}::date, ${from.lastOn}::date,
            ${state === 'started' ? from.firstOn : null}::date, ${state}, ${replyBy}::date, ${asksAnew ? '' : row.concern}, ${row.transport}, ${row.view_pupil}, ${row.view_parent},
            ${asksAnew ? reason : row.why_suits}, ${row.id}::uuid, ${tx.now}, ${tx.actor?.personId ?? null}::uuid)
    RETURNING id`));
  const placementId = next?.id ?? row.id;
  await recordEvent(tx, placementId, null, { act: terms.act, actId, reason });
  await settleMarkerTasks(tx, terms.words);
  await warnChairs(tx, effects);
  return { outcome: { placementId, actId }, audit };
}
