import { describe, expect, it } from 'vitest';
import { monthToFreezeOf } from '@/lib/board/rules/freeze-next';
import { isMonth, type Month } from '@/lib/charges/rules/months';

const month = (text: string): Month => {
  if (!isMonth(text)) throw new RangeError(text);
  return text;
};
const period = (text: string, isClosed: boolean) => ({ month: month(text), isClosed });

describe('the month to freeze next', () => {
  it('is the earliest closed one after the last that is frozen', () => {
    const closed = ['2025-11', '2025-12', '2026-01'].map((one) => period(one, true));
    expect(monthToFreezeOf(closed, month('2025-11'))).toEqual({ month: '2025-12', skipped: [] });
    expect(monthToFreezeOf(closed, null)).toEqual({ month: '2025-11', skipped: [] });
    expect(monthToFreezeOf(closed, month('2026-01'))).toBeNull();
  });

  it('says which months that are not closed it would leave without figures, those that are not drawn up as well', () => {
    expect(monthToFreezeOf([period('2025-12', false), period('2026-01', true)], month('2025-10'))).toEqual({ month: '2026-01', skipped: ['2025-11', '2025-12'] });
    expect(monthToFreezeOf([period('2025-12', false), period('2026-01', true)], null)).toEqual({ month: '2026-01', skipped: ['2025-12'] });
    expect(monthToFreezeOf([period('2026-02', false)], month('2026-01'))).toBeNull();
  });
});
