import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayNotAcademy, type SchoolType } from '@/lib/organisations/rules/academy-days';
import { addDays, calendarDate, type CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { cases } from '@/tests/support/cases';

const d = calendarDate;
const type = (sector: SchoolType['sector'], firstOn: string, lastOn: string | null = null): SchoolType => ({ sector, firstOn: d(firstOn), lastOn: lastOn === null ? null : d(lastOn) });
const span = (firstOn: string, lastOn: string | null = null) => ({ firstOn: d(firstOn), lastOn: lastOn === null ? null : d(lastOn) });
const converted = [type('academy', '2024-04-01'), type('maintained', '1990-09-01', '2024-03-31')];

describe('the days on which a school can be in a trust', () => {
  it('are those of an academy, from its first day', () => {
    expect(firstDayNotAcademy(converted, span('2024-04-01'))).toBeNull();
    expect(firstDayNotAcademy(converted, span('2024-03-31'))).toEqual({ on: '2024-03-31', sector: 'maintained' });
    expect(firstDayNotAcademy(converted, span('1990-08-31', '1990-08-31'))).toEqual({ on: '1990-08-31', sector: null });
  });

  it('go over from one type of academy to the next, and end with the last', () => {
    const types = [type('academy', '2020-09-01', '2022-08-31'), type('academy', '2022-09-01', '2025-08-31')];
    expect(firstDayNotAcademy(types, span('2021-01-01', '2025-08-31'))).toBeNull();
    expect(firstDayNotAcademy(types, span('2021-01-01', '2025-09-01'))).toEqual({ on: '2025-09-01', sector: null });
    expect(firstDayNotAcademy(types, span('2021-01-01'))).toEqual({ on: '2025-09-01', sector: null });
    expect(firstDayNotAcademy([], span('2021-01-01'))).toEqual({ on: '2021-01-01', sector: null });
  });

  it('are found as a look at each day finds them', () => {
    const start = d('2025-01-01');
    const spans = fc.tuple(fc.nat(30), fc.option(fc.nat(30))).map(([from, length]) => ({ firstOn: addDays(start, from), lastOn: length === null ? null : addDays(start, from + length) }));
    const types = fc.array(spans.chain((days) => fc.constantFrom('academy' as const, 'maintained' as const).map((sector): SchoolType => ({ ...days, sector }))), { maxLength: 5 });
    fc.assert(fc.property(types, spans, (given, asked) => {
      let found: CalendarDate | null = null;
      for (let on = asked.firstOn; found === null && on <= (asked.lastOn ?? addDays(start, 100)); on = addDays(on, 1)) {
        const day = on;
        if (!given.some((one) => one.sector === 'academy' && contains(one, day))) found = day;
      }
      expect(firstDayNotAcademy(given, asked)?.on ?? null).toBe(found);
    }), { numRuns: cases() });
  });
});
