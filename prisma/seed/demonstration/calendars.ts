/** CAL-24, CAL-25 and CAL-26 (rule book section 1 and the constants of the demonstration), and three schools' own. */
import type { CalendarYear, ClosedDays, Term } from '@/lib/calendars/types';
import { calendarDate } from '@/lib/core/calendar-date';
import type { AuthoritySlug, CalendarFact } from './facts';

interface YearPlan {
  readonly name: string;
  readonly academicYear: string;
  /** First and last weekday of each half-term. */
  readonly halves: readonly (readonly [string, string])[];
  readonly inset: readonly string[];
}

const PLANS: readonly YearPlan[] = [
  {
    name: 'CAL-24', academicYear: '2024/25',
    halves: [
      ['2024-09-02', '2024-10-25'], ['2024-11-04', '2024-12-20'], ['2025-01-06', '2025-02-14'],
      ['2025-02-24', '2025-04-04'], ['2025-04-22', '2025-05-23'], ['2025-06-02', '2025-07-22'],
    ],
    inset: ['2024-09-02', '2024-09-03', '2024-11-04', '2025-01-06', '2025-07-22'],
  },
  {
    name: 'CAL-25', academicYear: '2025/26',
    halves: [
      ['2025-09-01', '2025-10-24'], ['2025-11-03', '2025-12-19'], ['2026-01-05', '2026-02-13'],
      ['2026-02-23', '2026-03-27'], ['2026-04-13', '2026-05-22'], ['2026-06-01', '2026-07-20'],
    ],
    inset: ['2025-09-01', '2025-09-02', '2025-11-03', '2026-01-05', '2026-07-20'],
  },
  {
    name: 'CAL-26', academicYear: '2026/27',
    halves: [
      ['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-04', '2027-02-12'],
      ['2027-02-22', '2027-03-25'], ['2027-04-12', '2027-05-28'], ['2027-06-07', '2027-07-21'],
    ],
    inset: ['2026-09-01', '2026-09-02', '2026-11-02', '2027-01-04', '2027-06-07'],
  },
];

const TERM_NAMES = ['Autumn', 'Spring', 'Summer'] as const;

function terms(plan: YearPlan, sixTerms: boolean): Term[] {
  return plan.halves.map(([first, last], index) => {
    const partOf = TERM_NAMES[Math.floor(index / 2)] ?? '';
    const span = { firstOn: calendarDate(first), lastOn: calendarDate(last) };
    return sixTerms ? { name: `Term ${index + 1}`, ...span } : { name: `${partOf} ${(index % 2) + 1}`, partOf, ...span };
  });
}

function inset(day: string): ClosedDays {
  return { kind: 'inset', firstOn: calendarDate(day), lastOn: calendarDate(day), reason: 'INSET day' };
}

interface Override {
  /** An INSET day of 2025/26 moved from one date to another. */
  readonly move?: readonly [string, string];
  readonly sixTerms?: boolean;
}

function years(owner: string, override: Override = {}): CalendarYear[] {
  return PLANS.map((plan) => ({
    id: `${owner}-${plan.academicYear}`, name: plan.name, version: 1, academicYear: plan.academicYear,
    terms: terms(plan, override.sixTerms ?? false),
    closedDays: plan.inset.map((day) => inset(override.move?.[0] === day ? override.move[1] : day)),
  }));
}

export const AUTHORITY_CALENDAR = 'authority';

function calendar(authority: AuthoritySlug, slug: string, urn: string | null, why: string, override?: Override): CalendarFact {
  return { authority, slug, label: 'demonstration calendar', urn, why, years: years(`${authority}-${slug}`, override) };
}

/** Two schools with an INSET day of their own, one with six terms, and each authority's calendar. */
export const CALENDARS: readonly CalendarFact[] = [
  calendar('rotherham', AUTHORITY_CALENDAR, null, 'Used by every school and site without its own'),
  calendar('rotherham', 'oakwood', '140459', 'INSET on Friday 6 March 2026 instead of Monday 20 July 2026',
    { move: ['2026-07-20', '2026-03-06'] }),
  calendar('lancashire', AUTHORITY_CALENDAR, null, 'Used by every school and site without its own'),
  calendar('lancashire', 'broughton', '119759', 'INSET on Friday 13 March 2026 instead of Monday 20 July 2026',
    { move: ['2026-07-20', '2026-03-13'] }),
  calendar('lancashire', 'parklands', '138647', 'Six terms, so its terms for suspensions run between reference dates (R10)',
    { sixTerms: true }),
];
