import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { OccupancyCalendar } from '@/components/places/occupancy-calendar';
import { OccupancyStrip } from '@/components/places/occupancy-strip';
import { type OccupancyDay, type OccupancyWeek, rangesSummary, stripSentence, weeksAskedFor } from '@/components/places/occupancy-view';

const today = calendarDate('2026-03-02');

/** Weeks from Monday 2 March 2026; null is a holiday. */
function weeks(...free: (number | null)[]): OccupancyWeek[] {
  return free.map((tenths, index) => {
    const firstOn = addDays(today, 7 * index);
    return { firstOn, lastOn: addDays(firstOn, 4), schoolDays: tenths === null ? 0 : 5, fewestFreeTenths: tenths ?? 0, placesTenths: 200 };
  });
}

describe('OccupancyStrip', () => {
  const strip = renderToStaticMarkup(<OccupancyStrip name="Rowan" weeks={weeks(15, 0, -10, null)} today={today} wanted={{ firstOn: calendarDate('2026-03-09'), lastOn: calendarDate('2026-03-27') }} />);

  it('tells free, full, over and closed apart by shape', () => {
    expect(strip).toContain('fp-week--free"><rect');
    expect(strip).toContain('fp-week--full"><rect');
    expect(strip).toContain('fp-week--over"><path');
    expect(strip).toContain('fp-week-closed');
  });

  it('says the same in a table that is read', () => {
    const picture = strip.slice(strip.indexOf('aria-hidden="true"'), strip.indexOf('<table>'));
    expect(picture).not.toContain('<th');
    const cells = [...strip.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td>/g)].map((match) => match.slice(1));
    expect(cells).toEqual([
      ['2 to 6 March', '1.5 free', '20'],
      ['9 to 13 March', 'Full', '20'],
      ['16 to 20 March', 'Over by 1', '20'],
      ['23 to 27 March', 'No school', 'None'],
    ]);
  });

  it('speaks of the weeks asked for only, and not of a day before them', () => {
    const asked = { firstOn: calendarDate('2026-03-10'), lastOn: calendarDate('2026-03-20') };
    const full = weeks(0, 0, 15, 0);
    expect(stripSentence(weeksAskedFor(full, asked), today)).toBe('No place free in 1 school week, first in the week of 9 March.');
    const fromTuesday = full.map((week, index) => (index === 1 ? { ...week, askedFewestFreeTenths: 20 } : week));
    expect(stripSentence(weeksAskedFor(fromTuesday, asked), today)).toBe('At least 1.5 free in every week, fewest in the week of 16 March.');
    expect(stripSentence(weeksAskedFor(weeks(0, 20, 0, 0), asked), today)).toBe('No place free in 1 school week, first in the week of 16 March.');
  });

  it('marks the school weeks asked for', () => {
    expect(strip.split('fp-week-wanted').length - 1).toBe(2);
  });

  it('sums itself up', () => {
    expect(stripSentence(weeks(15, 0, -10, null), today)).toBe('No place free in 2 school weeks, first in the week of 9 March.');
    expect(stripSentence(weeks(60, 50, null), today)).toBe('At least 5 free in every week, fewest in the week of 9 March.');
    expect(stripSentence(weeks(60, null, 60), today)).toBe('6 free in every week shown.');
    expect(stripSentence(weeks(0, -10), today)).toBe('No place free in any week shown.');
    expect(stripSentence(weeks(null), today)).toBe('No school weeks in this period.');
  });
});

describe('OccupancyCalendar', () => {
  const day = (date: string, takenTenths: number | null): OccupancyDay => ({ on: calendarDate(date), takenTenths, placesTenths: 200, closedReason: 'INSET day', href: `/day/${date}` });
  const days = [day('2026-03-02', 120), day('2026-03-03', 120), day('2026-03-04', null), day('2026-03-05', 120), day('2026-03-06', 200), day('2026-03-09', 215)];

  it('links every school day with its words', () => {
    const html = renderToStaticMarkup(<OccupancyCalendar name="Rowan" days={days} today={today} />);
    expect(html.match(/<a class="fp-day/g)).toHaveLength(5);
    for (const text of ['12 of 20 places', 'Available', 'Full', 'Over 1.5', 'INSET day', 'Monday 2 March, today']) expect(html).toContain(text);
    expect(html.indexOf('Key')).toBeLessThan(html.indexOf('<table'));
    expect(html.match(/<tr role="row">/g)).toHaveLength(3);
  });

  it('gives the ranges in words, closed days not parting them', () => {
    expect(rangesSummary(days, today)).toBe('Available from 2 to 5 March. Full on 6 March. Over 1.5 on 9 March.');
  });
});
