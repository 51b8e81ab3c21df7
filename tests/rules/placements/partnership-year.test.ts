import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/agreements/types';
import { measureSoFar } from '@/lib/placements/rules/measure-words';
import { needsWarning, partnershipYear } from '@/lib/placements/rules/partnership-year';
import { whereAndNext } from '@/lib/placements/rules/pupil-next';
import { whoPays } from '@/lib/placements/rules/who-pays';
import { placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

const TODAY = d('2026-03-02');
const terms = southAgreement();

function yearOf(...further: Parameters<typeof placed>[]) {
  const year = partnershipYear(terms, [...southPupils(), ...further.map((one) => placed(...one))], TODAY);
  if (!year) throw new Error('CAL-25 has school days');
  return year;
}

describe("a partnership's year on 2 March 2026", () => {
  it('South: 17 of 17, none free, nobody to return before the last school day', () => {
    const year = yearOf();
    expect(year).toMatchObject({ on: TODAY, usedTenths: 170, pupils: 17, freeTenths: 0, starts: [], returns: [], goesOver: null, awaitedTenths: 0 });
    expect(needsWarning(year, 1)).toBe(true);
  });

  it('actual and planned never stand on one day', () => {
    const { points } = yearOf(['PL-201', '2026-03-09', '2026-07-17', { state: 'proposed' }]);
    expect(points).toHaveLength(190);
    expect(points.filter((point) => (point.actualTenths === null) === (point.plannedTenths === null))).toEqual([]);
    expect(points.filter((point) => point.actualTenths !== null)).toHaveLength(107);
    expect(points.filter((point) => point.plannedTenths === 180)).toHaveLength(79);
    expect(points.every((point) => point.actualTenths === null || point.actualTenths <= 170)).toBe(true);
  });

  it('a proposed start goes over on 79 school days and is no use of today', () => {
    const year = yearOf(['PL-201', '2026-03-09', '2026-07-17', { state: 'proposed' }]);
    expect(year.usedTenths).toBe(170);
    expect(year.starts).toEqual([{ on: '2026-03-09', tenths: 10 }]);
    expect(year.goesOver).toEqual({ firstOn: '2026-03-09', lastOn: '2026-07-17', schoolDays: 79, peakTenths: 180 });
  });

  it('a larger share starts with what it adds, a change of site with nothing, and a second start counts again', () => {
    const year = partnershipYear(terms, [
      placed('PL-401', '2026-02-23', '2026-03-06', { pupilId: 'half', shareTenths: 5 }), placed('PL-402', '2026-03-09', '2026-07-17', { pupilId: 'half', state: 'accepted' }),
      placed('PL-403', '2026-02-23', '2026-03-20', { pupilId: 'moves' }), placed('PL-404', '2026-03-23', '2026-07-17', { pupilId: 'moves', siteId: 'rowan', state: 'proposed' }),
      placed('PL-405', '2026-03-03', '2026-03-13', { pupilId: 'twice', state: 'accepted' }), placed('PL-406', '2026-04-20', '2026-07-17', { pupilId: 'twice', state: 'not_arrived' }),
    ], TODAY);
    expect(year?.starts).toEqual([{ on: '2026-03-03', tenths: 10 }, { on: '2026-03-09', tenths: 5 }, { on: '2026-04-20', tenths: 10 }]);
  });

  it('a planned return is given by its day; one who did not arrive is held, not used', () => {
    const year = partnershipYear(terms, [
      ...southPupils().slice(0, 10), placed('PL-301', '2025-09-03', '2026-03-27'), placed('PL-302', '2025-09-03', '2026-03-27', { shareTenths: 5 }),
      placed('PL-303', '2026-02-26', '2026-07-17', { state: 'not_arrived' }),
    ], TODAY);
    expect(year).toMatchObject({ usedTenths: 115, awaitedTenths: 10, freeTenths: 45, returns: [{ on: '2026-03-27', pupils: 2, tenths: 15 }] });
    expect(year && needsWarning(year, 1)).toBe(false);
  });

  it('on a Sunday the figures are those of the Friday before', () => {
    expect(partnershipYear(terms, southPupils(), d('2026-03-01'))?.on).toBe('2026-02-27');
  });
});

describe('the measure in words', () => {
  const soFar = (measure: Measure, places = 17) => {
    const own = southAgreement({ measure, quota: [{ places, firstOn: terms.firstOn, lastOn: terms.lastOn }] });
    const year = partnershipYear(own, southPupils(), TODAY);
    return year ? measureSoFar(own, year.actual, year.on) : '';
  };

  // 17 pupils on 107 school days are 1,819 place-days.
  it.each<[string, Measure, number, string]>([
    ['daily, within', { kind: 'daily' }, 17, 'no over-quota place-day from 1 September 2025 to 2 March 2026'],
    ['daily, one over', { kind: 'daily' }, 16, '107 over-quota place-days from 1 September 2025'],
    ['yearly allowance', { kind: 'yearly_allowance', allowancePlaceDays: 2000 }, 17, 'allowance of 2,000 place-days: 1,819 used by 2 March 2026, 181 left'],
    ['yearly allowance, over', { kind: 'yearly_allowance', allowancePlaceDays: 1800 }, 17, '1,819 used by 2 March 2026, so 19 over-quota place-days'],
    ['annual average', { kind: 'annual_average' }, 16, 'nothing is due before. Average use to 2 March 2026 is 17 places a day, average quota 16'],
  ])('%s', (_, measure, places, words) => {
    expect(soFar(measure, places)).toContain(words);
  });

  it('census days: the last one held, and the next', () => {
    const words = soFar({ kind: 'census_day', censusDays: ['2025-10-02', '2026-01-15', '2026-05-21'].map(d) }, 16);
    expect(words).toContain('2 October 2025, 15 January 2026 and 21 May 2026');
    expect(words).toContain('On 15 January 2026 it was 17 of 16 places; 86 over-quota place-days so far this year. The next census day is 21 May 2026.');
  });
});

describe('does my school pay?', () => {
  const wales = { id: 'wales', name: 'Wales High School' };
  const aston = { id: 'aston', name: 'Aston Academy' };

  it('by the payer of the agreement', () => {
    expect(whoPays(terms, aston, wales, TODAY)).toEqual({ question: 'Does Wales High School pay?', answer: "No. Aston Academy holds the partnership's fund and pays." });
    expect(whoPays(terms, aston, aston, TODAY).answer).toMatch(/^Yes\./);
    expect(whoPays(southAgreement({ payer: 'excluding_school' }), null, wales, TODAY).answer).toMatch(/^Only for its own pupils/);
    expect(whoPays(southAgreement({ payer: 'devolved_pot' }), null, wales, TODAY).answer).toMatch(/devolved funding/);
    expect(whoPays(terms, aston, null, TODAY).question).toBe('Who pays?');
    const [byTrust, trust] = [southAgreement({ payer: 'fund_holder_trust' }), { id: 'trust-1', name: 'Dearne Valley Trust' }];
    expect(whoPays(byTrust, trust, wales, TODAY).answer).toBe("No. Dearne Valley Trust holds the partnership's fund and pays for the whole partnership.");
    expect(whoPays(byTrust, trust, null, TODAY).answer).toBe("Dearne Valley Trust, which holds the partnership's fund, pays for the whole partnership.");
  });

  it('a school without a binding agreement does not', () => {
    const unbound = southAgreement({ schools: terms.schools.map((school) => (school.schoolId === 'wales' ? { ...school, binding: [] } : school)) });
    expect(whoPays(unbound, aston, wales, TODAY).answer).toContain('No binding agreement');
  });
});

describe('where a pupil is and what is next', () => {
  const seen = { reference: 'PL-1', site: 'Rowan', firstOn: d('2026-01-12'), lastOn: d('2026-07-17'), shareTenths: 10, state: 'started' as const, replyBy: null, whereNext: '' };

  it('in a place, with another to come', () => {
    const next = { ...seen, reference: 'PL-2', site: 'Aspire', firstOn: d('2026-03-09'), state: 'proposed' as const, replyBy: d('2026-03-04') };
    expect(whereAndNext(TODAY, [seen], [], null)).toEqual({ where: 'Rowan', until: '2026-07-17', next: 'Where next is not recorded yet' });
    expect(whereAndNext(TODAY, [{ ...seen, shareTenths: 5 }, next], [], null)).toEqual({
      where: 'Rowan (0.5 of a place)', until: '2026-07-17', next: 'Proposed to Aspire from Monday 9 March; reply due Wednesday 4 March',
    });
  });

  it('with a place agreed: until when it is, before it starts', () => {
    const agreed = { ...seen, state: 'accepted' as const, firstOn: d('2026-03-09') };
    expect(whereAndNext(TODAY, [agreed], [], d('2026-02-12'))).toEqual({ where: 'Not started: place agreed at Rowan', until: '2026-07-17', next: 'Starts at Rowan on Monday 9 March' });
    expect(whereAndNext(TODAY, [{ ...agreed, state: 'not_arrived' as const }], [], null).until).toBe('2026-07-17');
    // A proposal is no agreement.
    expect(whereAndNext(TODAY, [{ ...agreed, state: 'proposed' as const }], [], null)).toMatchObject({ where: 'No place yet', until: null });
  });

  it('waiting, with tuition meanwhile', () => {
    const tuition = { kind: 'tuition' as const, provider: 'Don Valley Tuition', hoursPerWeek: 10, firstOn: d('2026-02-23'), lastOn: d('2026-03-20') };
    expect(whereAndNext(TODAY, [], [tuition], d('2026-02-12'))).toEqual({
      where: 'Tuition with Don Valley Tuition, 10 hours a week', until: '2026-03-20', next: 'Waiting for a place since 12 February 2026',
    });
    expect(whereAndNext(TODAY, [{ ...seen, state: 'cancelled' }], [], d('2026-02-12')).where).toBe('No place yet');
  });
});
