/** What the printed tables of the two councils hold, and what should follow from what in them. The figures themselves are data. */
import type { PrintedCheck, PrintedTable } from './arithmetic-flaws';

export const ROTHERHAM_PAPER = '5 Steps to Collective Responsibility, Rotherham 2015';
export const LANCASHIRE_PAPER = 'Examining arrangements for secondary pupils with SEMH needs, Lancashire 2019';
/** How a total row is labelled in the typed tables. */
export const TOTAL_ROW = 'Total (as printed)';
export const LANCASHIRE_TOTAL_ROW = 'Lancashire TOTAL (as printed)';

/** A column with the factor from the printed figure to whole units: millions of pounds have 1,000,000. */
export type PlannedColumn = PrintedTable['columns'][number] & { readonly times?: number };

/** A printed table without its figures. */
export interface PrintedPlan {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly place: string;
  /** Columns of the typed table that name a row. */
  readonly labels: readonly string[];
  readonly columns: readonly PlannedColumn[];
  readonly checks: readonly PrintedCheck[];
}

function columns(unit: PlannedColumn['unit'], pairs: readonly (readonly [string, string])[]): PlannedColumn[] {
  return pairs.map(([key, label]) => ({ key, label, unit }));
}

export const PRINTED_PLANS: readonly PrintedPlan[] = [
  {
    id: 'rotherham-permanent-exclusions', title: 'Permanent exclusions, 2010 to 2015', paper: ROTHERHAM_PAPER,
    place: 'Permanent exclusions in Rotherham\'s primary and secondary schools 2010 to 2015', labels: ['academic_year'],
    columns: columns('pupils', [['primary', 'Primary'], ['secondary', 'Secondary'], ['total_as_printed', 'Total']]),
    checks: [{ kind: 'row_sum', parts: ['primary', 'secondary'], total: 'total_as_printed' }],
  },
  {
    id: 'rotherham-semh-provision-2014-15', title: 'SEMH provision, 2014/15', paper: ROTHERHAM_PAPER,
    place: 'The cost of the current model of provision', labels: ['provision'],
    columns: [
      { key: 'cost_million_gbp', label: 'Cost', unit: 'pounds', times: 1_000_000 }, { key: 'pupils', label: 'Pupils', unit: 'pupils' },
      { key: 'average_cost_per_place_gbp_as_printed', label: 'Average cost per place', unit: 'pounds' },
    ],
    checks: [
      { kind: 'column_sum', column: 'cost_million_gbp', totalRow: TOTAL_ROW, roundedTo: 10_000 },
      { kind: 'column_sum', column: 'pupils', totalRow: TOTAL_ROW },
      { kind: 'quotient', numerator: 'cost_million_gbp', denominator: 'pupils', result: 'average_cost_per_place_gbp_as_printed' },
    ],
  },
  {
    id: 'lancashire-permanent-exclusions-2017-18', title: 'Permanent exclusions by district, 2017/18',
    paper: LANCASHIRE_PAPER, place: 'Section 5.14', labels: ['district'],
    columns: [
      { key: 'schools_and_academies', label: 'Schools and academies', unit: 'schools' },
      ...columns('pupils', [['permanent_exclusions_schools', 'Schools'], ['permanent_exclusions_academies', 'Academies'], ['district_total_as_printed', 'District total']]),
    ],
    checks: [
      { kind: 'row_sum', parts: ['permanent_exclusions_schools', 'permanent_exclusions_academies'], total: 'district_total_as_printed' },
      ...['permanent_exclusions_schools', 'permanent_exclusions_academies', 'district_total_as_printed']
        .map((column): PrintedCheck => ({ kind: 'column_sum', column, totalRow: LANCASHIRE_TOTAL_ROW })),
    ],
  },
  {
    id: 'lancashire-pru-commissioned-places', title: 'Commissioned PRU places and cost', paper: LANCASHIRE_PAPER,
    place: 'Commissioned places before section 5.5; cost in section 5.12', labels: ['provider'],
    columns: [
      ...columns('places', [['places_2017_18', 'Places 2017/18'], ['places_2018_19', 'Places 2018/19']]), { key: 'cost_2017_18_gbp', label: 'Cost 2017-18', unit: 'pounds' },
    ],
    checks: ['places_2017_18', 'places_2018_19', 'cost_2017_18_gbp'].map((column) => ({ kind: 'column_sum', column, totalRow: TOTAL_ROW })),
  },
  {
    id: 'lancashire-schools-census-2018', title: 'Schools and pupils, January 2018', paper: LANCASHIRE_PAPER, place: 'Section 5.1',
    labels: ['type'], columns: [{ key: 'schools', label: 'Schools', unit: 'schools' }, { key: 'pupils', label: 'Pupils', unit: 'pupils' }], checks: [],
  },
  {
    id: 'lancashire-semh-cost-2017-18', title: 'SEMH spend, 2017-18', paper: LANCASHIRE_PAPER, place: 'Section 5.10', labels: ['provision'],
    columns: columns('pounds', [['actual_cost_gbp', 'Actual cost']]), checks: [{ kind: 'column_sum', column: 'actual_cost_gbp', totalRow: TOTAL_ROW }],
  },
  {
    id: 'lancashire-semh-special-school-places', title: 'Secondary special schools providing SEMH places', paper: LANCASHIRE_PAPER,
    place: 'Commissioning, after section 5.4', labels: ['school'],
    columns: [...columns('places', [['capacity', 'Capacity']]), ...columns('pupils', [['number_on_roll', 'Number on roll']]), ...columns('places', [['designated_semh_places', 'Designated SEMH places']])],
    checks: [
      ...['capacity', 'number_on_roll', 'designated_semh_places'].map((column): PrintedCheck => ({ kind: 'column_sum', column, totalRow: TOTAL_ROW })),
      { kind: 'at_most', column: 'number_on_roll', limit: 'capacity', words: 'on roll, for a capacity of' },
      { kind: 'at_most', column: 'designated_semh_places', limit: 'capacity', words: 'designated places, for a capacity of' },
    ],
  },
  {
    id: 'lancashire-dsg-high-needs', title: 'Dedicated Schools Grant and high needs budget', paper: LANCASHIRE_PAPER, place: 'Section 5.9',
    labels: ['section', 'line'], columns: columns('pounds', [['y2017_18_gbp', '2017-18'], ['y2018_19_gbp', '2018-19']]), checks: [],
  },
  {
    id: 'lancashire-statements', title: 'Figures stated in the text', paper: LANCASHIRE_PAPER, place: 'Sections 5.1 to 5.15',
    labels: ['statement'], columns: [{ key: 'stated', label: 'Stated', unit: 'as stated' }], checks: [],
  },
];
