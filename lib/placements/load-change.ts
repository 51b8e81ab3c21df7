import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { notFoundRefusal, stale } from '@/lib/core/refusal';
import { pupilById, type PupilRecord } from '@/lib/pupils/store';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import type { WriteTx } from '@/lib/server/unit-of-work';
import { lockedPlacement } from './change';
import { heldFromRow } from './counting';
import { fingerprint, type PlacementChange, type QuotaEffect, quotaEffectsFor, spanOfChange } from './quota-effect';
import type { PlacementRow } from './store';
import type { HeldPlacement } from './types';

/** A locked placement with everything that a change of its terms is decided on. */
export interface LoadedChange {
  readonly row: PlacementRow;
  readonly held: HeldPlacement;
  readonly pupil: PupilRecord;
  readonly site: KeptSite;
  readonly sites: readonly KeptSite[];
  readonly calendars: Calendars;
}

export async function loadForChange(tx: WriteTx, id: string, version: number | null, furtherSites: readonly string[] = []): Promise<LoadedChange> {
  const row = await lockedPlacement(tx, id, version, furtherSites);
  const pupil = await pupilById(tx, row.pupil_id);
  const sites = await loadSites(tx);
  const site = sites.find((one) => one.id === row.site_id);
  if (!pupil || !site) throw notFoundRefusal();
  const held = heldFromRow(row, { yearGroup: pupil.year_group, siteCountsToQuota: site.counts_to_quota });
  return { row, held, pupil, site, sites, calendars: await loadCalendars(tx) };
}

/** The quota effect of a change; refuses when it is no longer the one the person saw on the check page. */
export async function refuseUnlessSeen(tx: WriteTx, change: PlacementChange, seen: string): Promise<QuotaEffect[]> {
  const effects = (await quotaEffectsFor(tx, spanOfChange(change)))(change);
  if (fingerprint(effects) !== seen) {
    throw stale('The figures changed while you looked at them. Check them again below, then confirm', effects.map((one) => one.sentence));
  }
  return effects;
}
