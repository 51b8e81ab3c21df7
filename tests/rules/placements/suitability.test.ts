import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInWords, wholeKilometres } from '@/lib/placements/rules/distance';
import { occupancyOf } from '@/lib/placements/rules/capacity';
import { judgeSite, judgeSites, orderOptions, type Rankable } from '@/lib/placements/rules/suitability';
import type { PlaceWanted, PupilToPlace, SiteToJudge } from '@/lib/placements/rules/suitability-facts';
import type { HeldPlacement } from '@/lib/placements/types';
import { CAL_25_DAYS, placed } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';
import { cases } from '@/tests/support/cases';
import { placeWanted, pupilToPlace, sitesToJudge } from '@/tests/support/generators/sites';

const always = { firstOn: d('2016-09-01'), lastOn: null };
const option = (name: string, changes: Partial<Rankable> = {}): Rankable => ({ siteId: name, name, needsMet: 1, languageSupport: false, earliestStartOn: d('2026-03-09'), distanceKm: 4, ...changes });
const names = (options: readonly Rankable[]) => orderOptions(options).map((one) => one.name);

describe('order of options', () => {
  it('needs met, then language, then start, then distance, then name', () => {
    expect(names([option('A'), option('B', { needsMet: 2, distanceKm: 30 })])).toEqual(['B', 'A']);
    expect(names([option('A', { earliestStartOn: d('2026-03-03') }), option('B', { languageSupport: true })])).toEqual(['B', 'A']);
    expect(names([option('A', { distanceKm: 1 }), option('B', { earliestStartOn: d('2026-03-06') })])).toEqual(['B', 'A']);
    expect(names([option('A'), option('B', { distanceKm: 3 })])).toEqual(['B', 'A']);
    expect(names([option('Rowan'), option('Aspire Primary B'), option('Aspire Primary A')])).toEqual(['Aspire Primary A', 'Aspire Primary B', 'Rowan']);
  });

  it('what is not known comes last', () => {
    expect(names([option('A', { earliestStartOn: null }), option('B')])).toEqual(['B', 'A']);
    expect(names([option('A', { distanceKm: null }), option('B', { distanceKm: 90 })])).toEqual(['B', 'A']);
  });
});

function site(changes: Partial<SiteToJudge> = {}, placements: readonly HeldPlacement[] = [], places = 1): SiteToJudge {
  return {
    siteId: 'rowan', name: 'Rowan', lowYear: 7, highYear: 11, needs: ['SEMH'], languages: ['Slovak'], location: { easting: 443_000, northing: 393_000 },
    ehcPlanOnly: false, openedOn: d('2016-09-01'), closedOn: null, suspended: [],
    occupancy: occupancyOf({ siteId: 'rowan', schoolDays: CAL_25_DAYS, places: [{ ...always, kind: 'day6', places }], overNumber: [], placements }), ...changes,
  };
}
const pupil: PupilToPlace = {
  pupilId: 'one', yearGroup: 9, age: 13, hasEhcPlan: false, needs: [{ code: 'SEMH', name: 'social, emotional and mental health' }, { code: 'SLCN', name: 'speech and language' }],
  supportLanguage: 'Slovak', home: { easting: 440_000, northing: 390_500 }, notWith: [], notAt: [],
};
const wanted: PlaceWanted = { kind: 'day6', shareTenths: 10, firstOn: d('2026-03-09'), lastOn: d('2026-07-17'), startIsFixed: false };
const stopsOf = (who: PupilToPlace, where: SiteToJudge, what = wanted, mayRead = true) => judgeSite(who, where, what, mayRead).stops.map((stop) => [stop.kind, stop.words]);

describe('one site for one pupil', () => {
  it('gives each key as a reason', () => {
    expect(judgeSite(pupil, site(), wanted, true)).toMatchObject({
      needsMet: 1, languageSupport: true, earliestStartOn: '2026-03-09', distanceKm: 4, stops: [],
      reasonsFor: ['Meets social, emotional and mental health', 'Language support in Slovak', 'Free on every school day from Monday 9 March 2026', 'Travel: about 4 km, straight line'],
      reasonsAgainst: ['Does not list speech and language'],
    });
  });

  it('offers a later start with the days it costs, unless the start is fixed', () => {
    const busy = site({}, [placed('PL-1', '2026-01-06', '2026-03-10')]);
    expect(judgeSite(pupil, busy, wanted, true)).toMatchObject({ earliestStartOn: '2026-03-11', stops: [] });
    expect(judgeSite(pupil, busy, wanted, true).reasonsAgainst).toContain('Starts 2 school days later than asked for: the place is taken until then');
    expect(judgeSite(pupil, busy, { ...wanted, startIsFixed: true }, true).stops).toEqual([
      { kind: 'full', words: 'Full on 2 school days, first Monday 9 March 2026, last Tuesday 10 March 2026; free on every day from Wednesday 11 March 2026', days: ['2026-03-09', '2026-03-10'] },
    ]);
  });

  it('stops: full to the end, age and year group, closed, suspended', () => {
    expect(stopsOf(pupil, site({}, [placed('PL-1', '2026-07-17', '2026-07-17')]))).toEqual([['full', 'Full on Friday 17 July 2026']]);
    expect(stopsOf({ ...pupil, yearGroup: 5 }, site())).toEqual([['year_group', 'Takes Year 7 to Year 11; this pupil is in Year 5']]);
    expect(stopsOf(pupil, site({ ehcPlanOnly: true }))).toEqual([['ehc_plan', 'Takes pupils whose EHC plan names it; this pupil has no EHC plan']]);
    expect(stopsOf({ ...pupil, hasEhcPlan: true }, site({ ehcPlanOnly: true }))).toEqual([]);
    expect(stopsOf(pupil, site({ lowAge: 14 }))).toEqual([['age', 'Takes pupils from age 14; this pupil is 13']]);
    expect(stopsOf(pupil, site({ highAge: 12 }))).toEqual([['age', 'Takes pupils up to age 12; this pupil is 13']]);
    expect(stopsOf(pupil, site({ closedOn: d('2026-04-01') }))).toEqual([['closed', 'Closes on 1 April 2026']]);
    expect(stopsOf(pupil, site({ closedOn: d('2026-01-01') }))).toEqual([['closed', 'Closed since 1 January 2026']]);
    expect(stopsOf(pupil, site({ closedOn: d('2026-07-18') }))).toEqual([]);
    expect(stopsOf(pupil, site({ openedOn: d('2026-04-13') }))).toEqual([['closed', 'Opens on 13 April 2026']]);
    expect(stopsOf(pupil, site({ suspended: [{ firstOn: d('2026-03-01'), lastOn: null }] }))).toEqual([['suspended', 'Suspended from 1 March 2026 until further notice']]);
    expect(stopsOf(pupil, site({ suspended: [{ firstOn: d('2026-01-01'), lastOn: d('2026-03-08') }] }))).toEqual([]);
    expect(stopsOf(pupil, site(), { ...wanted, firstOn: d('2026-04-01'), lastOn: d('2026-04-03') })).toEqual([['no_school_day', 'No school day between 1 April 2026 and 3 April 2026']]);
  });

  it('markers stop, and say why only to those who may read them', () => {
    const apart: PupilToPlace = { ...pupil, notWith: [{ ...always, otherPupilId: 'two', reason: 'An assault in May' }] };
    const here = site({}, [placed('PL-1', '2026-01-06', '2026-03-20', { pupilId: 'two' })], 5);
    expect(stopsOf(apart, here)).toEqual([['not_with', 'Not with a pupil who has a place here until 20 March 2026: An assault in May']]);
    expect(stopsOf(apart, here, wanted, false)).toEqual([['not_at', 'A marker keeps this pupil from the site']]);
    // The other pupil leaves before this one would come.
    expect(stopsOf(apart, here, { ...wanted, firstOn: d('2026-03-23') })).toEqual([]);
    // The marker has ended before both would be here; one that begins after the other has left.
    expect(stopsOf({ ...apart, notWith: [{ otherPupilId: 'two', reason: 'Over', firstOn: d('2025-01-01'), lastOn: d('2026-03-08') }] }, here)).toEqual([]);
    expect(stopsOf({ ...apart, notWith: [{ otherPupilId: 'two', reason: 'Later', firstOn: d('2026-03-23'), lastOn: null }] }, here)).toEqual([]);
    const kept: PupilToPlace = { ...pupil, notAt: [{ ...always, siteId: 'rowan', reason: 'A parent works there' }] };
    expect(stopsOf(kept, here)).toEqual([['not_at', 'Not at this site: A parent works there']]);
    expect(stopsOf(kept, here, wanted, false)).toEqual(stopsOf(apart, here, wanted, false));
    expect(stopsOf({ ...apart, notAt: kept.notAt }, here, wanted, false)).toHaveLength(1);
    expect(stopsOf({ ...kept, notAt: [{ siteId: 'rowan', reason: 'Over', firstOn: d('2025-01-01'), lastOn: d('2026-03-08') }] }, here)).toEqual([]);
  });
});

describe('distance', () => {
  it('is straight line in whole kilometres, halves up', () => {
    const from = { easting: 440_000, northing: 390_000 };
    expect([[443_000, 394_000], [440_000, 391_500], [440_000, 391_499], [440_400, 390_000]].map(([easting = 0, northing = 0]) => distanceInWords(wholeKilometres(from, { easting, northing }))))
      .toEqual(['about 5 km', 'about 2 km', 'about 1 km', 'under 1 km']);
    expect(distanceInWords(wholeKilometres(null, from))).toBe('distance not known');
  });
});

describe('order of options, properties', () => {
  const money = fc.array(fc.record({ annualPence: fc.bigInt({ min: 0n, max: 9_000_000n }), quotaLeftTenths: fc.integer({ min: -50, max: 50 }), chargePence: fc.bigInt({ min: 0n, max: 9_000_000n }) }), { minLength: 5, maxLength: 5 });
  const priced = <T extends object>(rows: readonly T[], amounts: readonly object[]) => rows.map((row, index) => ({ ...amounts[index], ...row }));

  it('changing any price, quota or charge never changes it', () => {
    fc.assert(fc.property(pupilToPlace, sitesToJudge, placeWanted, money, money, (who, sites, place, before, after) => {
      const ids = (amounts: readonly object[]) => {
        const judged = judgeSites(who, priced(sites, amounts), place, true);
        return [orderOptions(priced(judged.options, amounts)).map((one) => one.siteId), judged.options.map((one) => one.siteId), judged.stopped.map((one) => one.siteId)];
      };
      expect(ids(after)).toEqual(ids(before));
    }), { numRuns: cases() });
  });

  it('the order in which sites are given never changes it, and the keys fall in order', () => {
    fc.assert(fc.property(pupilToPlace, sitesToJudge, placeWanted, (who, sites, place) => {
      const judged = judgeSites(who, sites, place, true);
      const turned = judgeSites(who, [...sites].reverse(), place, true);
      const ids = (options: readonly Rankable[]) => options.map((one) => one.siteId).join(' ');
      expect([ids(turned.options), ids(turned.stopped)]).toEqual([ids(judged.options), ids(judged.stopped)]);
      expect(judged.options.length + judged.stopped.length).toBe(sites.length);
      const key = (one: Rankable) => [99 - one.needsMet, one.languageSupport ? 0 : 1, one.earliestStartOn ?? '9999-12-31', String(one.distanceKm ?? 99_999).padStart(5, '0'), one.name].join('|');
      const keys = judged.options.map(key);
      expect(keys).toEqual([...keys].sort());
    }), { numRuns: cases() });
  });
});
