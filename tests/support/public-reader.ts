/**
 * A reader with nothing but the public copies and a pencil: the sums that the tables themselves say, solved together. It
 * knows none of the relations that the control was given, so that one that was forgotten comes to light.
 */
import type { PublicReport, PublicTable } from '@/lib/publishing/types';

type Equation = ReadonlyMap<string, number>;

const tableOf = (report: PublicReport, id: string): PublicTable | undefined => report.sections.flatMap((section) => section.tables).find((table) => table.id === id);

class Reading {
  readonly known = new Map<string, number>();
  readonly hidden = new Set<string>();
  readonly equations: Equation[] = [];

  /** The name of a cell that has a number or [c]; null for [x] and [z]. */
  cell(report: PublicReport, table: PublicTable, row: number, column: number): string | null {
    const own = table.rows[row]?.cells[column];
    const name = `${report.month} ${report.number} ${table.id} ${table.rows[row]?.title ?? ''} ${column}`;
    if (own !== undefined && own.value !== null) this.known.set(name, Number(own.value));
    else if (own?.shown === '[c]') this.hidden.add(name);
    else return null;
    return name;
  }

  /** `sum of parts - total = 0`; parts that have no figure are not in the sum. */
  sum(total: string | null, parts: readonly (readonly [string | null, number])[]): void {
    const own = parts.filter((part): part is readonly [string, number] => part[0] !== null);
    if (total !== null && own.length > 0) this.equations.push(new Map([...own, [total, -1]]));
  }

  /** Cells left out that the equations fix, with their values. */
  solved(): Map<string, number> {
    const names = [...this.hidden];
    const index = new Map(names.map((name, at) => [name, at]));
    const rows = this.equations.map((equation) => {
      const row = new Float64Array(names.length + 1);
      for (const [name, times] of equation) {
        const at = index.get(name);
        if (at === undefined) row[names.length] = (row[names.length] ?? 0) - times * (this.known.get(name) ?? 0);
        else row[at] = (row[at] ?? 0) + times;
      }
      return row;
    });
    reduce(rows, names.length);
    const found = new Map<string, number>();
    for (const row of rows) {
      const own = names.flatMap((_name, at) => (Math.abs(row[at] ?? 0) > 1e-9 ? [at] : []));
      const [only] = own;
      if (only !== undefined && own.length === 1) found.set(names[only] ?? '', (row[names.length] ?? 0) / (row[only] ?? 1));
    }
    return found;
  }
}

function reduce(rows: Float64Array[], columns: number): void {
  let at = 0;
  for (let column = 0; column < columns && at < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= at && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[at], rows[pivot]] = [rows[pivot] as Float64Array, rows[at] as Float64Array];
    const own = rows[at] as Float64Array;
    const lead = own[column] ?? 1;
    own.forEach((value, index) => { own[index] = value / lead; });
    for (const row of rows) {
      const times = row === own ? 0 : row[column] ?? 0;
      if (Math.abs(times) > 1e-12) own.forEach((value, index) => { row[index] = (row[index] ?? 0) - times * value; });
    }
    at += 1;
  }
}

const TOTALS = ['Total spend', 'Spend less income'];

/** The cells left out of any report that come to light, with what they would be; in pounds, places or pupils. */
export function workedOut(reports: readonly PublicReport[]): { readonly found: ReadonlyMap<string, number>; readonly leftOut: number } {
  const reading = new Reading();
  reports.forEach((report, order) => {
    const spend = tableOf(report, 'spend');
    if (spend) readSpend(reading, report, spend, reports.slice(0, order));
    const places = tableOf(report, 'places');
    if (places) for (const column of [0, 1, 2]) addUp(reading, report, places, column);
    const exclusions = tableOf(report, 'exclusions');
    if (exclusions) addUp(reading, report, exclusions, 0);
    const years = tableOf(report, 'five-years-spend');
    const column = years?.columns.findIndex((one) => one.title.endsWith('(forecast)')) ?? -1;
    if (years && spend && column >= 0) {
      years.rows.forEach((row, at) => {
        const same = spend.rows.findIndex((one) => one.title === row.title);
        if (same >= 0) reading.sum(reading.cell(report, spend, same, 2), [[reading.cell(report, years, at, column), 1]]);
      });
    }
  });
  return { found: reading.solved(), leftOut: reading.hidden.size };
}

function addUp(reading: Reading, report: PublicReport, table: PublicTable, column: number): void {
  const cells = table.rows.map((_row, row) => reading.cell(report, table, row, column));
  reading.sum(cells.at(-1) ?? null, cells.slice(0, -1).map((cell) => [cell, 1]));
}

function readSpend(reading: Reading, report: PublicReport, table: PublicTable, earlier: readonly PublicReport[]): void {
  const isIncome = (title: string): boolean => title.endsWith('income') && !TOTALS.includes(title);
  const before = earlier.filter((one) => one.month < report.month && yearOf(one) === yearOf(report));
  const lastMonth = before.map((one) => one.month).sort().at(-1);
  const last = before.filter((one) => one.month === lastMonth).at(-1);
  const lastTable = last && tableOf(last, 'spend');
  const cell = (title: string, column: number): string | null => reading.cell(report, table, table.rows.findIndex((row) => row.title === title), column);
  for (const column of [0, 1, 2, 3, 5]) reading.sum(cell('Total spend', column), table.rows.filter((row) => !TOTALS.includes(row.title) && !isIncome(row.title)).map((row) => [cell(row.title, column), 1]));
  for (const column of [0, 1, 2]) reading.sum(cell('Spend less income', column), [[cell('Total spend', column), 1], ...table.rows.filter((row) => isIncome(row.title)).map((row) => [cell(row.title, column), -1] as const)]);
  for (const { title } of table.rows.filter((row) => row.title !== 'Spend less income')) {
    const [budget, forecast, variance, change] = [cell(title, 0), cell(title, 2), cell(title, 3), cell(title, 5)];
    if (budget !== null && forecast !== null && title !== 'Total spend') reading.sum(variance, isIncome(title) ? [[budget, 1], [forecast, -1]] : [[forecast, 1], [budget, -1]]);
    const at = lastTable?.rows.findIndex((row) => row.title === title) ?? -1;
    const was = last && lastTable && at >= 0 ? reading.cell(last, lastTable, at, 2) : null;
    if (was !== null && forecast !== null && title !== 'Total spend') reading.sum(change, [[forecast, 1], [was, -1]]);
  }
}

const yearOf = ({ month }: PublicReport): string => (Number(month.slice(5)) >= 4 ? month.slice(0, 4) : String(Number(month.slice(0, 4)) - 1));
