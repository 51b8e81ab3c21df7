import fc from 'fast-check';
import type { CountingKind } from '@/lib/agreements/types';
import { maxDate, minDate } from '@/lib/core/calendar-date';
import type { HeldPlacement, PlacementState } from '@/lib/placements/types';
import { MEMBER_IDS, OTHER_SCHOOL_ID } from './agreements';
import { springSpan } from './school-days';

const kind: fc.Arbitrary<CountingKind> = fc.constantFrom('permanent_exclusion', 'permanent_exclusion', 'dual_registered', 'dual_registered', 'authority_placed', 'ehc_named');
const state: fc.Arbitrary<PlacementState> = fc.constantFrom('started', 'started', 'started', 'left', 'proposed', 'accepted', 'concern', 'not_arrived', 'cancelled');
/** Part-time in half of cases. */
const share = fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 9 }));

/** A placement without its reference. Few pupils, schools and instants, so that stays meet and tie. */
const bare = fc.record({
  pupilId: fc.constantFrom('pupil-1', 'pupil-2', 'pupil-3', 'pupil-4', 'pupil-5'),
  siteId: fc.constantFrom('site-1', 'site-2'),
  placeKind: fc.constantFrom('day6' as const, 'preventative' as const, 'reserve' as const),
  countingKind: kind,
  attributedSchoolId: fc.oneof({ arbitrary: fc.constantFrom<string>(...MEMBER_IDS), weight: 8 }, { arbitrary: fc.constantFrom(OTHER_SCHOOL_ID, null), weight: 2 }),
  span: springSpan,
  shareTenths: share,
  decidedAt: fc.constantFrom('2028-01-04T09:00:00.000Z', '2028-01-04T09:00:00.001Z', '2028-02-29T23:59:59.999Z', '2028-03-31T12:00:00.000Z'),
  state,
  phase: fc.constantFrom<('primary' | 'secondary')[]>('secondary', 'secondary', 'secondary', 'primary'),
  siteCountsToQuota: fc.constantFrom(true, true, true, false),
});

/**
 * Up to ten placements. In at least three cases of ten one pupil has two part-time placements that overlap.
 * References are facts of the case, drawn with it: they do not follow the order of the list.
 */
export const placementSet: fc.Arbitrary<HeldPlacement[]> = fc
  .record({
    rows: fc.array(bare, { maxLength: 8 }),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { minLength: 10, maxLength: 10 }),
    pair: fc.record({ wanted: fc.constantFrom(true, true, false, false, false), first: bare, second: bare, shares: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })) }),
  })
  .map(({ rows, numbers, pair }) => {
    const { first, second } = pair;
    const overlapping = [
      { ...first, state: 'started' as const, shareTenths: pair.shares[0] },
      {
        ...second, state: 'started' as const, pupilId: first.pupilId, shareTenths: pair.shares[1],
        span: { firstOn: minDate(second.span.firstOn, first.span.lastOn), lastOn: maxDate(second.span.lastOn, first.span.firstOn) },
      },
    ];
    return [...rows, ...(pair.wanted ? overlapping : [])].map(({ span, ...row }, index) => ({ ...row, ...span, reference: `PL-${numbers[index]}` }));
  });

/** True when some pupil has two part-time placements that stand and share a day. */
export function hasOverlappingPartTime(placements: readonly HeldPlacement[]): boolean {
  return placements.some((a) => placements.some((b) => a !== b && a.pupilId === b.pupilId && a.shareTenths < 10 && b.shareTenths < 10
    && a.state !== 'cancelled' && b.state !== 'cancelled' && a.firstOn <= b.lastOn && b.firstOn <= a.lastOn));
}
