import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { FieldProblem } from '@/lib/core/refusal';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { authorityWithDuty } from '@/lib/exclusions/authority-with-duty';
import type { KeptSite } from '@/lib/providers/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { countingKindOf, phaseOf } from '../counting';
import { mayPlace } from '../policy';
import { type AlreadyPlaced, judgeAlready } from '../rules/already-placed';
import { WHOLE_PLACE_TENTHS } from '../rules/counting-weight';
import { stateInWords } from '../rules/states';
import type { HeldPlacement, PupilBrief } from '../types';
import { judgedOptions, type OptionView } from './judged-options';
import { type LoadedReferral, loadReferral } from './pupil-brief';
import { sharesBeside } from './shares-beside';
import { readWanted, type WantedAsked, type WantedPlace } from './wanted-place';

/** A place the pupil has already: in words, and whether it leaves room for another. */
export interface AlreadyView extends AlreadyPlaced {
  readonly placementId: string;
  readonly words: string;
}

/** Everything the page Place a pupil shows. */
export interface PlaceView {
  readonly referralId: string;
  readonly referralReference: string;
  readonly brief: PupilBrief;
  readonly wanted: WantedPlace;
  readonly problems: readonly FieldProblem[];
  /** The authority that has the duty and places the pupil, where it is another one; null else. */
  readonly homeAuthority: string | null;
  /** Places the pupil has already in these days. */
  readonly already: readonly AlreadyView[];
  /** Every site that fits is refused because of a place the pupil has: nothing is left to choose here. */
  readonly isBlocked: boolean;
  readonly options: readonly OptionView[];
  readonly stopped: readonly OptionView[];
}

/** The view with what it was made of, for the check that follows it. */
export interface OpenedPlace {
  readonly view: PlaceView;
  readonly loaded: LoadedReferral;
  readonly calendars: Calendars;
  readonly sites: readonly KeptSite[];
  /** Of the pupil's own places, those in the way of the further one. */
  readonly alreadyFor: (candidate: HeldPlacement) => AlreadyView[];
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
  const read = readWanted(calendars, tx.today, {
    route: referral.route, yearGroup: pupil.year_group, wantedFrom: referral.wanted_from, wantedTo: referral.wanted_to, shareTenths: referral.wanted_share_tenths, clock: brief.clock,
  }, asked);
  const { problems } = read;
  const wanted = await withShareStillOpen(tx, pupil.id, read.wanted, asked);
  const homeAuthority = await authorityWithDuty(tx, loaded.exclusion);
  const base = { referralId: referral.id, referralReference: referral.reference, brief, wanted, problems, homeAuthority };
  if (problems.length > 0 || homeAuthority !== null) return { view: { ...base, already: [], isBlocked: false, options: [], stopped: [] }, loaded, calendars, sites: [], alreadyFor: () => [] };
  const { options, stopped, sites, placements } = await judgedOptions(tx, calendars, {
    pupil, needs: loaded.needs, wanted, except: [], attributedSchoolId: referral.establishment_id,
    changeFor: (site, firstOn) => ({ before: [], after: [candidateOf(tx, loaded, { siteId: site.id, siteCountsToQuota: site.counts_to_quota, ...wanted, firstOn })] }),
  });
  const own = placements.filter((one) => one.pupilId === pupil.id);
  const alreadyFor = (candidate: HeldPlacement): AlreadyView[] => judgeAlready(own, candidate).map(({ placement, ...judged }) => ({
    ...judged, placementId: placement.id,
    words: `${stateInWords(placement.state)} at ${sites.find((site) => site.id === placement.siteId)?.name ?? ''} from ${weekdayDateInWords(placement.firstOn)} to ${weekdayDateInWords(placement.lastOn)}`,
  }));
  const at = (siteId: string, firstOn: CalendarDate) => alreadyFor(candidateOf(tx, loaded, { siteId, siteCountsToQuota: true, ...wanted, firstOn }));
  const already = at('', wanted.firstOn);
  const isBlockedFrom = (firstOn: CalendarDate) => at('', firstOn).some((place) => place.blocks);
  const isBlocked = options.length === 0 ? already.some((one) => one.blocks) : options.every((one) => one.startOn !== null && isBlockedFrom(one.startOn));
  return { view: { ...base, already, isBlocked, options, stopped }, loaded, calendars, sites, alreadyFor };
}

/** Where nobody chose a share and the pupil has a part of a place: the part still open. */
async function withShareStillOpen(tx: ReadTx, pupilId: string, wanted: WantedPlace, asked: WantedAsked): Promise<WantedPlace> {
  if (asked.share !== '') return wanted;
  const open = WHOLE_PLACE_TENTHS - (await sharesBeside(tx, pupilId, wanted.firstOn));
  return open > 0 && open < wanted.shareTenths ? { ...wanted, shareTenths: open } : wanted;
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
