import { describe, expect, it } from 'vitest';
import { isUsualNumber, problemsOfYear, pupilDays, type YearEntry } from '@/lib/calendars/rules/check-year';
import { BANK_HOLIDAYS, CAL_25, d } from '@/tests/support/calendars';

function entry(changes: Partial<YearEntry>): YearEntry {
  return { academicYear: '2025/26', terms: CAL_25.terms, closedDays: CAL_25.closedDays, ...changes };
}
const fieldsOf = (changes: Partial<YearEntry>) => problemsOfYear(entry(changes), BANK_HOLIDAYS).map((one) => `${one.field}: ${one.message}`);
const term = (name: string, firstOn: string, lastOn: string) => ({ name, firstOn: d(firstOn), lastOn: d(lastOn) });
const closed = (firstOn: string, lastOn = firstOn) => ({ kind: 'inset' as const, firstOn: d(firstOn), lastOn: d(lastOn), reason: 'INSET day' });

describe('the dates of a calendar year', () => {
  it('finds nothing wrong with CAL-25, whose 190 pupil days are those of the rule book', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(pupilDays(CAL_25, BANK_HOLIDAYS).total).toBe(190);
    expect(pupilDays(CAL_25, BANK_HOLIDAYS).byTerm.reduce((sum, days) => sum + days, 0)).toBe(190);
  });

  it('names the row of a term that overlaps another, with empty rows between', () => {
    expect(fieldsOf({ terms: [term('Autumn', '2025-09-01', '2025-12-19'), null, term('Spring', '2025-12-15', '2026-03-27')], closedDays: [] }))
      .toEqual(['terms-2-firstOn: Spring and Autumn overlap']);
  });

  it('allows terms from 1 August to 31 August of the next year and nothing outside', () => {
    expect(fieldsOf({ terms: [term('Early', '2025-08-01', '2025-10-24'), term('Late', '2026-06-01', '2026-08-28')], closedDays: [] })).toEqual([]);
    expect(fieldsOf({ terms: [term('Early', '2025-07-31', '2025-10-24')], closedDays: [] })[0]).toContain('terms-0-firstOn: Early: the days must lie from 1 August 2025 to 31 August 2026');
    expect(fieldsOf({ terms: [term('Late', '2026-06-01', '2026-09-01')], closedDays: [] })).toHaveLength(1);
  });

  it('finds weekdays that cannot be: a term that begins on a Saturday or a bank holiday, an INSET day on a Sunday or outside the terms', () => {
    expect(fieldsOf({ terms: [term('Autumn', '2025-09-06', '2025-12-19')], closedDays: [] })).toEqual(['terms-0-firstOn: Autumn: the first day, 6 September 2025, is a Saturday']);
    expect(fieldsOf({ terms: [term('Summer', '2026-04-13', '2026-05-25')], closedDays: [] })).toEqual(['terms-0-lastOn: Summer: the last day, 25 May 2026, is a bank holiday']);
    expect(fieldsOf({ closedDays: [closed('2025-09-07')] })).toEqual(['closedDays-0-firstOn: INSET day: 7 September 2025 is a Sunday']);
    expect(fieldsOf({ closedDays: [null, closed('2025-10-28')] })).toEqual(['closedDays-1-firstOn: INSET day: 28 October 2025 lies in no term']);
    expect(fieldsOf({ terms: [term('Autumn', '2025-12-19', '2025-09-01')], closedDays: [] })).toContain('terms-0-lastOn: Autumn: the last day is before the first');
    expect(fieldsOf({ terms: [null], closedDays: [] })).toEqual(['terms-0-name: Enter at least one term']);
  });

  it('asks from more than 5 days off 190', () => {
    expect([184, 185, 190, 195, 196].map(isUsualNumber)).toEqual([false, true, true, true, false]);
  });
});
