import { afterAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, eachDate, isoWeekday, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { givenOn } from '@/lib/calendars/rules/working-days';
import { clockStatus } from '@/lib/exclusions/rules/clock-status';
import { daySixDutyOfPermanentExclusion } from '@/lib/exclusions/rules/day-six-clock';
import { instantInWords, latestDaySixNotice } from '@/lib/exclusions/rules/day-six-notice';
import { boardMeetingDeadline } from '@/lib/exclusions/rules/deadlines';
import { compulsorySchoolAge } from '@/lib/pupils/rules/compulsory-school-age';
import { usualYearGroup } from '@/lib/pupils/rules/year-group';
import { BANK_HOLIDAYS, d, DEMONSTRATION_CALENDAR } from '../../support/calendars';
import { dutyFacts } from '../../support/exclusions';

const startedIn = process.env.TZ;
afterAll(() => {
  if (startedIn === undefined) delete process.env.TZ;
  else process.env.TZ = startedIn;
});

/** Both clock changes of 2025/26 lie in these days: 26 October 2025 and 29 March 2026. */
const DAYS: readonly CalendarDate[] = eachDate(d('2025-10-06'), d('2026-04-20'));

function everythingOn(date: CalendarDate): unknown {
  const days = schoolDaysOf({ ...DEMONSTRATION_CALENDAR });
  const facts = dutyFacts({ lookedAfter: true });
  const clocks = ['10:00', '14:00'].map((excludedAt) => {
    const duty = daySixDutyOfPermanentExclusion(days, { excludedOn: date, excludedAt, afternoonSessionStartsAt: '13:15' }, facts);
    return duty.kind === 'clock' ? [duty, clockStatus(days, duty.clock, { today: addDays(date, 9), metOn: null })] : duty;
  });
  return {
    date, clocks,
    weekday: isoWeekday(date),
    words: weekdayDateInWords(date),
    number: days.schoolDayNumber(date),
    board: boardMeetingDeadline(days, date),
    posted: givenOn(BANK_HOLIDAYS, date, 'first_class_post'),
    notice: instantInWords(latestDaySixNotice({ startsOn: date, startsAt: '09:00' })),
    midnight: ['T23:30:00Z', 'T00:30:00Z'].map((time) => [londonDateOf(new Date(date + time)), londonTimeOf(new Date(date + time))]),
    year: usualYearGroup(addDays(date, -5000), date),
    age: compulsorySchoolAge(addDays(date, -5000)),
  };
}

function inZone(zone: string, offsetInJuly: number): string {
  process.env.TZ = zone;
  const offset = new Date('2026-07-01T12:00:00Z').getTimezoneOffset();
  if (offset !== offsetInJuly) throw new Error(`The time zone ${zone} did not take: ${offset}`);
  return JSON.stringify(DAYS.map(everythingOn));
}

describe('the same answers whatever the server\u2019s time zone, and over both clock changes', () => {
  it('UTC, Europe/London, Pacific/Auckland and America/Los_Angeles', () => {
    const utc = inZone('UTC', 0);
    expect(inZone('Europe/London', -60)).toBe(utc);
    expect(inZone('Pacific/Auckland', -720)).toBe(utc);
    expect(inZone('America/Los_Angeles', 420)).toBe(utc);
  });

  it('R36a over the October change: Wednesday 22 October 2025 at 10:00 is due Thursday 6 November in each zone', () => {
    for (const [zone, offset] of [['UTC', 0], ['Europe/London', -60], ['Pacific/Auckland', -720]] as const) {
      expect(inZone(zone, offset)).toContain('2025-11-06');
      const duty = daySixDutyOfPermanentExclusion(schoolDaysOf({ ...DEMONSTRATION_CALENDAR }), { excludedOn: d('2025-10-22'), excludedAt: '10:00', afternoonSessionStartsAt: '13:15' }, dutyFacts());
      expect(duty.kind === 'clock' && duty.clock.dueOn, zone).toBe('2025-11-06');
    }
  });
});
