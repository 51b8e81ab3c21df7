import { randomUUID } from 'node:crypto';
import type { CalendarYear } from '@/lib/calendars/types';
import type { Row } from './insert-rows';

/** A calendar year of the tests as rows of its three tables. */
export function calendarRows(year: CalendarYear): { readonly id: string; readonly years: Row[]; readonly terms: Row[]; readonly closed: Row[] } {
  const id = randomUUID();
  return {
    id,
    years: [{ id, name: `${year.name} ${year.academicYear}`, academic_year: year.academicYear, label: year.name, is_default: true, version: 1 }],
    terms: year.terms.map((term) => ({ id: randomUUID(), calendar_year_id: id, name: term.name, first_on: term.firstOn, last_on: term.lastOn })),
    closed: year.closedDays.map((days) => ({
      id: randomUUID(), calendar_year_id: id, kind: days.kind, first_on: days.firstOn, last_on: days.lastOn, reason: days.reason,
    })),
  };
}
