import { describe, expect, it } from 'vitest';
import type { AgreementTerms } from '@/lib/agreements/types';
import { quotaPosition } from '@/lib/placements/rules/over-quota';
import { quotaUse } from '@/lib/placements/rules/quota-use';
import { overQuotaByStay } from '@/lib/placements/rules/rank';
import { compareReferences, staysOf } from '@/lib/placements/rules/stays';
import { countingDayFor, countReasonInWords, useTenthsOn } from '@/lib/placements/rules/use-on-day';
import type { HeldPlacement } from '@/lib/placements/types';
import { CAL_25_DAYS, placed, southAgreement } from '@/tests/support/agreement-examples';
import { d } from '@/tests/support/calendars';

const counting = (changes: Partial<AgreementTerms['counting']>) => southAgreement({ counting: { ...southAgreement().counting, ...changes } });
const dualHalf = counting({ weightTenths: { permanent_exclusion: 10, dual_registered: 5, authority_placed: 0, ehc_named: 0 } });
const on = (terms: AgreementTerms, rows: readonly HeldPlacement[], day: string) => useTenthsOn(terms, rows, d(day)).contributions.map(({ tenths, reason }) => [tenths, reason]);

describe('what a placement counts', () => {
  const dual = (shareTenths: number) => [placed('PL-1', '2026-03-02', '2026-03-13', { countingKind: 'dual_registered', shareTenths })];

  it('the weight of its kind times its share, half a tenth up', () => {
    expect([10, 6, 5, 3, 1].map((share) => on(dualHalf, dual(share), '2026-03-04'))).toEqual([
      [[5, 'counts']], [[3, 'counts']], [[3, 'counts']], [[2, 'counts']], [[1, 'counts']],
    ]);
  });

  it('a whole head whatever the share, where heads are counted, and one head a pupil', () => {
    const heads = counting({ partTime: 'heads' });
    const rows = [placed('PL-1', '2026-03-02', '2026-03-13', { pupilId: 'one', shareTenths: 4 }), placed('PL-2', '2026-03-02', '2026-03-13', { pupilId: 'one', siteId: 'aspire', shareTenths: 5 })];
    expect(on(heads, rows, '2026-03-04')).toEqual([[10, 'counts'], [0, 'other_placement_counts']]);
    expect(on(southAgreement(), rows, '2026-03-04')).toEqual([[4, 'counts'], [5, 'counts']]);
  });

  it('never more than one place a pupil: the later stay gives way', () => {
    const rows = [
      placed('PL-2', '2026-03-02', '2026-03-13', { pupilId: 'one', shareTenths: 6 }),
      placed('PL-1', '2026-03-03', '2026-03-13', { pupilId: 'one', shareTenths: 7, countingKind: 'dual_registered' }),
    ];
    expect(on(southAgreement(), rows, '2026-03-04')).toEqual([[4, 'counts_in_part'], [6, 'counts']]);
  });

  it('one place on the single day on which two full-time placements meet', () => {
    const rows = [placed('PL-1', '2026-03-02', '2026-03-06', { pupilId: 'one' }), placed('PL-2', '2026-03-06', '2026-03-13', { pupilId: 'one', siteId: 'aspire' })];
    expect(['2026-03-05', '2026-03-06', '2026-03-09'].map((day) => useTenthsOn(southAgreement(), rows, d(day)).tenths)).toEqual([10, 10, 10]);
  });

  it('nothing for the authority, another partnership, an unbound school, a kind without weight or a cancelled placement', () => {
    const terms = southAgreement();
    const unbound = { ...terms, schools: terms.schools.map((school) => (school.schoolId === 'wales' ? { ...school, binding: [{ firstOn: d('2026-03-05'), lastOn: null }] } : school)) };
    const row = (reference: string, changes: Partial<HeldPlacement>) => placed(reference, '2026-03-02', '2026-03-13', changes);
    const rows = [
      row('PL-1', { attributedSchoolId: null }), row('PL-2', { attributedSchoolId: 'wickersley' }), row('PL-3', { attributedSchoolId: 'wales' }),
      row('PL-4', { countingKind: 'ehc_named' }), row('PL-5', { state: 'cancelled' }), row('PL-6', { phase: 'primary' }), row('PL-7', { siteCountsToQuota: false }), row('PL-8', {}),
    ];
    expect(on(unbound, rows, '2026-03-04')).toEqual([
      [0, 'held_by_authority'], [0, 'not_a_member'], [0, 'no_binding_agreement'], [0, 'kind_does_not_count'],
      [0, 'not_in_this_figure'], [0, 'other_phase_or_site'], [0, 'other_phase_or_site'], [10, 'counts'],
    ]);
    expect(on(unbound, rows, '2026-03-05')[2]).toEqual([10, 'counts']);
    expect(countReasonInWords('no_binding_agreement')).toBe('Does not count: no binding agreement with the school is in force on this day');
  });

  it('by the membership valid that day', () => {
    const terms = southAgreement();
    const moved = { ...terms, schools: terms.schools.map((school) => (school.schoolId === 'aston' ? { ...school, membership: [{ firstOn: d('2026-03-04'), lastOn: d('2026-03-05') }] } : school)) };
    const rows = [placed('PL-1', '2026-03-02', '2026-03-13')];
    expect(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((day) => useTenthsOn(moved, rows, d(day)).tenths)).toEqual([0, 10, 10, 0]);
  });

  it('keeps held, actual and planned apart', () => {
    const rows = (['proposed', 'accepted', 'concern', 'started', 'not_arrived', 'left', 'cancelled'] as const).map((state, index) => placed(`PL-${index}`, '2026-03-02', '2026-03-13', { state }));
    const use = (basis: 'held' | 'actual' | 'planned') => useTenthsOn(southAgreement(), rows, d('2026-03-04'), basis).tenths;
    expect([use('held'), use('actual'), use('planned')]).toEqual([60, 20, 30]);
  });

  it('counts on school days of the agreement only; a weekend stands on the Friday before', () => {
    expect(useTenthsOn(southAgreement(), [placed('PL-1', '2026-03-02', '2026-03-13')], d('2026-03-07'))).toMatchObject({ isSchoolDay: false, tenths: 0 });
    expect(countingDayFor(southAgreement(), d('2026-03-08'))).toBe('2026-03-06');
    expect(countingDayFor(southAgreement(), d('2025-09-01'))).toBe('2025-09-03');
    expect(countingDayFor({ schoolDays: [] }, d('2025-09-01'))).toBeNull();
  });
});

describe('start and end conventions belong to the stay', () => {
  const terms = counting({ start: 'day_after_counts', end: 'last_day_free' });
  // Monday to Friday at one site, Monday to Wednesday at another: the weekend breaks nothing.
  const rows = [placed('PL-1', '2026-03-02', '2026-03-06', { pupilId: 'one' }), placed('PL-2', '2026-03-09', '2026-03-11', { pupilId: 'one', siteId: 'aspire' })];

  it('the first and the last day of the stay are free, those of the change of site are not', () => {
    expect(['2026-03-02', '2026-03-03', '2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'].map((day) => on(terms, rows, day)[0])).toEqual([
      [0, 'first_day_free'], [10, 'counts'], [10, 'counts'], [10, 'counts'], [10, 'counts'], [0, 'last_day_free'],
    ]);
  });

  it('a school day between them makes two stays', () => {
    const apart = [rows[0], placed('PL-2', '2026-03-10', '2026-03-11', { pupilId: 'one' })].filter((row) => row !== undefined);
    expect(staysOf(apart, CAL_25_DAYS).map((stay) => [stay.id, stay.startOn, stay.lastOn])).toEqual([['PL-1', '2026-03-02', '2026-03-06'], ['PL-2', '2026-03-10', '2026-03-11']]);
    expect(staysOf(rows, CAL_25_DAYS).map((stay) => [stay.id, stay.startOn, stay.lastOn])).toEqual([['PL-1', '2026-03-02', '2026-03-11']]);
  });

  it('another kind or attribution makes two stays; a holiday does not, also over the summer', () => {
    const after = (changes: Partial<HeldPlacement>, from = '2026-03-09') => staysOf([placed('PL-1', '2026-03-02', '2026-03-06', { pupilId: 'one' }), placed('PL-2', from, '2026-05-01', { pupilId: 'one', ...changes })], CAL_25_DAYS).length;
    expect([after({}), after({ countingKind: 'dual_registered' }), after({ attributedSchoolId: 'wales' })]).toEqual([1, 2, 2]);
    const easter = [placed('PL-1', '2026-03-02', '2026-03-27', { pupilId: 'one' }), placed('PL-2', '2026-04-13', '2026-05-01', { pupilId: 'one' })];
    expect(staysOf(easter, CAL_25_DAYS)).toHaveLength(1);
    const summer = [placed('PL-1', '2025-06-02', '2025-07-21', { pupilId: 'one' }), placed('PL-2', '2025-09-03', '2026-05-01', { pupilId: 'one' })];
    expect(staysOf(summer, CAL_25_DAYS)).toHaveLength(1);
    expect(staysOf(summer, [d('2025-07-22'), ...CAL_25_DAYS])).toHaveLength(2);
  });
});

describe('rank of stays', () => {
  const terms = southAgreement({ quota: [{ firstOn: d('2025-09-01'), lastOn: null, places: 1 }] });
  const borne = (rows: readonly HeldPlacement[]) => overQuotaByStay(terms, quotaPosition(terms, rows)).map(({ stay, tenths }) => [stay.id, tenths]);

  it('the latest start is over first, then the latest decision, then the highest reference', () => {
    const week = (reference: string, firstOn: string, changes: Partial<HeldPlacement> = {}) => placed(reference, firstOn, '2026-03-06', { decidedAt: '2026-02-01T09:00:00.000Z', ...changes });
    expect(borne([week('PL-9', '2026-03-02'), week('PL-1', '2026-03-03')])).toEqual([['PL-1', 40]]);
    expect(borne([week('PL-9', '2026-03-02'), week('PL-1', '2026-03-02', { decidedAt: '2026-02-01T09:00:00.001Z' })])).toEqual([['PL-1', 50]]);
    expect(borne([week('PL-99', '2026-03-02'), week('PL-100', '2026-03-02')])).toEqual([['PL-100', 50]]);
  });

  it('a stay that moves site keeps its place in the order', () => {
    const rows = [
      placed('PL-1', '2026-02-23', '2026-02-27', { pupilId: 'one' }), placed('PL-3', '2026-03-02', '2026-03-06', { pupilId: 'one', siteId: 'aspire' }),
      placed('PL-2', '2026-02-24', '2026-03-06'),
    ];
    expect(borne(rows)).toEqual([['PL-2', 90]]);
  });

  it('a part of a place goes over before the next stay does', () => {
    const rows = [placed('PL-1', '2026-03-02', '2026-03-06', { shareTenths: 8 }), placed('PL-2', '2026-03-03', '2026-03-06', { shareTenths: 6 }), placed('PL-3', '2026-03-05', '2026-03-06', { shareTenths: 3 })];
    // Tuesday, Wednesday 14: PL-2 bears 4 each day. Thursday, Friday 17: PL-3 bears its 3, PL-2 the other 4.
    expect(borne(rows)).toEqual([['PL-3', 6], ['PL-2', 16]]);
  });

  it('a census day is borne by those in place on it, an average by the latest stays of the year', () => {
    const rows = [placed('PL-1', '2026-02-23', '2026-07-17'), placed('PL-2', '2026-02-24', '2026-03-06')];
    const by = (measure: AgreementTerms['measure']) => overQuotaByStay({ ...terms, measure }, quotaPosition({ ...terms, measure }, rows)).map(({ stay, tenths, days }) => [stay.id, tenths, days.length]);
    // From 2 March to 17 July: 84 school days (190 - 106).
    expect(by({ kind: 'census_day', censusDays: [d('2026-03-02')] })).toEqual([['PL-2', 840, 84]]);
    expect(by({ kind: 'yearly_allowance', allowancePlaceDays: 90 })).toEqual([['PL-1', 80, 8]]);
    expect(by({ kind: 'annual_average' })).toEqual([]);
  });

  it('references in the order people count them', () => {
    expect(['PL-100', 'PL-99', 'PL-9', 'PK-500', 'PL-099'].sort(compareReferences)).toEqual(['PK-500', 'PL-9', 'PL-099', 'PL-99', 'PL-100']);
  });
});

describe('speed', () => {
  it('counts 3,000 placements over 190 days in well under 100 ms', () => {
    const schools = ['aston', 'brinsworth', 'dinnington', 'wales'];
    const rows = Array.from({ length: 3_000 }, (_, index) => placed(`PL-${index}`, CAL_25_DAYS[index % 120] ?? '', CAL_25_DAYS[120 + (index % 70)] ?? '', {
      pupilId: `pupil-${index % 2_000}`, attributedSchoolId: schools[index % 4] ?? null, shareTenths: 1 + (index % 10),
    }));
    const terms = southAgreement();
    quotaPosition(terms, rows);
    // Processor time, so that other work on the machine does not count; the best of ten, as the rest is warming up.
    const times = Array.from({ length: 10 }, () => {
      const start = process.cpuUsage();
      quotaPosition(terms, rows);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    });
    expect(quotaUse(terms, rows).tenths.at(100)).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
