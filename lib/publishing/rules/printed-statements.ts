/** Figures that the papers state, with the figures they should follow from. What was printed is read from the tables. */
import { type Figure, type PrintedStatement, type PrintedTable, valueOf } from './arithmetic-flaws';
import { LANCASHIRE_PAPER, TOTAL_ROW } from './printed-plans';

/** A stated figure: where it is printed, and what it should follow from. */
export type StatementPlan = Omit<PrintedStatement, 'printed'> & { readonly printedAt: Extract<Figure, { kind: 'cell' }> };

function at(table: string, row: string, column: string): Extract<Figure, { kind: 'cell' }> {
  return { kind: 'cell', table, row, column };
}

function value(amount: number): Figure {
  return { kind: 'number', value: amount };
}

const GRANT = 'lancashire-dsg-high-needs';
const CENSUS = 'lancashire-schools-census-2018';
const STATED = 'lancashire-statements';

/** The totals and the gap of the grant table, which mixes two sections. */
function grantStatements(): StatementPlan[] {
  const [dsg, needs] = ['DSG', 'High needs budget'];
  const sum = (section: string, lines: readonly string[], column: string): Figure => ({ kind: 'sum', of: lines.map((line) => at(GRANT, `${section}: ${line}`, column)) });
  return ([['y2017_18_gbp', '2017-18'], ['y2018_19_gbp', '2018-19']] as const).flatMap(([column, year]) => [
    {
      id: `dsg-total-${year}`, words: `DSG total ${year}`, paper: LANCASHIRE_PAPER, place: 'Section 5.9', printedAt: at(GRANT, `${dsg}: ${TOTAL_ROW}`, column), roundedTo: 0,
      working: 'the blocks add up to', follows: sum(dsg, ['Schools Block', 'High Needs Block', 'Early Years Block', 'Central Schools Services Block'], column),
    },
    {
      id: `high-needs-total-${year}`, words: `High needs budget ${year}`, paper: LANCASHIRE_PAPER, place: 'Section 5.9', printedAt: at(GRANT, `${needs}: ${TOTAL_ROW}`, column), roundedTo: 0,
      working: 'the lines add up to', follows: sum(needs, ['Central Support Services', 'Commissioned Provision', 'Top-Up Funding', 'Place Funding'], column),
    },
    {
      id: `funding-gap-${year}`, words: `Funding gap ${year}`, paper: LANCASHIRE_PAPER, place: 'Section 5.9', printedAt: at(GRANT, `${needs}: Funding gap (as printed)`, column), roundedTo: 0,
      working: 'the budget less the block',
      follows: { kind: 'sum' as const, of: [at(GRANT, `${needs}: ${TOTAL_ROW}`, column), { kind: 'product' as const, of: [value(-1), at(GRANT, `${dsg}: High Needs Block`, column)] }] },
    },
  ]);
}

function stated(id: string, words: string, place: string, about: Pick<StatementPlan, 'roundedTo' | 'working' | 'follows'>): StatementPlan {
  return { id, words, paper: LANCASHIRE_PAPER, place, printedAt: at(STATED, words, 'stated'), ...about };
}

export const STATEMENT_PLANS: readonly StatementPlan[] = [
  stated('places-860', 'PRU and college places 2018/19', 'Section 5.6', {
    roundedTo: 1, working: 'PRU places and 40 college places', follows: { kind: 'sum', of: [at('lancashire-pru-commissioned-places', TOTAL_ROW, 'places_2018_19'), value(40)] },
  }),
  stated('national-590', 'Places at the national average', 'Section 5.6', {
    roundedTo: 10, working: '88 per 10,000 secondary pupils', follows: { kind: 'product', of: [at(CENSUS, 'State funded secondary', 'pupils'), value(88 / 10_000)] },
  }),
  stated('census-181000', 'Children on roll, January 2018', 'Sections 5.1 and 5.2', {
    roundedTo: 1000, working: 'the rows of the census table add up to', follows: { kind: 'rows', table: CENSUS, column: 'pupils' },
  }),
  {
    id: 'schools-85', words: 'Secondary schools in the census table', paper: LANCASHIRE_PAPER, place: 'Sections 5.1 and 5.14', printedAt: at(CENSUS, 'State funded secondary', 'schools'),
    roundedTo: 1, working: 'schools in the exclusions table', follows: { kind: 'rows', table: 'lancashire-permanent-exclusions-2017-18', column: 'schools_and_academies' },
  },
  stated('inm-30k', 'Average cost of an independent non-maintained place', 'Section 5.10', {
    roundedTo: 1000, working: 'the cost divided by 245 places',
    follows: { kind: 'quotient', of: [at('lancashire-semh-cost-2017-18', 'Independent non-maintained places', 'actual_cost_gbp'), value(245)] },
  }),
  stated('rate-2-5-times', 'Times the national rate of permanent exclusion', 'Section 5.15', {
    roundedTo: 0.1, working: '298 on a published roll of 66,384, against 2.0 per 1,000 in England', follows: { kind: 'quotient', of: [value(298), value(66_384), value(0.002)] },
  }),
  ...grantStatements(),
];

/** The statements that the tables given print, with their printed figures and the tables that they rest on or stand in. */
export function statementsIn(tables: readonly PrintedTable[]): (PrintedStatement & { readonly tables: readonly string[] })[] {
  const known = new Set(tables.map((table) => table.id));
  return STATEMENT_PLANS.filter((plan) => tablesOf(plan.follows).every((id) => known.has(id)) && known.has(plan.printedAt.table))
    .map(({ printedAt, ...plan }) => ({ ...plan, printed: valueOf(printedAt, tables), tables: [...new Set([printedAt.table, ...tablesOf(plan.follows)])] }));
}

function tablesOf(figure: Figure): string[] {
  switch (figure.kind) {
    case 'number': return [];
    case 'cell': case 'rows': return [figure.table];
    case 'sum': case 'product': case 'quotient': return figure.of.flatMap(tablesOf);
  }
}
