/** The order of a pupil's history: the last act of a day stands above what happened earlier that day. */
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { type InTime, latestFirst } from '@/lib/placements/rules/latest-first';

const d = calendarDate;
const entry = (what: string, on: string, time: string | undefined, recorded: string | null): InTime & { what: string } => ({
  what, on: d(on), time, recordedOn: recorded === null ? null : d(recorded.slice(0, 10)), recordedTime: recorded === null ? null : recorded.slice(11),
});

describe('a history', () => {
  it('puts each act at its time of the day, whether that is its own or that of its entry', () => {
    const found = latestFirst([
      entry('excluded', '2026-03-02', '09:10', null), entry('asked', '2026-03-02', undefined, '2026-03-02 09:30'), entry('proposed', '2026-03-02', '10:05', '2026-03-02 10:05'),
      entry('talked', '2026-03-02', undefined, '2026-03-02 11:00'), entry('tuition planned', '2026-03-02', undefined, '2026-02-27 15:00'),
      entry('decided, entered later', '2026-03-02', undefined, '2026-03-04 09:00'), entry('closed', '2026-03-03', undefined, null), entry('earlier', '2026-03-01', '23:59', null),
    ], (one) => one);
    expect(found.map((one) => one.what)).toEqual(['closed', 'decided, entered later', 'talked', 'proposed', 'asked', 'excluded', 'tuition planned', 'earlier']);
  });

  it('keeps the later entered first where all else agrees', () => {
    expect(latestFirst([entry('first', '2026-03-02', '10:00', '2026-03-02 10:00'), entry('second', '2026-03-02', '10:00', '2026-03-02 10:01')], (one) => one).map((one) => one.what)).toEqual(['second', 'first']);
  });
});
