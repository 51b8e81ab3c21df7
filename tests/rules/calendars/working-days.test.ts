import { describe, expect, it } from 'vitest';
import { CountRefused } from '@/lib/calendars/rules/count-refused';
import { givenOn, isWorkingDay, nthWorkingDayAfter } from '@/lib/calendars/rules/working-days';
import { BANK_HOLIDAYS, d } from '../../support/calendars';

describe('R12: working days and post', () => {
  it('first class post is given on the second working day after posting, by hand on delivery', () => {
    expect(givenOn(BANK_HOLIDAYS, d('2025-10-13'), 'first_class_post')).toBe('2025-10-15');
    expect(givenOn(BANK_HOLIDAYS, d('2025-10-10'), 'first_class_post')).toBe('2025-10-14');
    expect(givenOn(BANK_HOLIDAYS, d('2025-10-15'), 'by_hand')).toBe('2025-10-15');
  });

  it('passes over Good Friday, the weekend and Easter Monday', () => {
    expect(givenOn(BANK_HOLIDAYS, d('2026-04-02'), 'first_class_post')).toBe('2026-04-08');
    expect(givenOn(BANK_HOLIDAYS, d('2026-12-24'), 'first_class_post')).toBe('2026-12-30');
  });

  it('school holidays do not matter', () => {
    expect(isWorkingDay(BANK_HOLIDAYS, d('2025-10-28'))).toBe(true);
    expect(['2025-12-25', '2026-04-03', '2026-03-07', '2026-03-08'].map((date) => isWorkingDay(BANK_HOLIDAYS, d(date)))).toEqual([false, false, false, false]);
  });

  it('refuses beyond the list and any number that is no count', () => {
    expect(() => nthWorkingDayAfter(BANK_HOLIDAYS, d('2028-12-29'), 1)).toThrow(CountRefused);
    expect(() => isWorkingDay(BANK_HOLIDAYS, d('2011-12-30'))).toThrow(CountRefused);
    expect(() => nthWorkingDayAfter(BANK_HOLIDAYS, d('2026-01-05'), 0)).toThrow(RangeError);
  });
});
