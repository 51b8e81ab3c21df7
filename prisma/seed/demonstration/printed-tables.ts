/** The printed tables of the two councils with their figures as typed, and the notes entered by hand. */
import type { EnteredNote, PrintedRow, PrintedStatement, PrintedTable } from '@/lib/publishing/rules/arithmetic-flaws';
import { LANCASHIRE_PAPER, PRINTED_PLANS, type PrintedPlan, ROTHERHAM_PAPER } from '@/lib/publishing/rules/printed-plans';
import { statementsIn } from '@/lib/publishing/rules/printed-statements';
import { cell, dataRows } from './read-data';

function number(text: string, times = 1): number | null {
  if (text === '') return null;
  return times === 1 ? Number(text) : Math.round(Number(text) * times);
}

function rows(plan: PrintedPlan): PrintedRow[] {
  return dataRows(`published/${plan.id}.csv`).map((row) => ({
    label: plan.labels.map((label) => cell(row, label)).join(': '),
    values: Object.fromEntries(plan.columns.map(({ key, times }) => [key, number(cell(row, key), times)])),
  }));
}

export function printedTables(): PrintedTable[] {
  return PRINTED_PLANS.map((plan) => ({
    id: plan.id, title: plan.title, paper: plan.paper, place: plan.place, checks: plan.checks, rows: rows(plan),
    columns: plan.columns.map(({ key, label, unit }) => ({ key, label, unit })),
  }));
}

export function printedStatements(): PrintedStatement[] {
  return statementsIn(printedTables());
}

/** Prints that are no number: the words of the paper. The files have the number that is read from them. */
export const PRINTED_WORDS: readonly { readonly table: string; readonly row: string; readonly column: string; readonly printed: string }[] = [
  { table: 'lancashire-pru-commissioned-places', row: 'Coal Clough Academy', column: 'cost_2017_18_gbp', printed: '963,6158*' },
];

/** Flaws of wording, which no sum finds. */
export const ENTERED_NOTES: readonly EnteredNote[] = [
  { id: 'pru-cost-963-6158', paper: LANCASHIRE_PAPER, place: 'Section 5.12 and its table, Coal Clough Academy', printed: '963,6158*', note: 'The total of 9,821,975 needs 963,615; the 8 is one digit too many' },
  { id: 'two-districts-one-row', paper: LANCASHIRE_PAPER, place: 'Sections 5.1 and 5.14', printed: '12 districts, 11 rows', note: 'Hyndburn and Ribble Valley are two districts reported as one' },
  { id: 'two-series', paper: ROTHERHAM_PAPER, place: 'Permanent exclusions in Rotherham\'s primary and secondary schools 2010 to 2015', printed: '18, 30, 18, 30, 57',
    note: 'The Department\'s counts for the same years are 17, 18, 16, 28, 42: two series, never mixed' },
  { id: 'devolved-by-2015', paper: ROTHERHAM_PAPER, place: 'Phased implementation', printed: 'Funding will be devolved to partnerships by April 2015', note: 'The agreement before it is for December 2015, so April 2016 must be meant' },
];
