/** The printed tables of the two councils, what should follow from what in them, and the notes entered by hand. */
import type { EnteredNote, Figure, PrintedCheck, PrintedRow, PrintedStatement, PrintedTable } from '@/lib/publishing/rules/arithmetic-flaws';
import { cell, dataRows } from './read-data';

const ROTHERHAM = '5 Steps to Collective Responsibility, Rotherham 2015';
const LANCASHIRE = 'Examining arrangements for secondary pupils with SEMH needs, Lancashire 2019';

type Column = PrintedTable['columns'][number] & { readonly times?: number };

interface TablePlan {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly paper: string;
  readonly place: string;
  readonly labels: readonly string[];
  readonly columns: readonly Column[];
  readonly checks: readonly PrintedCheck[];
}

function columns(unit: Column['unit'], pairs: readonly (readonly [string, string])[]): Column[] {
  return pairs.map(([key, label]) => ({ key, label, unit }));
}

const TOTAL = 'Total (as printed)';

const PLANS: readonly TablePlan[] = [
  {
    id: 'rotherham-permanent-exclusions', file: 'rotherham-permanent-exclusions.csv', title: 'Permanent exclusions, 2010 to 2015', paper: ROTHERHAM,
    place: 'Permanent exclusions in Rotherham\'s primary and secondary schools 2010 to 2015', labels: ['academic_year'],
    columns: columns('pupils', [['primary', 'Primary'], ['secondary', 'Secondary'], ['total_as_printed', 'Total']]),
    checks: [{ kind: 'row_sum', parts: ['primary', 'secondary'], total: 'total_as_printed' }],
  },
  {
    id: 'rotherham-semh-provision-2014-15', file: 'rotherham-semh-provision-2014-15.csv', title: 'SEMH provision, 2014/15', paper: ROTHERHAM,
    place: 'The cost of the current model of provision', labels: ['provision'],
    columns: [
      { key: 'cost_million_gbp', label: 'Cost', unit: 'pounds', times: 1_000_000 }, { key: 'pupils', label: 'Pupils', unit: 'pupils' },
      { key: 'average_cost_per_place_gbp_as_printed', label: 'Average cost per place', unit: 'pounds' },
    ],
    checks: [
      { kind: 'column_sum', column: 'cost_million_gbp', totalRow: TOTAL, roundedTo: 10_000 },
      { kind: 'column_sum', column: 'pupils', totalRow: TOTAL },
      { kind: 'quotient', numerator: 'cost_million_gbp', denominator: 'pupils', result: 'average_cost_per_place_gbp_as_printed' },
    ],
  },
  {
    id: 'lancashire-permanent-exclusions-2017-18', file: 'lancashire-permanent-exclusions-2017-18.csv', title: 'Permanent exclusions by district, 2017/18',
    paper: LANCASHIRE, place: 'Section 5.14', labels: ['district'],
    columns: [
      { key: 'schools_and_academies', label: 'Schools and academies', unit: 'schools' },
      ...columns('pupils', [['permanent_exclusions_schools', 'Schools'], ['permanent_exclusions_academies', 'Academies'], ['district_total_as_printed', 'District total']]),
    ],
    checks: [
      { kind: 'row_sum', parts: ['permanent_exclusions_schools', 'permanent_exclusions_academies'], total: 'district_total_as_printed' },
      ...['permanent_exclusions_schools', 'permanent_exclusions_academies', 'district_total_as_printed']
        .map((column): PrintedCheck => ({ kind: 'column_sum', column, totalRow: 'Lancashire TOTAL (as printed)' })),
    ],
  },
  {
    id: 'lancashire-pru-commissioned-places', file: 'lancashire-pru-commissioned-places.csv', title: 'Commissioned PRU places and cost', paper: LANCASHIRE,
    place: 'Commissioned places before section 5.5; cost in section 5.12', labels: ['provider'],
    columns: [
      ...columns('places', [['places_2017_18', 'Places 2017/18'], ['places_2018_19', 'Places 2018/19']]), { key: 'cost_2017_18_gbp', label: 'Cost 2017-18', unit: 'pounds' },
    ],
    checks: ['places_2017_18', 'places_2018_19', 'cost_2017_18_gbp'].map((column) => ({ kind: 'column_sum', column, totalRow: TOTAL })),
  },
  {
    id: 'lancashire-schools-census-2018', file: 'lancashire-schools-census-2018.csv', title: 'Schools and pupils, January 2018', paper: LANCASHIRE, place: 'Section 5.1',
    labels: ['type'], columns: [{ key: 'schools', label: 'Schools', unit: 'schools' }, { key: 'pupils', label: 'Pupils', unit: 'pupils' }], checks: [],
  },
  {
    id: 'lancashire-semh-cost-2017-18', file: 'lancashire-semh-cost-2017-18.csv', title: 'SEMH spend, 2017-18', paper: LANCASHIRE, place: 'Section 5.10', labels: ['provision'],
    columns: columns('pounds', [['actual_cost_gbp', 'Actual cost']]), checks: [{ kind: 'column_sum', column: 'actual_cost_gbp', totalRow: TOTAL }],
  },
  {
    id: 'lancashire-semh-special-school-places', file: 'lancashire-semh-special-school-places.csv', title: 'Secondary special schools providing SEMH places', paper: LANCASHIRE,
    place: 'Commissioning, after section 5.4', labels: ['school'],
    columns: [...columns('places', [['capacity', 'Capacity']]), ...columns('pupils', [['number_on_roll', 'Number on roll']]), ...columns('places', [['designated_semh_places', 'Designated SEMH places']])],
    checks: [
      ...['capacity', 'number_on_roll', 'designated_semh_places'].map((column): PrintedCheck => ({ kind: 'column_sum', column, totalRow: TOTAL })),
      { kind: 'at_most', column: 'number_on_roll', limit: 'capacity', words: 'on roll, for a capacity of' },
      { kind: 'at_most', column: 'designated_semh_places', limit: 'capacity', words: 'designated places, for a capacity of' },
    ],
  },
  {
    id: 'lancashire-dsg-high-needs', file: 'lancashire-dsg-high-needs.csv', title: 'Dedicated Schools Grant and high needs budget', paper: LANCASHIRE, place: 'Section 5.9',
    labels: ['section', 'line'], columns: columns('pounds', [['y2017_18_gbp', '2017-18'], ['y2018_19_gbp', '2018-19']]), checks: [],
  },
];

function number(text: string, times = 1): number | null {
  return text === '' ? null : Math.round(Number(text) * times);
}

function rows(plan: TablePlan): PrintedRow[] {
  return dataRows(`published/${plan.file}`).map((row) => ({
    label: plan.labels.map((label) => cell(row, label)).join(': '),
    values: Object.fromEntries(plan.columns.map(({ key, times }) => [key, number(cell(row, key), times)])),
  }));
}

export function printedTables(): PrintedTable[] {
  return PLANS.map((plan) => ({
    id: plan.id, title: plan.title, paper: plan.paper, place: plan.place, checks: plan.checks, rows: rows(plan),
    columns: plan.columns.map(({ key, label, unit }) => ({ key, label, unit })),
  }));
}

function at(table: string, row: string, column: string): Figure {
  return { kind: 'cell', table, row, column };
}

function value(amount: number): Figure {
  return { kind: 'number', value: amount };
}

/** The totals and gap of the grant table, which mixes two sections. */
function grantStatements(): PrintedStatement[] {
  const [id, dsg, needs] = ['lancashire-dsg-high-needs', 'DSG', 'High needs budget'];
  const sum = (section: string, lines: readonly string[], column: string): Figure => ({ kind: 'sum', of: lines.map((line) => at(id, `${section}: ${line}`, column)) });
  return ([['y2017_18_gbp', '2017-18', [881_815_838, 102_860_420, 4_046_409]], ['y2018_19_gbp', '2018-19', [909_399_150, 109_487_676, 8_534_510]]] as const)
    .flatMap(([column, year, [grant, budget, gap]]) => [
      { id: `dsg-total-${year}`, words: `DSG total ${year}`, paper: LANCASHIRE, place: 'Section 5.9', printed: grant, roundedTo: 0, working: 'the blocks add up to',
        follows: sum(dsg, ['Schools Block', 'High Needs Block', 'Early Years Block', 'Central Schools Services Block'], column) },
      { id: `high-needs-total-${year}`, words: `High needs budget ${year}`, paper: LANCASHIRE, place: 'Section 5.9', printed: budget, roundedTo: 0, working: 'the lines add up to',
        follows: sum(needs, ['Central Support Services', 'Commissioned Provision', 'Top-Up Funding', 'Place Funding'], column) },
      { id: `funding-gap-${year}`, words: `Funding gap ${year}`, paper: LANCASHIRE, place: 'Section 5.9', printed: gap, roundedTo: 0, working: 'the budget less the block',
        follows: { kind: 'sum' as const, of: [at(id, `${needs}: ${TOTAL}`, column), { kind: 'product' as const, of: [value(-1), at(id, `${dsg}: High Needs Block`, column)] }] } },
    ]);
}

export function printedStatements(): PrintedStatement[] {
  const census = 'lancashire-schools-census-2018';
  return [
    { id: 'places-860', words: 'PRU and college places 2018/19', paper: LANCASHIRE, place: 'Section 5.6', printed: 860, roundedTo: 1, working: 'PRU places and 40 college places',
      follows: { kind: 'sum', of: [at('lancashire-pru-commissioned-places', TOTAL, 'places_2018_19'), value(40)] } },
    { id: 'national-590', words: 'Places at the national average', paper: LANCASHIRE, place: 'Section 5.6', printed: 590, roundedTo: 10, working: '88 per 10,000 secondary pupils',
      follows: { kind: 'product', of: [at(census, 'State funded secondary', 'pupils'), value(88 / 10_000)] } },
    { id: 'census-181000', words: 'Children on roll, January 2018', paper: LANCASHIRE, place: 'Sections 5.1 and 5.2', printed: 181_000, roundedTo: 1000, working: 'the rows of the census table add up to',
      follows: { kind: 'rows', table: census, column: 'pupils' } },
    { id: 'schools-85', words: 'Secondary schools in the census table', paper: LANCASHIRE, place: 'Sections 5.1 and 5.14', printed: 85, roundedTo: 1, working: 'schools in the exclusions table',
      follows: { kind: 'rows', table: 'lancashire-permanent-exclusions-2017-18', column: 'schools_and_academies' } },
    { id: 'inm-30k', words: 'Average cost of an independent non-maintained place', paper: LANCASHIRE, place: 'Section 5.10', printed: 30_000, roundedTo: 1000, working: 'the cost divided by 245 places',
      follows: { kind: 'quotient', of: [at('lancashire-semh-cost-2017-18', 'Independent non-maintained places', 'actual_cost_gbp'), value(245)] } },
    { id: 'rate-2-5-times', words: 'Times the national rate of permanent exclusion', paper: LANCASHIRE, place: 'Section 5.15', printed: 2.5, roundedTo: 0.1,
      working: '298 on a published roll of 66,384, against 2.0 per 1,000 in England',
      follows: { kind: 'quotient', of: [value(298), value(66_384), value(0.002)] } },
    ...grantStatements(),
  ];
}

/** Flaws of wording, which no sum finds. */
export const ENTERED_NOTES: readonly EnteredNote[] = [
  { id: 'pru-cost-963-6158', paper: LANCASHIRE, place: 'Section 5.12 and its table, Coal Clough Academy', printed: '963,6158*', note: 'The total of 9,821,975 needs 963,615; the 8 is one digit too many' },
  { id: 'two-districts-one-row', paper: LANCASHIRE, place: 'Sections 5.1 and 5.14', printed: '12 districts, 11 rows', note: 'Hyndburn and Ribble Valley are two districts reported as one' },
  { id: 'two-series', paper: ROTHERHAM, place: 'Permanent exclusions in Rotherham\'s primary and secondary schools 2010 to 2015', printed: '18, 30, 18, 30, 57',
    note: 'The Department\'s counts for the same years are 17, 18, 16, 28, 42: two series, never mixed' },
  { id: 'devolved-by-2015', paper: ROTHERHAM, place: 'Phased implementation', printed: 'Funding will be devolved to partnerships by April 2015', note: 'The agreement before it is for December 2015, so April 2016 must be meant' },
];
