import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, calendarDate, isWeekend } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { costOfStay, type PupilPrice, type Stay } from '@/lib/spend/rules/pupil-cost';
import { cases } from '@/tests/support/cases';
import { DEMONSTRATION_CALENDAR } from '@/tests/support/calendars';

const runs = { numRuns: cases() };
const day = (text: string) => calendarDate(text);
const [NEVER, FOREVER] = [day('2020-01-01'), day('2031-12-31')];
const yearly = (amount: bigint, more: Partial<PupilPrice> = {}): PupilPrice => ({ firstOn: NEVER, amount: pence(amount), per: 'year', dayRule: 'school', yearDays: 190, ...more });
const stay = (firstOn: string, lastOn: string, tenths = 10): Stay => ({ firstOn: day(firstOn), lastOn: day(lastOn), tenths });

/** Every weekday from September to July is a school day. */
const weekdays: CalendarDate[] = [];
for (let date = NEVER; date <= FOREVER; date = addDays(date, 1)) if (!isWeekend(date) && date.slice(5, 7) !== '08') weekdays.push(date);
const place = new Map(weekdays.map((date, index) => [date, index]));
const indexFrom = (date: CalendarDate): number => {
  let on = date;
  while (!place.has(on) && on <= FOREVER) on = addDays(on, 1);
  return place.get(on) ?? weekdays.length;
};
const count = (first: CalendarDate, last: CalendarDate): number => (last < first ? 0 : indexFrom(addDays(last, 1)) - indexFrom(first));

describe('what a pupil in a place costs', () => {
  const calendar = schoolDaysOf(DEMONSTRATION_CALENDAR);
  const countCal25 = (first: CalendarDate, last: CalendarDate) => calendar.count(first, last);

  it('is the price itself for the whole year, and £5,400.00 for 57 of 190 days at £18,000', () => {
    expect(costOfStay(stay('2025-09-01', '2026-08-31'), [yearly(1_800_000n)], day('2025-09-01'), day('2026-08-31'), countCal25)).toEqual({ amount: 1_800_000n, days: 190, isUnpriced: false });
    const last = calendar.schoolDayByNumber('2025/26', 60);
    const first = calendar.schoolDayByNumber('2025/26', 4);
    expect(costOfStay(stay(String(first), String(last)), [yearly(1_800_000n)], day('2024-09-02'), day('2027-03-31'), countCal25)).toEqual({ amount: 540_000n, days: 57, isUnpriced: false });
  });

  it('goes by the share, the basis and the price of the day', () => {
    const week = stay('2025-10-06', '2025-10-10');
    const cost = (price: PupilPrice, of: Stay = week) => costOfStay(of, [price], NEVER, FOREVER, countCal25).amount;
    expect(cost({ ...yearly(10_000n), per: 'day' })).toBe(50_000n);
    expect(cost({ ...yearly(10_000n), per: 'day' }, stay('2025-10-06', '2025-10-10', 5))).toBe(25_000n);
    expect(cost({ ...yearly(50_000n), per: 'week' })).toBe(50_000n);
    expect(cost({ ...yearly(36_500n, { yearDays: 365, dayRule: 'calendar' }) }, stay('2025-10-06', '2025-10-12'))).toBe(700n);
    const raised = [{ ...yearly(100n), per: 'day' as const }, { ...yearly(300n, { firstOn: day('2025-10-09') }), per: 'day' as const }];
    expect(costOfStay(week, raised, NEVER, FOREVER, countCal25).amount).toBe(3n * 100n + 2n * 300n);
  });

  it('says when a day has no price, and costs nothing outside the days asked for', () => {
    expect(costOfStay(stay('2025-10-06', '2025-10-10'), [], NEVER, FOREVER, countCal25)).toMatchObject({ amount: 0n, isUnpriced: true });
    expect(costOfStay(stay('2025-10-06', '2025-10-10'), [yearly(1n, { firstOn: day('2025-10-08') })], NEVER, FOREVER, countCal25).isUnpriced).toBe(true);
    // The days before the price are a weekend.
    expect(costOfStay(stay('2025-10-04', '2025-10-10'), [yearly(1n, { firstOn: day('2025-10-06') })], NEVER, FOREVER, countCal25).isUnpriced).toBe(false);
    expect(costOfStay(stay('2025-10-06', '2025-10-10'), [yearly(1_800_000n)], day('2025-11-01'), FOREVER, countCal25)).toEqual({ amount: 0n, days: 0, isUnpriced: false });
  });

  const dateIn = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(day('2023-02-01'), days));
  const price = fc.record({
    amount: fc.bigInt({ min: 0n, max: 9_000_000n }).map(pence), per: fc.constantFrom('year' as const, 'week' as const, 'day' as const),
    dayRule: fc.constantFrom('school' as const, 'calendar' as const), yearDays: fc.constantFrom(190, 195, 365),
  });
  const prices = fc.array(fc.tuple(dateIn, price), { maxLength: 3 }).map((list) => [
    { ...yearly(1_700_000n), firstOn: NEVER }, ...[...new Map(list).entries()].map(([firstOn, one]) => ({ ...one, firstOn })).sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1)),
  ]);
  const twoDates = fc.tuple(dateIn, dateIn).map(([a, b]): [CalendarDate, CalendarDate] => (a <= b ? [a, b] : [b, a]));
  const cost = (of: Stay, list: readonly PupilPrice[], from: CalendarDate, to: CalendarDate) => costOfStay(of, list, from, to, count).amount;

  it('adds up over any parts, such as months and both sides of 31 March', () => {
    fc.assert(fc.property(twoDates, twoDates, dateIn, fc.integer({ min: 1, max: 10 }), prices, ([firstOn, lastOn], [from, to], split, tenths, list) => {
      const of = { firstOn, lastOn, tenths };
      const parts = split < from || split >= to ? [[from, to]] as const : [[from, split], [addDays(split, 1), to]] as const;
      expect(parts.reduce((sum, [first, last]) => sum + cost(of, list, first, last), 0n)).toBe(cost(of, list, from, to));
    }), runs);
  });

  it('is the same for a stay that is recorded in pieces, in whatever order', () => {
    fc.assert(fc.property(twoDates, fc.array(dateIn, { maxLength: 3 }), fc.integer({ min: 1, max: 10 }), prices, ([firstOn, lastOn], cuts, tenths, list) => {
      const edges = [...new Set(cuts.filter((cut) => cut >= firstOn && cut < lastOn))].sort();
      const pieces = [...edges, lastOn].map((last, index) => ({ firstOn: index === 0 ? firstOn : addDays(edges[index - 1] ?? firstOn, 1), lastOn: last, tenths }));
      expect(pieces.reverse().reduce((sum, piece) => sum + cost(piece, list, NEVER, FOREVER), 0n)).toBe(cost({ firstOn, lastOn, tenths }, list, NEVER, FOREVER));
    }), runs);
  });

  it('never falls when a stay is longer', () => {
    fc.assert(fc.property(twoDates, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 10 }), prices, ([firstOn, lastOn], longer, tenths, list) => {
      const [short, long] = [lastOn, addDays(lastOn, longer)].map((last) => cost({ firstOn, lastOn: last, tenths }, list, NEVER, FOREVER));
      expect((long ?? 0n) >= (short ?? 0n)).toBe(true);
    }), runs);
  });
});
