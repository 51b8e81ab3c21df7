import { SUPPRESSION_THRESHOLD } from '@/lib/publishing/rules/suppression';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { FigureDays, TrueFigure } from '../types';
import type { NamedTerm } from './figure-days';

const MONTHS = 12;

/** The last days of the twelve months to a month's last day, earliest first. */
export function monthEnds(end: CalendarDate): CalendarDate[] {
  const ends: CalendarDate[] = [];
  for (let last = end; ends.length < MONTHS; last = addDays(`${last.slice(0, 7)}-01` as CalendarDate, -1)) ends.unshift(last);
  return ends;
}

/** `Feb 2026`. */
export function monthLabel(end: CalendarDate): string {
  const [, month = '', year = ''] = dateInWords(end).split(' ');
  return `${month.slice(0, 3)} ${year}`;
}

/**
 * The last three terms that are over and the one before them, with the holiday that follows each, so that the three add up
 * to what is counted from the first day of the first to the last day of the last.
 */
export function termDays(terms: readonly NamedTerm[], end: CalendarDate): { readonly shown: readonly FigureDays[]; readonly before: FigureDays | null } {
  const over = terms.filter((term) => term.lastOn <= end).slice(-4);
  const days = over.map((term, index): FigureDays => {
    const next = over[index + 1];
    return { firstOn: term.firstOn, lastOn: next ? addDays(next.firstOn, -1) : term.lastOn, words: term.label };
  });
  return { shown: days.slice(-3), before: days.length > 3 ? days[0] ?? null : null };
}

/**
 * Whether a term's numbers would tell of few pupils, by themselves or taken from a longer count. Then no term is shown: the
 * three add up to the figure, and with the one before to a year's baseline.
 */
export function tellsOfFew(figure: TrueFigure): boolean {
  if (figure.kind !== 'split') return false;
  const sum = (cell: 'yes' | 'no'): number => figure.parts.reduce((all, part) => all + part[cell], 0);
  return [sum('yes'), sum('no'), sum('yes') + sum('no')].some((count) => count > 0 && count < SUPPRESSION_THRESHOLD);
}
