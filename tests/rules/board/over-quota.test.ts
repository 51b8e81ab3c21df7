import { describe, expect, it } from 'vitest';
import { overQuotaOf } from '@/lib/board/rules/over-quota';
import { calendarDate } from '@/lib/core/calendar-date';
import { placed, southAgreement, southPupils } from '@/tests/support/agreement-examples';

const END = calendarDate('2026-07-31');
const further = (count: number, firstOn: string, lastOn: string) => Array.from({ length: count }, (_, index) => placed(`PL-${firstOn}-${index}`, firstOn, lastOn));

describe('over-quota place-days and the pupils they tell of', () => {
  it('are 79 and one pupil in the example of the main job, and none before it starts', () => {
    const pupils = [...southPupils(), placed('PL-900', '2026-03-09', '2026-07-17')];
    expect(overQuotaOf(southAgreement(), pupils, END)).toEqual({ placeDays: 79, pupils: 1 });
    expect(overQuotaOf(southAgreement(), pupils, calendarDate('2026-03-08'))).toEqual({ placeDays: 0, pupils: 0 });
    expect(overQuotaOf(southAgreement(), southPupils(), END)).toEqual({ placeDays: 0, pupils: 0 });
  });

  it('tell of the fewest in any month: what one month adds comes to light by subtraction', () => {
    const many = [...southPupils(), ...further(6, '2026-03-09', '2026-03-27')];
    expect(overQuotaOf(southAgreement(), many, END).pupils).toBe(6);
    expect(overQuotaOf(southAgreement(), [...many, placed('PL-901', '2026-04-13', '2026-04-17')], END)).toEqual({ placeDays: 6 * 15 + 5, pupils: 1 });
  });

  it('tell of all who count where a yearly allowance is passed within the quota', () => {
    const terms = southAgreement({ measure: { kind: 'yearly_allowance', allowancePlaceDays: 17 * 100 } });
    expect(overQuotaOf(terms, southPupils(), END).pupils).toBe(17);
  });
});
