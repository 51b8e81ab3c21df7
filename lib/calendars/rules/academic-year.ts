import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';

/** A year with its name and its first and last day, both included. */
export interface NamedYear {
  readonly label: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** The agreement's academic year, 1 September to 31 August, `2025/26` (R69, glossary). */
export function agreementYearOf(date: CalendarDate): NamedYear {
  return yearStarting(startYear(date, '09-01'), '09-01', '08-31', '/');
}

/** The academic year of the School and Early Years Finance Regulations, 1 August to 31 July, `2026/27` (R9). */
export function financeAcademicYearOf(date: CalendarDate): NamedYear {
  return yearStarting(startYear(date, '08-01'), '08-01', '07-31', '/');
}

/** The financial year, 1 April to 31 March, `2026-27` with a hyphen (R69). */
export function financialYearOf(date: CalendarDate): NamedYear {
  return yearStarting(startYear(date, '04-01'), '04-01', '03-31', '-');
}

/** The agreement year named `2025/26`. RangeError when the text is not two years in a row. */
export function agreementYear(label: string): NamedYear {
  const match = /^(\d{4})\/(\d{2})$/.exec(label);
  const first = Number(match?.[1]);
  if (!match || (first + 1) % 100 !== Number(match[2])) {
    throw new RangeError(`Not an academic year such as 2025/26: ${JSON.stringify(label)}`);
  }
  return yearStarting(first, '09-01', '08-31', '/');
}

/** The label of the academic year after: `2025/26` gives `2026/27`. */
export function nextAcademicYear(label: string): string {
  return agreementYearOf(calendarDate(`${+agreementYear(label).lastOn.slice(0, 4)}-09-01`)).label;
}

function startYear(date: CalendarDate, monthAndDay: string): number {
  const year = +date.slice(0, 4);
  return date.slice(5) >= monthAndDay ? year : year - 1;
}

function yearStarting(year: number, first: string, last: string, joint: '/' | '-'): NamedYear {
  return {
    label: `${year}${joint}${String((year + 1) % 100).padStart(2, '0')}`,
    firstOn: calendarDate(`${year}-${first}`),
    lastOn: calendarDate(`${year + 1}-${last}`),
  };
}
