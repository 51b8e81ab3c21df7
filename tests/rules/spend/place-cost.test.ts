import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, type CalendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { type BoughtPlaces, costOfPlaces, placesOn } from '@/lib/spend/rules/place-cost';
import { cases } from '@/tests/support/cases';

const runs = { numRuns: cases() };
const day = (text: string) => calendarDate(text);
const bought = (places: number, firstOn: string, lastOn: string | null = null): BoughtPlaces => ({ places, firstOn: day(firstOn), lastOn: lastOn === null ? null : day(lastOn) });
const TEN_THOUSAND = [{ firstOn: day('2015-04-01'), amount: pence(1_000_000n) }];
const cost = (rows: readonly BoughtPlaces[], from: string, to: string, prices = TEN_THOUSAND) => costOfPlaces(rows, prices, day(from), day(to));

describe('what places cost, whoever is in them', () => {
  it('is 90 x £10,000 for a year, and £275,000.00 where 24 places become 30 in September', () => {
    expect(cost([bought(90, '2025-04-01', '2026-03-31')], '2025-04-01', '2026-03-31')).toEqual({ amount: 90_000_000n, isUnpriced: false });
    expect(cost([bought(24, '2024-09-01'), bought(6, '2025-09-01')], '2025-04-01', '2026-03-31').amount).toBe(27_500_000n);
    expect(cost([bought(24, '2024-09-01', '2025-08-31'), bought(30, '2025-09-01')], '2025-04-01', '2026-03-31').amount).toBe(27_500_000n);
  });

  it('falls due in twelfths, one a calendar month', () => {
    expect(cost([bought(12, '2025-04-01')], '2026-02-01', '2026-02-28').amount).toBe(1_000_000n);
    expect(cost([bought(12, '2025-04-01')], '2025-07-01', '2025-07-31').amount).toBe(1_000_000n);
  });

  it('takes up places that are given up, and says when places have no price', () => {
    expect(placesOn([bought(30, '2025-04-01'), bought(-6, '2025-10-01')], day('2025-10-01'))).toBe(24);
    expect(cost([bought(30, '2025-04-01')], '2025-04-01', '2026-03-31', [{ firstOn: day('2025-05-01'), amount: pence(1n) }]).isUnpriced).toBe(true);
    expect(cost([], '2025-04-01', '2026-03-31', [])).toEqual({ amount: 0n, isUnpriced: false });
  });

  const dateIn = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(day('2023-02-01'), days));
  const range = fc.tuple(dateIn, dateIn).map(([a, b]): [CalendarDate, CalendarDate] => (a <= b ? [a, b] : [b, a]));
  const rows = fc.array(fc.tuple(range, fc.integer({ min: -20, max: 90 }), fc.boolean()), { maxLength: 4 })
    .map((list) => list.map(([[firstOn, lastOn], places, isOpen]): BoughtPlaces => ({ places, firstOn, lastOn: isOpen ? null : lastOn })));
  const prices = fc.array(fc.tuple(dateIn, fc.bigInt({ min: 0n, max: 2_000_000n })), { maxLength: 3 })
    .map((list) => [...TEN_THOUSAND, ...[...new Map(list)].map(([firstOn, amount]) => ({ firstOn, amount: pence(amount) })).sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1))]);

  it('adds up over any parts, such as months and both sides of 31 March, in whatever order rows come', () => {
    fc.assert(fc.property(rows, prices, range, dateIn, (list, priced, [from, to], split) => {
      const whole = costOfPlaces(list, priced, from, to).amount;
      const parts = split < from || split >= to ? [[from, to]] as const : [[from, split], [addDays(split, 1), to]] as const;
      expect(parts.reduce((sum, [first, last]) => sum + costOfPlaces(list, priced, first, last).amount, 0n)).toBe(whole);
      expect(costOfPlaces([...list].reverse(), priced, from, to).amount).toBe(whole);
    }), runs);
  });
});
