import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { dateInWords } from '@/lib/core/date-words';
import type { Command } from '@/lib/server/command';
import { nextState } from '../change';
import { continuePlacement } from '../continue-placement';
import { followingHere, goesOnFirst } from '../following';
import { changeSiteInput } from '../input';
import { loadForChange } from '../load-change';
import { mayPlace } from '../policy';
import { refreshReferral } from '../referral-state';
import { refuseUnsuitable } from '../refuse-unsuitable';

/** Moves a pupil to another site from a day on, within the same stay; the new site is asked. */
export const changeSite: Command<typeof changeSiteInput, { placementId: string; actId: string }> = {
  name: 'placement.change_site',
  input: changeSiteInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    const loaded = await loadForChange(tx, input.placementId, input.version, [input.siteId]);
    const { row, held, pupil } = loaded;
    nextState(row, 'change_site');
    const site = loaded.sites.find((one) => one.id === input.siteId);
    if (!site) throw invalid('siteId', 'Choose a site');
    if (site.id === row.site_id) throw invalid('siteId', 'The pupil is at this site now');
    if (input.fromOn > row.last_on) throw invalid('fromOn', `The placement ends on ${dateInWords(row.last_on)}: choose that day or an earlier one`);
    const firstOn = input.fromOn > held.firstOn ? input.fromOn : held.firstOn;
    refuseUnsuitable(pupil, site, firstOn, held.lastOn);
    const [next] = await followingHere(tx, row);
    if (next) throw conflict(goesOnFirst(next.reference));
    const handled = await continuePlacement(tx, loaded, {
      act: 'change_site', fromOn: input.fromOn, siteId: site.id, placeKind: input.placeKind, shareTenths: row.share_tenths,
      siteCountsToQuota: site.counts_to_quota, words: `Moves to ${site.name}`,
    }, input.reason, input.seen);
    await refreshReferral(tx, row.referral_id);
    return handled;
  },
};
