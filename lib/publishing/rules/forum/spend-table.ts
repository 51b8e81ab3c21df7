import type { Quantity } from '../disclosure/figures';
import { leftOf, type Relation, soFar } from '../disclosure/relations';
import type { DraftCell } from '../disclosure/report';
import { DOES_NOT_APPLY, type FigureList, NOT_AVAILABLE } from './figure-list';
import { dayPriceOf, relateDaysBetween } from './days-between';
import type { ForumFigures, ForumLine } from './forum-figures';
import { latestOf } from './latest-figure';
import type { LaidTable } from './laid-table';

const COLUMNS: LaidTable['columns'] = [
  { title: 'Budget', unit: 'pounds' }, { title: 'Actual to date', unit: 'pounds' }, { title: 'Forecast for the year', unit: 'pounds' },
  { title: 'Over or under budget', unit: 'pounds' }, { title: 'Over or under budget, %', unit: 'percent' }, { title: 'Change since last report', unit: 'pounds' },
];

/** Pence: more than any line's year. */
const MOST_TO_COME = 1_000_000_000_000;

type Money = 'budget' | 'actual' | 'forecast';

/** Budget, actual, forecast outturn, variance and movement by line; costs with their total, income, and what is left. */
export function spendTable(figures: ForumFigures, list: FigureList, published: readonly Quantity[], previousMonth: string | null, frozen: readonly Relation[]): LaidTable {
  const row = (line: ForumLine) => ({ title: line.title, cells: lineCells(line, figures, list, published, previousMonth) });
  for (const line of figures.lines.filter((one) => one.isIncome)) daysBetween(line, figures, list, published, frozen);
  const costs = figures.lines.filter((line) => !line.isIncome);
  const incomes = figures.lines.filter((line) => line.isIncome);
  const rows = [...costs.map(row), totalRow('Total spend', 'total', costs, figures, list, previousMonth)];
  if (incomes.length > 0) {
    rows.push(...incomes.map(row), netRow(incomes, figures, list));
  }
  return { id: 'spend', title: `High needs spend by line, ${figures.year}, to the end of ${figures.monthTitle}`, rowHeading: 'Line', columns: COLUMNS, rows };
}

function keyOf(what: Money | 'variance' | 'change', line: string, { month, year }: ForumFigures): string {
  return what === 'budget' ? `budget ${line} ${year}` : `${what} ${line} ${month}`;
}

const WORDS: Readonly<Record<Money, string>> = { budget: 'budget of', actual: 'actual to date of', forecast: 'forecast of' };

function money(what: Money, line: ForumLine, figures: ForumFigures, list: FigureList): DraftCell {
  const value = line[what];
  if (value === null) return NOT_AVAILABLE;
  return list.add({
    key: keyOf(what, line.key, figures), words: `${WORDS[what]} ${line.title}, ${figures.monthTitle}`, value, unit: 'pence',
    pupils: what === 'budget' ? null : line.pupils, ...(value < 0 ? { signed: true } : {}),
  });
}

function lineCells(line: ForumLine, figures: ForumFigures, list: FigureList, published: readonly Quantity[], previousMonth: string | null): DraftCell[] {
  const cells = [money('budget', line, figures, list), money('actual', line, figures, list), money('forecast', line, figures, list)];
  forecastFromActual(line, figures, list);
  betweenReports(line, figures, list, published);
  return [...cells, ...variance(line, figures, list), change(line, figures, list, published, previousMonth)];
}

/** A forecast is not below the actual to date; with nothing to come it is the same amount, and to be left out with it. */
function forecastFromActual({ key, title, actual, forecast }: ForumLine, figures: ForumFigures, list: FigureList): void {
  if (actual === null || forecast === null || forecast < actual) return;
  const terms = [{ key: keyOf('forecast', key, figures), times: 1 }, { key: keyOf('actual', key, figures), times: -1 }];
  list.relate({
    words: forecast === actual ? `nothing is to come on ${title}: its forecast is the actual to date` : `the forecast of ${title} is not below the actual to date`,
    terms, least: 0, greatest: forecast === actual ? 0 : MOST_TO_COME,
  });
}

function variance(line: ForumLine, figures: ForumFigures, list: FigureList): DraftCell[] {
  const { budget, forecast, title, isIncome, pupils } = line;
  if (budget === null || forecast === null) return [NOT_AVAILABLE, NOT_AVAILABLE];
  const [key, budgetKey, forecastKey] = (['variance', 'budget', 'forecast'] as const).map((what) => keyOf(what, line.key, figures)) as [string, string, string];
  const words = `variance of ${title}, ${figures.monthTitle}`;
  const cell = list.add({ key, words, value: isIncome ? budget - forecast : forecast - budget, unit: 'pence', pupils, signed: true });
  list.relate(isIncome ? leftOf(key, budgetKey, forecastKey, `${words} is budget less forecast`) : leftOf(key, forecastKey, budgetKey, `${words} is forecast less budget`));
  return [cell, budget > 0 ? { kind: 'ratio', numerator: key, denominator: budgetKey, per: 100, decimals: 1 } : DOES_NOT_APPLY];
}

/** Forecast less the forecast in the last report of the same year. */
function change(line: ForumLine, figures: ForumFigures, list: FigureList, published: readonly Quantity[], previousMonth: string | null): DraftCell {
  const before = previousMonth === null ? null : latestOf(published, `forecast ${line.key} ${previousMonth}`);
  if (before === null || line.forecast === null) return NOT_AVAILABLE;
  const key = `${keyOf('change', line.key, figures)} from ${previousMonth}`;
  const words = `change in the forecast of ${line.title} since the last report`;
  // A figure of nobody has nothing to hide, and an older report may have left it out.
  if (line.pupils !== null) list.relate(soFar(keyOf('forecast', line.key, figures), before.key, key, words));
  return list.add({ key, words, value: line.forecast - before.value, unit: 'pence', pupils: line.pupils, signed: true });
}

/** What came in between this report and each other one is worked out by subtraction: few pupils must not stand behind it. */
function betweenReports(line: ForumLine, figures: ForumFigures, list: FigureList, published: readonly Quantity[]): void {
  if (line.actual === null || line.pupils === null) return;
  const now = keyOf('actual', line.key, figures);
  for (const { month, pupils } of figures.between) {
    const other = latestOf(published, `actual ${line.key} ${month}`);
    if (other === null) continue;
    const isEarlier = month < figures.month;
    const [first, last] = isEarlier ? [month, figures.month] : [figures.month, month];
    const [key, words] = [`actual ${line.key} ${last} less ${first}`, `spend on ${line.title} after ${first} to ${last}`];
    list.add({ key, words, value: isEarlier ? line.actual - other.value : other.value - line.actual, unit: 'pence', pupils: pupils[line.key] ?? null, signed: true });
    list.relate(isEarlier ? soFar(now, other.key, key, `${words} is one report's actual to date less the other's`) : soFar(other.key, now, key, `${words} is one report's actual to date less the other's`));
  }
}

/** What the Board reads of another month are days at a known price: with this month's income they tell the days between. */
function daysBetween({ key: line, actual }: ForumLine, figures: ForumFigures, list: FigureList, published: readonly Quantity[], frozen: readonly Relation[]): void {
  if (actual === null) return;
  for (const { month, pupils } of figures.between) {
    const other = latestOf(published, `actual ${line} ${month}`);
    const price = other === null ? null : dayPriceOf(frozen, other.key);
    const few = pupils[line] ?? null;
    if (other === null || price === null || few === null) continue;
    relateDaysBetween(list, { key: keyOf('actual', line, figures), value: actual, month: figures.month }, { ...other, month }, few, price);
  }
}

function totalRow(title: string, name: string, lines: readonly ForumLine[], figures: ForumFigures, list: FigureList, previousMonth: string | null): LaidTable['rows'][number] {
  const keys = (what: Money | 'variance'): string[] => lines.map((line) => keyOf(what, line.key, figures));
  const sum = (what: Money | 'variance'): DraftCell => list.addSum(keyOf(what, name, figures), `${title}, ${what}, ${figures.monthTitle}`, keys(what), what === 'variance');
  const cells = [sum('budget'), sum('actual'), sum('forecast'), sum('variance')];
  const changes = lines.map((line) => `${keyOf('change', line.key, figures)} from ${previousMonth}`);
  const budget = list.of(keyOf('budget', name, figures));
  // Of the same lines only: a budget without a forecast would make the share of it look small.
  const isWhole = lines.every((line) => (line.budget === null) === (line.forecast === null));
  const percent: DraftCell = isWhole && budget && budget.value > 0 && list.of(keyOf('variance', name, figures))
    ? { kind: 'ratio', numerator: keyOf('variance', name, figures), denominator: budget.key, per: 100, decimals: 1 } : NOT_AVAILABLE;
  return { title, cells: [...cells, percent, list.addSum(`${keyOf('change', name, figures)} from ${previousMonth}`, `${title}, change in forecast`, changes, true)] };
}

/** Total spend less the income. */
function netRow(incomes: readonly ForumLine[], figures: ForumFigures, list: FigureList): LaidTable['rows'][number] {
  const cell = (what: Money): DraftCell => {
    const total = list.of(keyOf(what, 'total', figures));
    const parts = incomes.flatMap((line) => list.of(keyOf(what, line.key, figures)) ?? []);
    if (!total || parts.length === 0) return NOT_AVAILABLE;
    const [key, words] = [keyOf(what, 'net', figures), `Spend less income, ${what}, ${figures.monthTitle}`];
    const value = parts.reduce((sum, part) => sum - part.value, total.value);
    list.relate({ words: `${words} is total spend less income`, terms: [{ key: total.key, times: 1 }, ...parts.map((part) => ({ key: part.key, times: -1 })), { key, times: -1 }], least: 0, greatest: 0, total: key });
    // Where everybody knows the total, what is left tells the income: the pupils behind it are the income's. No income hides nobody.
    const few = parts.filter((part) => part.value !== 0).flatMap((part) => part.pupils ?? []);
    const pupils = total.pupils ?? (few.length === 0 ? null : Math.min(...few));
    return list.add({ key, words, value, unit: 'pence', pupils, ...(pupils === null ? {} : { signed: true }) });
  };
  return { title: 'Spend less income', cells: [cell('budget'), cell('actual'), cell('forecast'), NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE] };
}
