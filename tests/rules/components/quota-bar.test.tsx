import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { titleOf } from '@/components/partnership/year-chart';
import { hatch } from '@/components/places/hatch';
import { QuotaBar } from '@/components/places/quota-bar';
import { inTens, quotaCells } from '@/components/places/quota-cells';
import type { QuotaMeasure } from '@/components/places/quota-measure';
import { quotaSentence, type QuotaView } from '@/components/places/quota-words';

const today = calendarDate('2026-03-02');
function view(usedTenths: number, quotaTenths: number, more: Partial<QuotaView> = {}): QuotaView {
  return { usedTenths, quotaTenths, on: today, today, ...more };
}
const count = (html: string, text: string) => html.split(text).length - 1;

describe('quota cells', () => {
  it('fills eleven places, half of the twelfth, and puts a planned start after them', () => {
    const { within, over } = quotaCells({ usedTenths: 115, quotaTenths: 120, plannedTenths: 10 });
    expect(within).toHaveLength(12);
    expect(within[10]).toEqual({ widthTenths: 10, filledTenths: 10, plannedTenths: 0 });
    expect(within[11]).toEqual({ widthTenths: 10, filledTenths: 5, plannedTenths: 5 });
    expect(over).toEqual([{ widthTenths: 10, filledTenths: 0, plannedTenths: 5 }]);
  });

  it('puts what is over the quota right of the line, with its tenths', () => {
    const { within, over } = quotaCells({ usedTenths: 186, quotaTenths: 170 });
    expect(within.every((cell) => cell.filledTenths === 10)).toBe(true);
    expect(over.map((cell) => cell.filledTenths)).toEqual([10, 6]);
  });

  it('loses no tenth, whatever the figures', () => {
    for (let used = 0; used <= 1300; used += 7) {
      const { within, over } = quotaCells({ usedTenths: used, quotaTenths: 1190, plannedTenths: 13 });
      const cells = [...within, ...over];
      expect(cells.reduce((sum, cell) => sum + cell.filledTenths, 0)).toBe(used);
      expect(cells.reduce((sum, cell) => sum + cell.plannedTenths, 0)).toBe(13);
      expect(over.reduce((sum, cell) => sum + cell.filledTenths, 0)).toBe(Math.max(0, used - 1190));
    }
  });

  it('draws a last part of a place narrower and groups by ten', () => {
    expect(quotaCells({ usedTenths: 0, quotaTenths: 15 }).within.map((cell) => cell.widthTenths)).toEqual([10, 5]);
    expect(inTens(quotaCells({ usedTenths: 0, quotaTenths: 1190 }).within).map((ten) => ten.length)).toEqual([...Array<number>(11).fill(10), 9]);
  });

  it('cuts the hatch at the edges of its box', () => {
    const numbers = [...hatch(10, 20, 30, 15).matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    expect(numbers.length).toBeGreaterThan(4);
    for (const [, x, y] of numbers) {
      expect(+(x ?? NaN)).toBeGreaterThanOrEqual(10);
      expect(+(x ?? NaN)).toBeLessThanOrEqual(40);
      expect(+(y ?? NaN)).toBeGreaterThanOrEqual(20);
      expect(+(y ?? NaN)).toBeLessThanOrEqual(35);
    }
  });
});

describe('the sentence', () => {
  it('is the one of the design brief', () => {
    const planned = [{ on: calendarDate('2026-11-04'), tenths: 10 }];
    expect(quotaSentence(view(115, 120, { planned }))).toBe('11.5 of 12 places used today, 1 more starts on 4 November');
  });

  it('says full and over in words, and the day when it is not today', () => {
    expect(quotaSentence(view(340, 500, { awaitedTenths: 10 }))).toBe('34 of 50 places used today, 1 more held for a pupil who has not started');
    expect(quotaSentence(view(170, 170))).toBe('17 of 17 places used today, none free');
    expect(quotaSentence(view(180, 170, { on: calendarDate('2025-12-01') }))).toBe('18 of 17 places used on 1 December 2025, 1 over quota');
  });

  it('adds starts of one day, names two days, and spans more', () => {
    const start = (day: string, tenths: number) => ({ on: calendarDate(day), tenths });
    expect(quotaSentence(view(10, 120, { planned: [start('2026-03-09', 10), start('2026-03-09', 5)] }))).toContain('1.5 more start on 9 March');
    expect(quotaSentence(view(10, 120, { planned: [start('2026-03-16', 5), start('2026-03-09', 10)] }))).toContain('1 more starts on 9 March and 0.5 on 16 March');
    expect(quotaSentence(view(10, 120, { planned: [start('2026-03-16', 10), start('2026-03-09', 10), start('2027-01-05', 10)] }))).toContain('3 more start between 9 March and 5 January 2027');
  });
});

describe('under a measure that does not count day by day', () => {
  it.each([
    ['yearly_allowance', 'use over the quota is counted over the year, against its allowance of place-days'],
    ['census_day', 'use over the quota is counted on census days only'],
    ['annual_average', 'use over the quota is counted as the average of the year'],
  ] as const)('%s: sentence, text alternative and key say of the day what it is, and how use is counted', (measure, counted) => {
    const over = view(180, 170, { measure, planned: [{ on: calendarDate('2026-03-09'), tenths: 10 }] });
    expect(quotaSentence(over)).toBe(`18 of 17 places used today, 1 above the quota of the day, 1 more starts on 9 March; ${counted}`);
    expect(quotaSentence(view(170, 170, { measure }))).toBe(`17 of 17 places used today, at the quota of the day; ${counted}`);
    const html = renderToStaticMarkup(<><QuotaBar quota={over} /><QuotaBar small quota={over} /><QuotaBar quota={view(150, 170, { measure })} /></>);
    expect(html).toContain('1 planned, above the quota of the day');
    expect(html).toContain('2 below the quota of the day');
    expect(html).toContain('<strong>, 1 above</strong>');
    expect(html).not.toMatch(/\d over\b|over quota|\d free\b|fp-quota--over/);
  });
});

it('the title of the year speaks of days over the quota under the daily measure only', () => {
  const titled = (measure: QuotaMeasure, used: number) => titleOf({ name: 'South', quota: { measure }, points: [{ on: today, actualTenths: used, plannedTenths: null, quotaTenths: 170 }] });
  expect(titled('daily', 180)).toBe('South was over its quota on 1 school day so far this year');
  expect(titled('census_day', 180)).toBe('South had more pupils in places than the quota of the day on 1 school day so far this year');
  expect(titled('annual_average', 170)).toBe('South had no more pupils in places than the quota of the day so far this year');
});

describe('QuotaBar', () => {
  it('draws one frame a place, the firm line once, and hides the picture from assistive technology', () => {
    const html = renderToStaticMarkup(<QuotaBar quota={view(180, 170)} />);
    const picture = html.slice(html.indexOf('fp-quota__rows'), html.indexOf('fp-quota__key'));
    expect(count(picture, 'fp-place-frame')).toBe(18 + count(picture, 'fp-place-frame--'));
    expect(count(picture, 'class="fp-place-line"')).toBe(1);
    expect(count(picture, 'fp-place-hatch')).toBe(1);
    expect(count(picture, '<svg')).toBe(count(picture, 'aria-hidden="true"'));
    expect(html).toContain('18 of 17 places used today, 1 over quota');
  });

  it('is short in a table cell and still says the whole sentence', () => {
    const html = renderToStaticMarkup(<QuotaBar small quota={view(170, 170)} href="/south" />);
    expect(html).toContain('17 of 17');
    expect(html).toContain('<strong>, full</strong>');
    expect(html).toContain('<span class="fp-hidden">17 of 17 places used today, none free</span>');
    expect(html).toContain('href="/south"');
  });

  it('measures instead of counting when the small row would be too long', () => {
    expect(renderToStaticMarkup(<QuotaBar small quota={view(1085, 1190)} />)).toContain('fp-meter-tick');
    expect(renderToStaticMarkup(<QuotaBar small quota={view(170, 170)} />)).not.toContain('fp-meter-tick');
  });
});
