import type { AgreementTerms, Measure } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { firstIndexFrom, lastIndexTo } from './day-index';
import { censusIndexByDay, type QuotaPosition } from './over-quota';

const NAMES: Readonly<Record<Measure['kind'], string>> = {
  daily: 'Counted each school day', yearly_allowance: 'Yearly allowance of place-days', census_day: 'Counted on census days', annual_average: 'Annual average',
};

export function measureName(measure: Measure): string {
  return NAMES[measure.kind];
}

/** Tenths of a place-day as people read them: `10,800`, `78.5`. */
export function placeDaysInWords(tenths: number): string {
  return (tenths / 10).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

/** `79 over-quota place-days`, `1 over-quota place-day`, `no over-quota place-day`. */
export function overQuotaInWords(tenths: number): string {
  if (tenths === 0) return 'no over-quota place-day';
  return `${placeDaysInWords(tenths)} over-quota ${tenths === 10 ? 'place-day' : 'place-days'}`;
}

/**
 * How use over the quota is counted under the agreement's measure and where that stands on a day, in
 * one or two sentences (issue, "Measures"). `position` is of pupils who were in places.
 */
export function measureSoFar(terms: AgreementTerms, position: QuotaPosition, on: CalendarDate): string {
  const index = lastIndexTo(terms.schoolDays, on);
  const over = position.overTenths[index] ?? 0;
  const used = total(position.use.tenths.slice(0, index + 1));
  const by = dateInWords(on);
  const { measure } = terms;
  switch (measure.kind) {
    case 'daily':
      return `Use over the quota is counted on each school day: ${overQuotaInWords(over)} from 1 September ${terms.firstOn.slice(0, 4)} to ${by}.`;
    case 'yearly_allowance':
      return `The agreement gives a yearly allowance of ${measure.allowancePlaceDays.toLocaleString('en-GB')} place-days: ${placeDaysInWords(used)} used by ${by}, `
        + (over > 0 ? `so ${overQuotaInWords(over)}.` : `${placeDaysInWords(measure.allowancePlaceDays * 10 - used)} left.`);
    case 'census_day':
      return censusWords(terms, measure.censusDays, position, index, over);
    case 'annual_average': {
      const days = Math.max(1, index + 1);
      const last = terms.schoolDays.at(-1);
      return `The year's average is charged, on its last school day${last ? `, ${dateInWords(last)}` : ''}; nothing is due before. `
        + `Average use to ${by} is ${average(used, days)} places a day, average quota ${average(total(position.quotaTenths.slice(0, days)), days)}.`;
    }
  }
}

function censusWords(terms: AgreementTerms, censusDays: readonly CalendarDate[], position: QuotaPosition, index: number, over: number): string {
  const named = censusDays.map(dateInWords);
  const start = `Use over the quota is counted on census days: ${named.slice(0, -1).join(', ')}${named.length > 1 ? ' and ' : ''}${named.at(-1) ?? ''}. `;
  const at = censusIndexByDay(terms.schoolDays, censusDays)[index] ?? null;
  if (at === null) return `${start}The first has not come yet, so there is ${overQuotaInWords(0)}.`;
  const [use, quota] = [(position.use.tenths[at] ?? 0) / 10, (position.quotaTenths[at] ?? 0) / 10];
  const day = terms.schoolDays[at];
  const next = censusDays.find((census) => firstIndexFrom(terms.schoolDays, census) > index);
  return `${start}On ${day ? dateInWords(day) : 'the last'} it was ${use} of ${quota} places; ${overQuotaInWords(over)} so far this year.`
    + (next ? ` The next census day is ${dateInWords(next)}.` : '');
}

function average(tenths: number, days: number): string {
  return (tenths / 10 / days).toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
