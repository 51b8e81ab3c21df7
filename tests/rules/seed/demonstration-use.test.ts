import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { daysOf, facts, holds, membersOn, quotaTenthsOn, tenthsOn } from './fact-sums';

const today = facts.today;
const THIS_YEAR = daysOf('rotherham').schoolDaysBetween(calendarDate('2025-09-01'), calendarDate('2026-07-17'));
const ALL_DAYS = daysOf('rotherham').schoolDaysBetween(calendarDate('2024-09-04'), calendarDate('2026-07-20'));

function atSite(site: string, on = today): number {
  return tenthsOn(on, (each) => each.site === site);
}

describe('use on 2 March 2026, Rotherham', () => {
  it('South holds 17 of 17 on every school day to 17 July', () => {
    const rest = THIS_YEAR.filter((day) => day >= today);
    expect(rest.length).toBe(84);
    expect(new Set(rest.map((day) => quotaTenthsOn('rotherham-south', day)))).toEqual(new Set([170]));
  });

  it('South was over its quota on no day so far', () => {
    const before = THIS_YEAR.filter((day) => day <= today).map((day) => quotaTenthsOn('rotherham-south', day));
    expect(before.length).toBe(107);
    expect(Math.max(...before)).toBe(170);
  });

  it('none of South is in Year 11 or ends sooner', () => {
    const south = membersOn('rotherham-south', today);
    const held = facts.placements.filter((each) => each.attributedUrn !== null && south.has(each.attributedUrn) && holds(each, today));
    expect(held.length).toBe(17);
    for (const placement of held) {
      expect(placement.lastOn).toBe('2026-07-17');
      expect(facts.pupils.find((each) => each.reference === placement.pupil)?.yearGroup).toBeLessThan(11);
    }
  });

  it('Wickersley holds 13, Central 16, the authority 2: 48 secondary places', () => {
    expect(['wickersley', 'central'].map((slug) => quotaTenthsOn(slug, today))).toEqual([130, 160]);
    const secondary = ['rowan', 'aspire-secondary'];
    expect(tenthsOn(today, (each) => secondary.includes(each.site) && each.attributedUrn === null)).toBe(20);
    expect(secondary.map((site) => atSite(site))).toEqual([190, 290]);
  });

  it('a place for a permanently excluded pupil is free at Aspire Secondary from 9 March to 17 July, none at Rowan today', () => {
    const free = (site: string, day: typeof today): number =>
      (facts.sitePlaces.find((each) => each.site === site && each.kind === 'day6' && contains(each, day))?.places ?? 0)
      - tenthsOn(day, (each) => each.site === site && each.placeKind === 'day6') / 10;
    const period = daysOf('rotherham').schoolDaysBetween(calendarDate('2026-03-09'), calendarDate('2026-07-17'));
    expect(Math.min(...period.map((day) => free('aspire-secondary', day)))).toBeGreaterThanOrEqual(1);
    expect(free('rowan', today)).toBe(0);
  });
});

describe('use on 2 March 2026, Lancashire', () => {
  it('one partnership is at its quota, the others below', () => {
    const atQuota = facts.agreements.filter((each) => each.authority === 'lancashire')
      .filter((each) => quotaTenthsOn(each.partnership, today) >= (each.quota[0]?.places ?? 0) * 10).map((each) => each.partnership);
    expect(atQuota).toEqual(['pendle']);
    expect(quotaTenthsOn('pendle', today)).toBe(600);
  });

  it('Chadwick is nearly full: 88 of 90', () => {
    expect(atSite('chadwick')).toBe(880);
  });

  it('pupils of Carr Hill are placed but do not count', () => {
    const fylde = membersOn('fylde', today);
    const all = tenthsOn(today, (each) => each.attributedUrn !== null && fylde.has(each.attributedUrn));
    expect(all).toBeGreaterThan(quotaTenthsOn('fylde', today));
    expect(quotaTenthsOn('fylde', today)).toBeLessThanOrEqual(200);
  });

  it('Hope High and Brookfield hold more than their places, by over-number as printed', () => {
    expect(facts.overNumber.map((each) => [each.site, each.number, each.source])).toEqual([['hope-high', 5, 'printed table'], ['brookfield', 9, 'printed table']]);
    expect([atSite('hope-high'), atSite('brookfield')]).toEqual([580, 640]);
  });

  it('has places commissioned today in both councils: as many as the sites of the commissioned providers have', () => {
    const inForce = (authority: string): number => facts.commissionedPlaces.filter((each) => each.authority === authority && each.financialYear === '2025-26')
      .reduce((sum, each) => sum + each.places, 0);
    expect([inForce('rotherham'), inForce('lancashire')]).toEqual([79, 805]);
    expect(facts.commissionedPlaces.filter((each) => each.origin === 'as printed' && each.cost !== null).reduce((sum, each) => sum + each.places, 0)).toBe(687);
  });

  it('has the printed places', () => {
    const total = (year: string): number => facts.sitePlaces
      .filter((each) => each.authority === 'lancashire' && each.reason.startsWith('Commissioned') && contains(each, calendarDate(`${year}-11-01`)))
      .reduce((sum, each) => sum + each.places, 0);
    expect([total('2017'), total('2018'), total('2025')]).toEqual([687, 805, 805]);
    const pru = facts.sitePlaces.filter((each) => each.reason.startsWith('Commissioned') && each.kind === 'reserve');
    expect(new Set(pru.map((each) => each.places))).toEqual(new Set([2]));
    expect(facts.sitePlaces.filter((each) => each.reason.startsWith('Designated')).reduce((sum, each) => sum + each.places, 0)).toBe(249);
  });
});

describe('places', () => {
  it('Rotherham cut its secondary places on 1 September 2016', () => {
    const on = (site: string, date: string): number[] => facts.sitePlaces
      .filter((each) => each.site === site && contains(each, calendarDate(date))).map((each) => each.places);
    const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
    expect([sum(on('rowan', '2016-08-31')), sum(on('aspire-secondary', '2016-08-31'))]).toEqual([30, 60]);
    expect([on('rowan', '2016-09-01'), on('aspire-secondary', '2016-09-01')]).toEqual([[10, 8, 2], [20, 12, 3]]);
    expect([on('aspire-primary-a', '2026-03-02'), on('aspire-primary-b', '2026-03-02')]).toEqual([[6, 4, 2], [6, 4, 2]]);
  });

  it('no site holds more of a kind than its places and over-number on any day', () => {
    for (const day of ALL_DAYS) {
      const used = new Map<string, number>();
      for (const placement of facts.placements) {
        if (!holds(placement, day)) continue;
        const key = `${placement.site}/${placement.placeKind}`;
        used.set(key, (used.get(key) ?? 0) + placement.shareTenths);
      }
      for (const [key, tenths] of used) {
        const [site, kind] = key.split('/');
        const places = facts.sitePlaces.filter((each) => each.site === site && each.kind === kind && contains(each, day)).reduce((sum, each) => sum + each.places, 0);
        const extra = facts.overNumber.filter((each) => each.site === site && each.kind === kind && contains(each, day)).reduce((sum, each) => sum + each.number, 0);
        expect(tenths, `${key} on ${day}`).toBeLessThanOrEqual((places + extra) * 10);
      }
    }
  });

  it('no pupil counts above 1.0 on a day', () => {
    const seen = new Set<string>();
    for (const placement of facts.placements) {
      const others = facts.placements.filter((each) => each.pupil === placement.pupil && each.firstOn <= placement.lastOn && placement.firstOn <= each.lastOn);
      expect(others.reduce((sum, each) => sum + each.shareTenths, 0)).toBeLessThanOrEqual(10);
      seen.add(placement.reference);
    }
    expect(seen.size).toBe(facts.placements.length);
  });

  it('every start is a school day, after the decision and not before the exclusion', () => {
    for (const placement of facts.placements) {
      expect(daysOf(placement.authority).isSchoolDay(placement.firstOn), placement.reference).toBe(true);
      expect(placement.decidedAt.slice(0, 10) <= placement.firstOn, placement.reference).toBe(true);
      expect(placement.firstOn <= placement.lastOn).toBe(true);
      const referral = facts.referrals.find((each) => each.reference === placement.referral);
      expect(referral && referral.referredOn <= placement.decidedAt.slice(0, 10), placement.reference).toBe(true);
    }
  });

  it('Year 11 pupils end by the last Friday in June', () => {
    const yearGroups = new Map(facts.pupils.map((pupil) => [pupil.reference, pupil.yearGroup]));
    for (const placement of facts.placements) {
      if (yearGroups.get(placement.pupil) === 11) expect(placement.lastOn <= '2026-06-26', placement.reference).toBe(true);
    }
  });

  it('every school a running placement counts to is in an agreement of today', () => {
    const covered = new Set(facts.agreements.flatMap((each) => each.schools.map((school) => school.urn)));
    for (const each of facts.placements) {
      if (each.attributedUrn !== null && holds(each, today)) expect(covered.has(each.attributedUrn), each.reference).toBe(true);
    }
  });

  it('every row points at rows that exist', () => {
    const sites = new Set(facts.sites.map((each) => `${each.authority}/${each.slug}`));
    const pupils = new Set(facts.pupils.map((each) => each.reference));
    const urns = new Set(facts.establishments.map((each) => each.urn));
    const providers = new Set(facts.providers.map((each) => `${each.authority}/${each.slug}`));
    for (const each of facts.placements) {
      expect(sites.has(`${each.authority}/${each.site}`) && pupils.has(each.pupil)).toBe(true);
      expect(each.attributedUrn === null ? each.heldBecause !== null : urns.has(each.attributedUrn)).toBe(true);
    }
    for (const each of facts.exclusions) {
      expect(pupils.has(each.pupil)).toBe(true);
      expect(each.urn === null ? each.outsideSchool !== null : urns.has(each.urn)).toBe(true);
    }
    for (const each of facts.sites) expect(providers.has(`${each.authority}/${each.provider}`)).toBe(true);
    for (const each of facts.interimEducation) expect(providers.has(`${each.authority}/${each.provider}`)).toBe(true);
    for (const list of [facts.placements, facts.referrals, facts.exclusions, facts.pupils]) {
      expect(new Set(list.map((each) => each.reference)).size).toBe(list.length);
    }
  });
});
