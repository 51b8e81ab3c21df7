/** Writes one exclusion, referral or placement on the workbench, filling in what most of them share. */
import { type CalendarDate, addDays } from '@/lib/core/calendar-date';
import type { AuthoritySlug } from './facts';
import type { ExclusionFact, PlacementFact, ReferralFact } from './pupil-facts';
import { TODAY } from './authorities';
import { instant, type Workbench } from './workbench';

const REASONS: readonly (readonly [readonly string[], number])[] = [
  [['DB'], 34], [['PP'], 13], [['PA'], 10], [['VA'], 12], [['VA', 'DB'], 8], [['OW'], 7], [['DA'], 8], [['PP', 'BU'], 4], [['DM'], 2], [['MT', 'BU'], 2],
];

function pickReasons(bench: Workbench): readonly string[] {
  return bench.random.pickWeighted(REASONS);
}

export type NewExclusion = Omit<ExclusionFact, 'reference' | 'reasons' | 'outsideSchool' | 'series'>
  & Partial<Pick<ExclusionFact, 'reasons' | 'outsideSchool' | 'series'>>;

export function addExclusion(bench: Workbench, given: NewExclusion): ExclusionFact {
  const exclusion: ExclusionFact = {
    reference: bench.reference(given.authority, 'X'), reasons: given.reasons ?? pickReasons(bench), outsideSchool: null,
    series: 'demonstration', ...given,
  };
  bench.exclusions.push(exclusion);
  return exclusion;
}

/** Recorded on the day; upheld by the governing board in its 15 school days, once these have passed (R26). */
export function usualStates(bench: Workbench, authority: AuthoritySlug, on: CalendarDate): ExclusionFact['states'] {
  const boardOn = bench.schoolDays(authority).nthSchoolDayAfter(on, bench.random.whole(8, 15));
  const recorded = { state: 'recorded' as const, on, note: '' };
  return boardOn < TODAY ? [recorded, { state: 'upheld', on: boardOn, note: 'Governing board declined to reinstate' }] : [recorded];
}

export type NewReferral = Omit<ReferralFact, 'reference' | 'shows' | 'note' | 'waiting'> & Partial<Pick<ReferralFact, 'shows' | 'note' | 'waiting'>>;

export function addReferral(bench: Workbench, given: NewReferral): ReferralFact {
  const referral: ReferralFact = { reference: bench.reference(given.authority, 'R'), waiting: false, shows: [], note: '', ...given };
  bench.referrals.push(referral);
  return referral;
}

export type NewPlacement = Pick<PlacementFact,
  'authority' | 'referral' | 'pupil' | 'site' | 'placeKind' | 'route' | 'countingKind' | 'attributedUrn' | 'firstOn' | 'lastOn' | 'state'>
  & { readonly proposedOn: CalendarDate } & Partial<PlacementFact>;

const PUPIL_VIEWS = ['Wants to keep up with English and maths', 'Would rather be in a small class', 'Worried about meeting new people', 'Looks forward to the workshop'] as const;
const PARENT_VIEWS = ['Content with the place offered', 'Asks for a start as early as can be', 'Asks how travel will work', 'Wants a way back to school to be planned'] as const;
const WHY = ['Meets the primary need and starts soonest', 'Nearest site that meets the need', 'Small groups suit the pupil', 'Keeps the options the pupil is working towards'] as const;

export function addPlacement(bench: Workbench, given: NewPlacement): PlacementFact {
  const { proposedOn, ...rest } = given;
  const { random } = bench;
  const days = bench.schoolDays(given.authority);
  const answered = rest.state === 'proposed' ? null : proposedOn;
  const placement: PlacementFact = {
    reference: bench.reference(given.authority, 'L'), heldBecause: null, shareTenths: 10,
    decidedAt: instant(proposedOn, `${String(random.whole(9, 16)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`),
    replyDueOn: days.nthSchoolDayAfter(proposedOn, 2),
    history: [
      { state: 'proposed', on: proposedOn, note: '' },
      ...(answered ? [{ state: 'accepted' as const, on: answered, note: '' }] : []),
      ...(rest.state === 'started' || rest.state === 'left' ? [{ state: 'started' as const, on: rest.firstOn, note: '' }] : []),
      ...(rest.state === 'left' ? [{ state: 'left' as const, on: rest.lastOn, note: 'Returned to a mainstream school' }] : []),
      ...(rest.state === 'not_arrived' ? [{ state: 'not_arrived' as const, on: rest.firstOn, note: 'Not there on the first day; no call' }] : []),
    ],
    parentsToldAt: answered ? instant(addDays(rest.firstOn, -4) < answered ? answered : addDays(rest.firstOn, -4), '16:30') : null,
    transport: random.pickWeighted([['none', 30], ['bus pass', 40], ['minibus', 18], ['taxi', 12]] as const),
    pupilView: random.pick(PUPIL_VIEWS), parentView: random.pick(PARENT_VIEWS), whySuitable: random.pick(WHY), ...rest,
  };
  bench.placements.push(placement);
  return placement;
}
