import fc from 'fast-check';
import { calendarDate } from '@/lib/core/calendar-date';
import { occupancyOf, type SiteFacts } from '@/lib/placements/rules/capacity';
import type { PlaceWanted, PupilToPlace, SiteToJudge } from '@/lib/placements/rules/suitability-facts';
import { PLACE_KINDS, type PlaceKind, type SitePlaces } from '@/lib/placements/types';
import { placementSet } from './placements';
import { springSchoolDays, springSpan } from './school-days';

const kind = fc.constantFrom<PlaceKind[]>(...PLACE_KINDS);
const always = { firstOn: calendarDate('2027-09-01'), lastOn: null };

/**
 * A site with placements. In three cases of ten it has not one free place on any day: it has no places
 * and no over-number, whatever is taken. Other sites fill up by chance besides.
 */
export const siteFacts: fc.Arbitrary<SiteFacts> = fc
  .record({
    siteId: fc.constantFrom('site-1', 'site-2'),
    schoolDays: springSchoolDays,
    numbers: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 })),
    change: fc.record({ wanted: fc.boolean(), span: springSpan, kind, places: fc.integer({ min: 0, max: 4 }) }),
    overNumber: fc.array(fc.record({ span: springSpan, kind, places: fc.integer({ min: 1, max: 2 }) }), { maxLength: 2 }),
    placements: placementSet,
    full: fc.constantFrom(true, true, true, false, false, false, false, false, false, false),
  })
  .map(({ siteId, schoolDays, numbers, change, overNumber, placements, full }): SiteFacts => {
    const places = PLACE_KINDS.map((placeKind, index): SitePlaces => ({ ...always, kind: placeKind, places: full ? 0 : numbers[index] ?? 0 }));
    return {
      siteId, schoolDays,
      places: full ? places : [...places, ...(change.wanted ? [{ ...change.span, kind: change.kind, places: change.places }] : [])],
      overNumber: full ? [] : overNumber.map((row) => ({ ...row.span, kind: row.kind, places: row.places })),
      placements,
    };
  });

/** True when no kind of place is free on any school day. */
export function hasNoFreePlace(site: SiteFacts): boolean {
  const occupancy = occupancyOf(site);
  return occupancy.schoolDays.every((_, index) => PLACE_KINDS.every((placeKind) => {
    const { placesTenths, overNumberTenths, takenTenths } = occupancy.byKind[placeKind];
    return (placesTenths[index] ?? 0) + (overNumberTenths[index] ?? 0) - (takenTenths[index] ?? 0) <= 0;
  }));
}

/** The place asked for. */
export const placeWanted: fc.Arbitrary<PlaceWanted> = fc
  .record({ kind, shareTenths: fc.integer({ min: 1, max: 10 }), span: springSpan, startIsFixed: fc.boolean() })
  .map(({ span, ...wanted }) => ({ ...wanted, ...span }));

const NEEDS = [{ code: 'SEMH', name: 'social, emotional and mental health' }, { code: 'SLCN', name: 'speech and language' }, { code: 'vocational', name: 'vocational workshop' }];
const point = fc.option(fc.record({ easting: fc.integer({ min: 430_000, max: 450_000 }), northing: fc.integer({ min: 380_000, max: 400_000 }) }));

export const pupilToPlace: fc.Arbitrary<PupilToPlace> = fc.record({
  pupilId: fc.constant('pupil-9'),
  yearGroup: fc.integer({ min: 5, max: 11 }),
  age: fc.integer({ min: 10, max: 16 }),
  hasEhcPlan: fc.boolean(),
  needs: fc.subarray(NEEDS),
  supportLanguage: fc.constantFrom(null, 'Slovak', 'Romanian'),
  home: point,
  notWith: fc.array(fc.constantFrom('pupil-1', 'pupil-2').map((otherPupilId) => ({ ...always, otherPupilId, reason: 'An assault' })), { maxLength: 1 }),
  notAt: fc.constantFrom([], [], [], [{ ...always, siteId: 'place-2', reason: 'A parent works there' }]),
});

/** Three or four sites, with names and distances that tie. */
export const sitesToJudge: fc.Arbitrary<SiteToJudge[]> = fc
  .array(fc.record({
    facts: siteFacts,
    name: fc.constantFrom('Rowan', 'Aspire Primary A', 'Aspire Secondary'),
    lowYear: fc.constantFrom(1, 7), highYear: fc.constantFrom(6, 11, 11),
    needs: fc.subarray(NEEDS.map((need) => need.code)),
    languages: fc.constantFrom([], ['Slovak']),
    location: point,
    ehcPlanOnly: fc.constantFrom(false, false, true),
    openedOn: fc.constant(calendarDate('2016-09-01')),
    closedOn: fc.constantFrom(null, null, null, calendarDate('2028-03-31')),
    suspended: fc.array(springSpan, { maxLength: 1 }),
  }), { minLength: 3, maxLength: 4 })
  .map((rows) => rows.map(({ facts, ...site }, index) => ({ ...site, siteId: `place-${index + 1}`, occupancy: occupancyOf({ ...facts, siteId: `place-${index + 1}` }) })));
