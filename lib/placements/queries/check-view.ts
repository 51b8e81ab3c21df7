import { loadSettings } from '@/lib/organisations/settings';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { noLocalPlacing } from '@/lib/exclusions/authority-with-duty';
import { daysLate } from '@/lib/exclusions/rules/clock-status';
import { instantInWords, latestDaySixNotice, type LostNotice, lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import { countingDays } from '@/lib/exclusions/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { fingerprint, quotaEffectsFor, spanOfChange } from '../quota-effect';
import { replyByOf } from '../reply-by';
import { mayPlace } from '../policy';
import { type AlreadyView, candidateOf, openPlace, type PlaceView } from './place-view';
import { type EffectView, effectViews } from './effect-view';
import type { OptionView } from './judged-options';
import { sharesBeside } from './shares-beside';
import type { WantedAsked } from './wanted-place';

/** What the check page shows of a choice that can be made. */
export interface CheckView {
  readonly place: PlaceView;
  readonly option: OptionView;
  readonly firstOn: CalendarDate;
  readonly referralVersion: number;
  readonly effects: readonly EffectView[];
  /** The figures shown, as the form carries them. */
  readonly seen: string;
  /** School days from the due date to the start; 0 when in time. */
  readonly lateSchoolDays: number;
  readonly dueOn: CalendarDate | null;
  /** The pupil is owed full-time education and this place is only part of it. */
  readonly leavesRestOpen: boolean;
  readonly replyBy: CalendarDate | null;
  /** Parents are told at least 48 hours before the first session: the latest moment in words. */
  readonly tellParentsBy: string;
  /** What is to be done instead where that time has passed; null while it has not. */
  readonly lostNotice: LostNotice | null;
  readonly startTime: string;
  readonly whySuits: string;
}

/** A choice checked: the view, or what stops it. */
export type CheckedChoice =
  | { readonly kind: 'can'; readonly view: CheckView }
  | { readonly kind: 'cannot'; readonly place: PlaceView; readonly siteName: string | null; readonly why: readonly string[] }
  | { readonly kind: 'has_place'; readonly place: PlaceView; readonly already: readonly AlreadyView[] };

/** The choice of a site with everything it changes; null when there is no such request. */
export async function checkView(tx: ReadTx, referralId: string, siteSlug: string, asked: WantedAsked): Promise<CheckedChoice | null> {
  if (!mayPlace(tx.actor)) return null;
  const opened = await openPlace(tx, referralId, asked);
  if (!opened) return null;
  const { view: place, loaded, calendars, sites } = opened;
  if (place.homeAuthority !== null) return { kind: 'cannot', place, siteName: null, why: [noLocalPlacing(place.homeAuthority)] };
  const option = place.options.find((one) => one.slug === siteSlug);
  const site = sites.find((one) => one.slug === siteSlug);
  if (!option || option.startOn === null || !site) {
    // The pupil's own place may be what fills the site.
    const inTheWay = place.already.filter((one) => one.blocks);
    if (inTheWay.length > 0) return { kind: 'has_place', place, already: inTheWay };
    const stopped = place.stopped.find((one) => one.slug === siteSlug);
    const why = stopped ? stopped.stops.map((stop) => stop.words) : place.problems.map((problem) => problem.message);
    return { kind: 'cannot', place, siteName: stopped?.name ?? null, why };
  }
  const firstOn = option.startOn;
  const { wanted, brief } = place;
  const candidate = candidateOf(tx, loaded, { siteId: option.siteId, siteCountsToQuota: site.counts_to_quota, ...wanted, firstOn });
  const already = opened.alreadyFor(candidate);
  if (already.some((one) => one.blocks)) return { kind: 'has_place', place, already };
  const change = { before: [], after: [candidate] };
  const effects = (await quotaEffectsFor(tx, spanOfChange(change)))(change);
  const dueOn = brief.clock.kind === 'clock' ? brief.clock.clock.dueOn : null;
  return {
    kind: 'can',
    view: {
      place, option, firstOn, referralVersion: loaded.referral.version, effects: await effectViews(tx, effects, wanted.lastOn), seen: fingerprint(effects),
      lateSchoolDays: dueOn === null || !loaded.exclusion ? 0 : daysLate(countingDays(calendars, loaded.exclusion), dueOn, firstOn) ?? 0,
      dueOn, leavesRestOpen: loaded.exclusion !== null && wanted.shareTenths + (await sharesBeside(tx, candidate.pupilId, firstOn)) < 10, replyBy: replyByOf(calendars.forSite(option.siteId), tx.today, (await loadSettings(tx)).site_reply_within), tellParentsBy: fortyEightHoursBefore(firstOn, site.start_time),
      lostNotice: lostNotice(tx.now, { startsOn: firstOn, startsAt: site.start_time }, dueOn),
      startTime: site.start_time, whySuits: option.reasonsFor.join('. '),
    },
  };
}

/** Two whole days by the clock before the first session, in words: `Saturday 7 March 2026 at 09:00`. */
export function fortyEightHoursBefore(firstOn: CalendarDate, startTime: string): string {
  return instantInWords(latestDaySixNotice({ startsOn: firstOn, startsAt: startTime }));
}
