import { maxDate } from '@/lib/core/calendar-date';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import type { PupilRecord } from '@/lib/pupils/store';
import { loadSites } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { heldFromRow } from '../counting';
import { quotaEffectsFor, spanOfChange } from '../quota-effect';
import { heldUnder } from '../reverse-exclusion';
import { placesSeen, reversalChange } from '../rules/reversal';
import { type EffectView, effectViews } from './effect-view';

/** What a reinstatement or a cancelled exclusion would take back, before anybody confirms it. */
export interface ReversalView {
  /** True when the pupil has a place under the exclusion. */
  readonly endsPlaces: boolean;
  /** Quota and charge that fall away, by the same functions as a change of a placement. */
  readonly effects: readonly EffectView[];
  /** The places that end, as the form carries them. */
  readonly seen: string;
}

/** The places under an exclusion that a reversal of it would end today, with their quota and charge. */
export async function reversalView(tx: ReadTx, exclusion: Pick<ExclusionRecord, 'id'>, pupil: Pick<PupilRecord, 'year_group'>): Promise<ReversalView> {
  const rows = await heldUnder(tx, exclusion);
  if (rows.length === 0) return { endsPlaces: false, effects: [], seen: '' };
  const sites = await loadSites(tx);
  const held = rows.map((row) => heldFromRow(row, { yearGroup: pupil.year_group, siteCountsToQuota: sites.find((site) => site.id === row.site_id)?.counts_to_quota ?? true }));
  const change = reversalChange(held, tx.today);
  const effects = (await quotaEffectsFor(tx, spanOfChange(change)))(change);
  return { endsPlaces: true, effects: await effectViews(tx, effects, held.map((one) => one.lastOn).reduce(maxDate)), seen: placesSeen(rows) };
}
