import { describe, expect, it } from 'vitest';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { daySixNotice, instantInWords, latestDaySixNotice, lostNotice } from '@/lib/exclusions/rules/day-six-notice';
import { isMoreThanDays, schoolDaysText, totalSessions } from '@/lib/exclusions/rules/half-days';
import { type NoticeFacts, noticeDuties, withoutDelay } from '@/lib/exclusions/rules/notice-duties';
import { CAL_24, CAL_25, calendarYear, d, DEMONSTRATION_CALENDAR } from '../../support/calendars';
import { excluded } from '../../support/exclusions';

const days = schoolDaysOf(DEMONSTRATION_CALENDAR);

function facts(over: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    ...excluded('2026-03-06'), kind: 'permanent', afternoonSessionEndsAt: '15:15', termSessions: 0, losesPublicExamOrTest: false,
    socialWorker: false, lookedAfter: false, homeAuthorityElsewhere: false, pupilIsAdult: false, ...over,
  };
}
const told = (over: Partial<NoticeFacts> = {}) => noticeDuties(days, facts(over)).map((duty) => `${duty.rule} ${duty.who} ${duty.when.kind}`);

describe('R20 to R25: who must be told', () => {
  it('permanent exclusion: parent, authority and board', () => {
    expect(told()).toEqual([
      'R20 parent without_delay', 'R21 parent end_of_afternoon_session', 'R22 authority without_delay', 'R25 governing_board without_delay',
    ]);
  });

  it('R23, R24: social worker, Virtual School Head and home authority where there is one', () => {
    expect(told({ socialWorker: true, lookedAfter: true, homeAuthorityElsewhere: true })).toEqual([
      'R20 parent without_delay', 'R21 parent end_of_afternoon_session', 'R22 authority without_delay', 'R23 social_worker without_delay',
      'R23 virtual_school_head without_delay', 'R24 home_authority without_delay', 'R25 governing_board without_delay',
    ]);
  });

  it('R24: the home authority is told of permanent exclusions only', () => {
    expect(told({ kind: 'suspension', homeAuthorityElsewhere: true })).not.toContain('R24 home_authority without_delay');
  });

  it('R25 and R11: the board hears without delay above 5 days in the term, not at 5.0', () => {
    expect(told({ kind: 'suspension', termSessions: 10 })).toContain('R25 governing_board once_a_term');
    expect(told({ kind: 'lunchtime', termSessions: 11 })).toContain('R25 governing_board without_delay');
    expect(told({ kind: 'suspension', termSessions: 1, losesPublicExamOrTest: true })).toContain('R25 governing_board without_delay');
  });

  it('R22: every suspension whatever its length goes to the authority, since 1 September 2022 (R1)', () => {
    expect(told({ kind: 'suspension', termSessions: 1 })).toContain('R22 authority without_delay');
    const early = schoolDaysOf({ ...DEMONSTRATION_CALENDAR, years: [calendarYear('2021/22', [['2021-09-01', '2022-07-22']], [])] });
    const then = (kind: NoticeFacts['kind']) => noticeDuties(early, facts({ ...excluded('2022-03-07'), kind, socialWorker: true })).map((duty) => duty.rule);
    expect(then('suspension')).toEqual(['R20', 'R21', 'R25']);
    expect(then('permanent')).toEqual(['R20', 'R21', 'R22', 'R25']);
  });

  it('R3: without delay is due the same school day and late from the next', () => {
    expect(withoutDelay(days, d('2026-03-06'))).toEqual({ kind: 'without_delay', dueOn: '2026-03-06', lateFrom: '2026-03-09' });
    expect(withoutDelay(days, d('2026-02-17'))).toEqual({ kind: 'without_delay', dueOn: '2026-02-23', lateFrom: '2026-02-24' });
  });

  it('R21: in writing by the end of the afternoon session on the first day of exclusion', () => {
    const when = (time: string) => noticeDuties(days, facts(excluded('2026-03-06', time))).find((duty) => duty.rule === 'R21')?.when;
    expect(when('10:00')).toEqual({ kind: 'end_of_afternoon_session', dueOn: '2026-03-06', dueAt: '15:15' });
    expect(when('14:00')).toEqual({ kind: 'end_of_afternoon_session', dueOn: '2026-03-09', dueAt: '15:15' });
  });

  it('a pupil of 18 is told in place of the parent', () => {
    expect(noticeDuties(days, facts({ pupilIsAdult: true }))[0]?.what).toContain('The pupil (18 or over)');
  });
});

describe('R21: 48 clock hours before education from day 6', () => {
  const start = { startsOn: d('2026-03-09'), startsAt: '09:30' };
  const about = { daySixOn: d('2026-03-05'), parentConsents: false };

  it('starts Monday 9 March at 09:30: by Saturday 7 March at 09:30', () => {
    expect(instantInWords(latestDaySixNotice(start))).toBe('Saturday 7 March 2026 at 09:30');
    expect(daySixNotice(new Date('2026-03-07T09:30:00Z'), start, about)).toEqual({ kind: 'in_time' });
    expect(daySixNotice(new Date('2026-03-07T09:30:01Z'), start, about)).toMatchObject({
      kind: 'too_late',
      words: 'The family must be told at least 48 hours before education starts, by Saturday 7 March 2026 at 09:30. Start later; consent to less notice counts only for a start before day 6.',
    });
  });

  it('are hours, so the wall clock moves over both clock changes', () => {
    expect(instantInWords(latestDaySixNotice({ startsOn: d('2026-03-30'), startsAt: '09:30' }))).toBe('Saturday 28 March 2026 at 08:30');
    expect(instantInWords(latestDaySixNotice({ startsOn: d('2025-10-27'), startsAt: '09:30' }))).toBe('Saturday 25 October 2025 at 10:30');
  });

  it('consent waives them only for a start before day 6', () => {
    const late = new Date('2026-03-08T12:00:00Z');
    const early = { daySixOn: d('2026-03-10'), parentConsents: true };
    expect(daySixNotice(late, start, early)).toEqual({ kind: 'waived' });
    expect(daySixNotice(late, start, { ...early, daySixOn: d('2026-03-09') }).kind).toBe('too_late');
    expect(daySixNotice(late, start, { ...early, parentConsents: false })).toMatchObject({
      words: 'The family must be told at least 48 hours before education starts, by Saturday 7 March 2026 at 09:30. Start later, or record that the parent agrees to less notice.',
    });
  });
});

describe('R6 and R11: half days add up', () => {
  it('R6: 3 sessions are 1.5 days', () => expect(schoolDaysText(3)).toBe('1.5'));

  it('R11: 10 lunchtimes are 5.0 days, not more than 5; 11 are 5.5, more than 5', () => {
    const lunchtimes = (count: number) => totalSessions(Array.from({ length: count }, () => 1));
    expect([isMoreThanDays(lunchtimes(10), 5), isMoreThanDays(lunchtimes(11), 5)]).toEqual([false, true]);
    expect([schoolDaysText(lunchtimes(10)), schoolDaysText(lunchtimes(11))]).toEqual(['5', '5.5']);
  });

  it('takes whole sessions only', () => {
    expect(() => totalSessions([0.5])).toThrow(RangeError);
    expect(() => isMoreThanDays(-1, 5)).toThrow(RangeError);
  });

  it('the reference calendars are three-term', () => expect([CAL_24, CAL_25].map((year) => new Set(year.terms.map((term) => term.partOf)).size)).toEqual([3, 3]));
});

describe('R21: once the 48 hours cannot be kept', () => {
  const start = { startsOn: d('2026-03-09'), startsAt: '09:30' };
  const late = new Date('2026-03-07T09:30:01Z');

  it('says nothing while there is time', () => {
    expect(lostNotice(new Date('2026-03-07T09:30:00Z'), start, d('2026-03-10'))).toBeNull();
  });

  it('asks for agreement before day 6 only', () => {
    expect(lostNotice(late, start, d('2026-03-10'))).toMatchObject({ mayAgree: true, words: expect.stringContaining('record that they agree') });
    expect(lostNotice(late, start, d('2026-03-09'))).toMatchObject({ mayAgree: false, words: expect.stringContaining('only for a start before day 6') });
    expect(lostNotice(late, start, null)).toMatchObject({ mayAgree: false });
  });
});
