import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { Clock } from '@/components/places/clock';
import { clockRows, clockTone, clockWords, type RunningClock } from '@/components/places/clock-view';

const dates = (...days: string[]) => days.map((day) => calendarDate(day));

/** R36a: excluded Wed 22 Oct 2025 at 10:00, due Thu 6 Nov (half-term, INSET 3 Nov). */
const overHalfTerm: RunningClock = {
  kind: 'running',
  what: 'place',
  counted: dates('2025-10-22', '2025-10-23', '2025-10-24', '2025-11-04', '2025-11-05', '2025-11-06'),
  leftOut: [
    { firstOn: calendarDate('2025-10-25'), lastOn: calendarDate('2025-10-26'), reason: 'weekend' },
    { firstOn: calendarDate('2025-10-27'), lastOn: calendarDate('2025-10-31'), reason: 'half-term' },
    { firstOn: calendarDate('2025-11-01'), lastOn: calendarDate('2025-11-01'), reason: 'weekend' },
    { firstOn: calendarDate('2025-11-02'), lastOn: calendarDate('2025-11-02'), reason: 'weekend' },
    { firstOn: calendarDate('2025-11-03'), lastOn: calendarDate('2025-11-03'), reason: 'INSET day' },
  ],
  lateSchoolDays: 0,
  startsBecause: 'Excluded at 10:00, before the afternoon session began, so that day is day 1.',
  calendar: 'Demonstration calendar 2025/26',
  rule: { text: 'Education from the sixth school day.', source: 'Education Act 1996 s.19(3A)' },
};
const on = calendarDate;

describe('clock words', () => {
  it('counts to the due date', () => {
    expect(clockWords(overHalfTerm, on('2025-11-04'))).toEqual({ where: 'Day 4 of 6', due: 'place due Thursday 6 November' });
    expect(clockTone(overHalfTerm, on('2025-11-04'))).toBe('fine');
  });

  it('stays on the last counted day through a holiday', () => {
    expect(clockWords(overHalfTerm, on('2025-10-29')).where).toBe('Day 3 of 6');
  });

  it('is due on the day, late after it, and names day 1 before it', () => {
    expect(clockWords(overHalfTerm, on('2025-11-06'))).toEqual({ where: 'Day 6 of 6', due: 'place due today, Thursday 6 November' });
    expect(clockTone(overHalfTerm, on('2025-11-06'))).toBe('due');
    const late = { ...overHalfTerm, lateSchoolDays: 1 };
    expect(clockWords(late, on('2025-11-07'))).toEqual({ where: '1 school day late', due: 'place was due Thursday 6 November' });
    expect(clockTone(late, on('2025-11-07'))).toBe('late');
    expect(clockWords(overHalfTerm, on('2025-11-08')).where).toBe('Overdue');
    expect(clockWords(overHalfTerm, on('2025-10-21')).where).toBe('Day 1 is Wednesday 22 October');
  });

  it('stops when met, in time or late', () => {
    expect(clockWords({ ...overHalfTerm, metOn: on('2025-11-06') }, on('2026-03-02')).where).toBe('Met in time, Thursday 6 November 2025');
    expect(clockTone({ ...overHalfTerm, metOn: on('2025-11-06') }, on('2026-03-02'))).toBe('fine');
    expect(clockWords({ ...overHalfTerm, metOn: on('2025-11-10') }, on('2026-03-02')).where).toMatch(/^Met late/);
    expect(clockTone({ ...overHalfTerm, metOn: on('2025-11-10') }, on('2026-03-02'))).toBe('late');
  });
});

describe('the days behind a clock', () => {
  it('stand in date order, days left out for one reason together', () => {
    const rows = clockRows(overHalfTerm).map((row) => (row.kind === 'counted' ? `${row.day} ${row.on}` : `${row.firstOn}/${row.lastOn} ${row.reason}`));
    expect(rows).toEqual([
      '1 2025-10-22',
      '2 2025-10-23',
      '3 2025-10-24',
      '2025-10-25/2025-10-26 weekend',
      '2025-10-27/2025-10-31 half-term',
      '2025-11-01/2025-11-02 weekend',
      '2025-11-03/2025-11-03 INSET day',
      '4 2025-11-04',
      '5 2025-11-05',
      '6 2025-11-06',
    ]);
  });
});

describe('Clock', () => {
  it('opens natively to the dates, the reasons and the rule', () => {
    const html = renderToStaticMarkup(<Clock clock={overHalfTerm} today={on('2025-11-04')} />);
    expect(html).toMatch(/^<details class="fp-clock fp-tone--fine"><summary/);
    for (const text of ['Day 4 of 6', 'Left out: half-term', 'Monday 3 November', 'Left out: INSET day', 'Education Act 1996 s.19(3A)', 'School day, today']) expect(html).toContain(text);
    expect(html.split('fp-clock-day--gone').length - 1).toBe(3);
    expect(html.split('fp-clock-day--today').length - 1).toBe(1);
    expect(html.split('fp-clock-day--coming').length - 1).toBe(2);
  });

  it('draws late days beyond the line', () => {
    const html = renderToStaticMarkup(<Clock clock={{ ...overHalfTerm, lateSchoolDays: 3 }} today={on('2025-11-11')} small />);
    expect(html.split('fp-clock-late').length - 1).toBe(3);
    expect(html).toContain('3 school days late');
  });

  it('says why there is no clock', () => {
    const html = renderToStaticMarkup(<Clock clock={{ kind: 'none', reason: 'Another authority has the duty' }} today={on('2025-11-04')} />);
    expect(html).toContain('No clock');
    expect(html).toContain('Another authority has the duty');
    expect(html).not.toContain('<details');
  });
});
