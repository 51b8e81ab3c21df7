import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { dateInWords } from '@/lib/core/date-words';
import type { Command } from '@/lib/server/command';
import { nextState } from '../change';
import { continuePlacement } from '../continue-placement';
import { changeShareInput } from '../input';
import { loadForChange } from '../load-change';
import { mayPlace } from '../policy';
import { refreshReferral } from '../referral-state';

/** Gives a placement another share of full time from a day on, within the same stay. */
export const changeShare: Command<typeof changeShareInput, { placementId: string; actId: string }> = {
  name: 'placement.change_share',
  input: changeShareInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const loaded = await loadForChange(tx, input.placementId, input.version);
    const { row, site } = loaded;
    nextState(row, 'change_share');
    if (input.shareTenths === row.share_tenths) throw invalid('shareTenths', 'This is the share the pupil has now');
    if (input.fromOn > row.last_on) throw invalid('fromOn', `The placement ends on ${dateInWords(row.last_on)}: choose that day or an earlier one`);
    const handled = await continuePlacement(tx, loaded, {
      act: 'change_share', fromOn: input.fromOn, siteId: row.site_id, placeKind: row.place_kind, shareTenths: input.shareTenths,
      siteCountsToQuota: site.counts_to_quota, words: 'Continues with another share',
    }, input.reason, input.seen);
    await refreshReferral(tx, row.referral_id);
    return handled;
  },
};
