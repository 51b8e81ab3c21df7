/** The two councils, their settings, budget lines and spend targets. All assumptions unless marked otherwise. */
import { calendarDate } from '@/lib/core/calendar-date';
import { parsePounds, pence, type Pence } from '@/lib/core/pence';
import type { AuthorityFact, AuthoritySlug, BudgetLineFact, Origin, SettingFact, SpendTargetFact } from './facts';
import { cell, dataRows } from './read-data';

/** The demonstration's today: a Monday, school day 107 of CAL-25. */
export const TODAY = calendarDate('2026-03-02');

export const AUTHORITIES: readonly AuthorityFact[] = [
  { slug: 'rotherham', code: '372', name: 'Rotherham', council: 'Rotherham Metropolitan Borough Council' },
  { slug: 'lancashire', code: '888', name: 'Lancashire', council: 'Lancashire County Council' },
];

type SettingRow = readonly [key: string, value: string, unit: string, words: string];

const SETTINGS: readonly SettingRow[] = [
  ['two_people_post_from', '5000', 'pounds', 'A charge run of £5,000.00 or more is posted by two people'],
  ['draft_statement_open', '10', 'school days', 'A draft statement stays open to queries'],
  ['site_reply_within', '2', 'school days', 'A site answers a proposal'],
  ['warn_chair_places_free', '1', 'places', 'The chair is warned when this many places or fewer are free, or a planned start would go over'],
  ['attendance_line', '85', 'per cent', 'Attendance below the line is shown as a concern'],
  ['attendance_line_for', '3', 'weeks', 'How long attendance is below the line before it is a concern'],
  ['fairness_multiple', '1.5', 'times', 'A school above this multiple of the median admissions needs a reason (R45)'],
  ['panel_quorum', '3', 'members', 'Fewest members for a panel to decide'],
  ['variance_explained_from_share', '5', 'per cent', 'A budget variance from this share is explained'],
  ['variance_explained_from_amount', '50000', 'pounds', 'A budget variance from £50,000.00 is explained'],
  ['suppression_threshold', '5', 'pupils', 'Counts from 1 to one below this are not published (R75)'],
  ['session_idle_on_pupil_pages', '15', 'minutes', 'Signed out when idle on a page with pupils'],
  ['board_baseline_year', '2024/25', 'academic year', 'The Governance Board measures against this year'],
  ['board_target_improvement', '10', 'per cent', 'How much better than the baseline the targets are'],
  ['day6_due_rule', 'strict', 'rule', 'The sixth school day of exclusion, day 1 counted (R36a)'],
  ['afternoon_session_starts_at', '13:15', 'time', 'When the afternoon session begins, unless a school says otherwise (R8)'],
  ['full_time_hours', '25', 'hours a week', 'What counts as full-time education (R36d)'],
];

export const SETTING_FACTS: readonly SettingFact[] = AUTHORITIES.flatMap(({ slug }) =>
  SETTINGS.map(([key, value, unit, words]) => ({ authority: slug, key, value, unit, words })));

function pounds(text: string): Pence {
  const amount = parsePounds(text);
  if (amount === null) throw new RangeError(`Not an amount: ${text}`);
  return amount;
}

function line(
  authority: AuthoritySlug, financialYear: string, name: string, amount: Pence, origin: Origin, note = '',
): BudgetLineFact {
  return { authority, financialYear, line: name, amount, origin, note };
}

/** 7/12 of the first year, in which the places fell on 1 September: R-book section 5 and the constants. */
const RELEASED_FIRST_YEAR = pence((90n - 55n) * 1_800_000n * 7n / 12n);
const RELEASED_FULL_YEAR = pence((90n - 55n) * 1_800_000n);

const ROTHERHAM_LINES: readonly BudgetLineFact[] = [
  line('rotherham', '2025-26', 'Place funding', pence(79n * 1_000_000n), 'assumption', '79 places at £10,000'),
  line('rotherham', '2025-26', 'Top-up', pence(79n * 800_000n), 'assumption', '79 places at £8,000'),
  line('rotherham', '2025-26', 'Out-of-borough placements', pounds('1,730,000'), 'assumption', 'The amount printed for 2014/15'),
  line('rotherham', '2025-26', 'Transport', pounds('250,000'), 'assumption'),
  line('rotherham', '2025-26', 'Over-quota income', pence(0n), 'assumption'),
  line('rotherham', '2016-17', 'Released funding devolved', RELEASED_FIRST_YEAR, 'assumption', '(90 - 55) places at £18,000, 7/12 of the year'),
  line('rotherham', '2017-18', 'Released funding devolved', RELEASED_FULL_YEAR, 'assumption', '(90 - 55) places at £18,000, the full year'),
];

function lancashireLines(): BudgetLineFact[] {
  return dataRows('published/lancashire-semh-cost-2017-18.csv')
    .filter((row) => !cell(row, 'provision').startsWith('Total'))
    .map((row) => line(
      'lancashire', '2017-18', cell(row, 'provision'), pounds(cell(row, 'actual_cost_gbp')), 'as printed', cell(row, 'note'),
    ));
}

export function budgetLines(): BudgetLineFact[] {
  return [...ROTHERHAM_LINES, ...lancashireLines()];
}

export const SPEND_TARGETS: readonly SpendTargetFact[] = [{
  authority: 'lancashire', name: 'Independent and non-maintained places',
  baseline: pounds('6,601,335'), target: pounds('4,951,001'),
  stepsFrom: calendarDate('2025-04-01'), targetOn: calendarDate('2028-03-31'),
}];
