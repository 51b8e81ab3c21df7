import { describe, expect, it } from 'vitest';
import { boundedWebster } from '@/lib/core/bounded-webster';
import { calendarDate, isoWeekday } from '@/lib/core/calendar-date';
import { divideHalfUp, formatPounds, pence } from '@/lib/core/pence';
import { isUpn } from '@/lib/pupils/rules/upn';
import { usualYearGroup } from '@/lib/pupils/rules/year-group';
import { demonstrationFacts } from '@/prisma/seed/demonstration/demonstration-facts';
import { daysOf, facts } from './fact-sums';

function agreement(partnership: string) {
  const found = facts.agreements.find((each) => each.partnership === partnership);
  if (!found) throw new RangeError(partnership);
  return found;
}

describe('clock and calendars', () => {
  it('today is a Monday, school day 107, as 3 March 2025 is', () => {
    expect([facts.today, isoWeekday(facts.today)]).toEqual(['2026-03-02', 1]);
    for (const authority of ['rotherham', 'lancashire'] as const) {
      expect(daysOf(authority).schoolDayNumber(facts.today)).toBe(107);
      expect(daysOf(authority).schoolDayByNumber('2024/25', 107)).toBe('2025-03-03');
    }
  });

  it('each calendar and override has 190 school days in each year', () => {
    for (const calendar of facts.calendars) {
      const days = daysOf(calendar.authority, calendar.urn);
      const spans = [['2024-09-01', '2025-08-31'], ['2025-09-01', '2026-08-31'], ['2026-09-01', '2027-08-31']] as const;
      expect(spans.map(([first, last]) => days.count(calendarDate(first), calendarDate(last)))).toEqual([190, 190, 190]);
      expect(calendar.label).toBe('demonstration calendar');
    }
  });

  it('two schools moved one INSET day, one Lancashire school has six terms', () => {
    const own = facts.calendars.filter((each) => each.urn !== null);
    expect(own.filter((each) => !daysOf(each.authority, each.urn).isSchoolDay(calendarDate(each.authority === 'rotherham' ? '2026-03-06' : '2026-03-13'))).map((each) => each.slug))
      .toEqual(['oakwood', 'broughton']);
    const six = own.filter((each) => each.years.every((year) => year.terms.every((term) => term.partOf === undefined)));
    expect(six.map((each) => [each.authority, each.slug])).toEqual([['lancashire', 'parklands']]);
  });
});

describe('agreements', () => {
  it('Rotherham: bounded Webster of 55 on rolls of January 2017', () => {
    const result = boundedWebster(55, [['south', 5752], ['wickersley', 5457], ['central', 6924]].map(([id, weight]) => ({ id: String(id), weight: BigInt(weight ?? 0) })));
    expect(result.kind === 'apportioned' && result.places).toEqual([17, 17, 21]);
    expect(['rotherham-south', 'wickersley', 'central'].map((slug) => agreement(slug).quota[0]?.places)).toEqual([17, 17, 21]);
    expect(agreement('rotherham-south')).toMatchObject({
      measure: { kind: 'daily' }, annualPence: 1_800_000n, basisDays: 190, payer: 'fund_holder_school', chargeClause: 'clause 4', calendar: 'authority', status: 'executed',
    });
    expect(agreement('rotherham-south').schools.every((school) => school.binding && school.executedOn !== null)).toBe(true);
  });

  it('Lancashire: bounded Webster of 805 on the number of schools, £15,869 a year', () => {
    const expected = { lancaster: 79, wyre: 69, fylde: 30, preston: 119, 'south-ribble': 109, 'west-lancs': 70, chorley: 60, 'hyndburn-and-ribble-valley': 99, burnley: 50, pendle: 60, rossendale: 60 };
    const found = Object.fromEntries(facts.agreements.filter((each) => each.authority === 'lancashire').map((each) => [each.partnership, each.quota[0]?.places]));
    expect(found).toEqual(expected);
    expect(divideHalfUp((9_821_975n + 1_080_000n) * 100n, 687n * 100n) * 100n).toBe(agreement('wyre').annualPence);
  });

  it('has the four measures', () => {
    expect(agreement('chorley').measure).toEqual({ kind: 'yearly_allowance', allowancePlaceDays: 10_800 });
    expect(agreement('burnley').measure).toEqual({ kind: 'census_day', censusDays: ['2025-10-02', '2026-01-15', '2026-05-21'] });
    expect(agreement('rossendale').measure).toEqual({ kind: 'annual_average' });
    const others = facts.agreements.filter((each) => !['chorley', 'burnley', 'rossendale'].includes(each.partnership));
    expect(new Set(others.map((each) => each.measure.kind))).toEqual(new Set(['daily']));
  });

  it('Carr Hill is not bound: its share of 10 is withheld, so 20 of 30 count', () => {
    const fylde = agreement('fylde');
    const unbound = fylde.schools.filter((school) => !school.binding);
    expect(unbound.map((school) => facts.establishments.find((each) => each.urn === school.urn)?.laestab)).toEqual(['8884155']);
    const shares = boundedWebster(30, fylde.schools.map((school) => ({ id: school.urn, weight: BigInt(school.shareWeight) })));
    expect(shares.kind === 'apportioned' && shares.places).toEqual([10, 10, 10]);
    expect(fylde.withholdUnboundShare).toBe(true);
  });
});

describe('money', () => {
  it('the main job: 79 place-days from 9 March to 17 July cost £7,484.21', () => {
    const days = daysOf('rotherham').count(calendarDate('2026-03-09'), calendarDate('2026-07-17'));
    expect(days).toBe(79);
    expect(formatPounds(pence(divideHalfUp(agreement('rotherham-south').annualPence * BigInt(days) * 10n, 10n * 190n)))).toBe('£7,484.21');
  });

  it('released funding is £367,500.00 in 2016-17 and the full rate after', () => {
    const released = facts.budgetLines.filter((line) => line.line === 'Released funding devolved').map((line) => [line.financialYear, formatPounds(line.amount)]);
    expect(released).toEqual([['2016-17', '£367,500.00'], ['2017-18', '£630,000.00']]);
  });

  it('budget lines of Rotherham 2025-26 follow the places', () => {
    const lines = Object.fromEntries(facts.budgetLines.filter((line) => line.financialYear === '2025-26').map((line) => [line.line, formatPounds(line.amount, 'short')]));
    expect(lines).toEqual({ 'Place funding': '£790,000', 'Top-up': '£632,000', 'Out-of-borough placements': '£1,730,000', Transport: '£250,000', 'Over-quota income': '£0' });
  });

  it('the spend target of Lancashire takes a quarter off', () => {
    expect(facts.spendTargets.map((each) => [formatPounds(each.baseline, 'short'), formatPounds(each.target, 'short'), each.targetOn])).toEqual([['£6,601,335', '£4,951,001', '2028-03-31']]);
  });
});

describe('people and pupils', () => {
  it('has one sign-in per role and council, the public excepted, and a second in finance', () => {
    for (const authority of ['rotherham', 'lancashire']) {
      expect(new Set(facts.people.filter((each) => each.authority === authority).map((each) => each.role)).size).toBe(11);
    }
    expect(facts.people.length).toBe(24);
    expect(new Set(facts.people.map((each) => each.email)).size).toBe(24);
  });

  it('gives every pupil a valid UPN of establishment 9999, once', () => {
    for (const pupil of facts.pupils) {
      expect(isUpn(pupil.upn)).toBe(true);
      expect(pupil.upn.slice(4, 8)).toBe('9999');
    }
    expect(new Set(facts.pupils.map((pupil) => pupil.upn)).size).toBe(facts.pupils.length);
  });

  it('gives each pupil of today the year group of the birthday', () => {
    const now = facts.pupils.filter((pupil) => facts.referrals.some((each) => each.pupil === pupil.reference));
    expect(now.length).toBeGreaterThan(900);
    for (const pupil of now) expect(usualYearGroup(pupil.bornOn, facts.today)).toBe(pupil.yearGroup);
  });

  it('makes equal facts on each call', () => {
    expect(demonstrationFacts()).toEqual(facts);
  });
});
