import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import type { FieldProblem } from '@/lib/core/refusal';
import { weekdayDateInWords } from '@/lib/core/date-words';
import type { KeptSite } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { countingKindOf, phaseOf } from '../counting';
import { mayPlace } from '../policy';
import { stateInWords } from '../rules/states';
import type { HeldPlacement, PupilBrief } from '../types';
import { judgedOptions, type OptionView } from './judged-options';
import { type LoadedReferral, loadReferral } from './pupil-brief';
import { readWanted, type WantedAsked, type WantedPlace } from './wanted-place';

/** Everything the page Place a pupil shows. */
export interface PlaceView {
  readonly referralId: string;
  readonly referralReference: string;
  readonly brief: PupilBrief;
  readonly wanted: WantedPlace;
  readonly problems: readonly FieldProblem[];
  /** A place the pupil has already in these days: words and where it leads. */
  readonly already: readonly { readonly placementId: string; readonly words: string }[];
  readonly options: readonly OptionView[];
  readonly stopped: readonly OptionView[];
}

/** The view with what it was made of, for the check that follows it. */
export interface OpenedPlace {
  readonly view: PlaceView;
  readonly loaded: LoadedReferral;
  readonly calendars: Calendars;
  readonly sites: readonly KeptSite[];
}

/** Options for a pupil waiting, for officers; null when there is no such request or nobody may place. */
export async function placeView(tx: ReadTx, referralId: string, asked: WantedAsked): Promise<PlaceView | null> {
  return (await openPlace(tx, referralId, asked))?.view ?? null;
}

export async function openPlace(tx: ReadTx, referralId: string, asked: WantedAsked): Promise<OpenedPlace | null> {
  if (!mayPlace(tx.actor)) return null;
  const calendars = await loadCalendars(tx);
  const loaded = await loadReferral(tx, calendars, referralId);
  if (!loaded) return null;
  const { referral, pupil, brief } = loaded;
  const { wanted, problems } = readWanted(calendars, tx.today, {
    route: referral.route, yearGroup: pupil.year_group, wantedFrom: referral.wanted_from, shareTenths: referral.wanted_share_tenths, clock: brief.clock,
  }, asked);
  const base = { referralId: referral.id, referralReference: referral.reference, brief, wanted, problems };
  if (problems.length > 0) return { view: { ...base, already: [], options: [], stopped: [] }, loaded, calendars, sites: [] };
  const { options, stopped, sites, placements } = await judgedOptions(tx, calendars, {
    pupil, needs: loaded.needs, wanted, except: [], attributedSchoolId: referral.establishment_id,
    changeFor: (site, firstOn) => ({ before: [], after: [candidateOf(tx, loaded, { siteId: site.id, siteCountsToQuota: site.counts_to_quota, ...wanted, firstOn })] }),
  });
  const already = placements.filter((one) => one.pupilId === pupil.id && one.firstOn <= wanted.lastOn && one.lastOn >= wanted.firstOn).map((one) => ({
    placementId: one.id,
    words: `${stateInWords(one.state)} at ${sites.find((site) => site.id === one.siteId)?.name ?? ''} from ${weekdayDateInWords(one.firstOn)} to ${weekdayDateInWords(one.lastOn)}`,
  }));
  return { view: { ...base, already, options, stopped }, loaded, calendars, sites };
}

/** The placement that a choice would make, as counting and capacity see it. */
export function candidateOf(
  tx: Pick<ReadTx, 'now'>, { referral, pupil }: Pick<LoadedReferral, 'referral' | 'pupil'>,
  place: Pick<HeldPlacement, 'siteId' | 'firstOn' | 'lastOn' | 'shareTenths'> & { readonly siteCountsToQuota: boolean; readonly kind: HeldPlacement['placeKind'] },
): HeldPlacement {
  return {
    reference: 'new', pupilId: pupil.id, siteId: place.siteId, countingKind: countingKindOf(referral.route, referral.establishment_id), placeKind: place.kind,
    attributedSchoolId: referral.establishment_id, firstOn: place.firstOn, lastOn: place.lastOn, shareTenths: place.shareTenths,
    decidedAt: tx.now.toISOString(), state: 'proposed', phase: phaseOf(pupil.year_group), siteCountsToQuota: place.siteCountsToQuota,
  };
}
