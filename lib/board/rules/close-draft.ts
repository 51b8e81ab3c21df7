/** A closed month of the Board as a report before the disclosure control: every figure, how they hang together, and the tables. */
import { countOfPupils, figureOfPupils, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import { soFar, sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { Breakdown, DraftCell, ReportDraft } from '@/lib/publishing/rules/disclosure/report';
import { withCorrectedKeys } from '@/lib/publishing/rules/forum/corrected-keys';
import { relateDaysBetween } from '@/lib/publishing/rules/forum/days-between';
import { FigureList } from '@/lib/publishing/rules/forum/figure-list';
import { latestOf } from '@/lib/publishing/rules/forum/latest-figure';
import type { CloseCalculation, CloseFacts, TrueFigure } from '../types';
import { CATALOGUE } from './catalogue';
import { forecastKey, incomeKey, isOfExclusions, overQuotaKey, splitKey } from './close-keys';
import { placeTables } from './close-places';
import { asFirstPublished, listSplit, relateTerms, type Split, splitCells } from './close-splits';
import { tellsOfFew } from './trend-days';

const CLOSE_TITLE = 'Figures of the Governance Board';
const MOST = 1_000_000;

/** A table and what it is for: a calculation, its terms, `quotas`, or a group of sites. */
interface CloseTable {
  readonly id: string;
  readonly rows: readonly { readonly title: string; readonly cells: readonly DraftCell[] }[];
  readonly columns: readonly string[];
}

export interface CloseDraft {
  readonly report: ReportDraft;
  /** What each table of the report is for, in the same order. */
  readonly ids: readonly string[];
}

/** `published` are the figures of everything published or frozen so far, oldest first. */
export function closeDraft(given: CloseFacts, published: readonly Quantity[]): CloseDraft {
  const list = new FigureList();
  const keyOf = partKey(given);
  const values = new Map(published.map((one) => [one.key, one.value]));
  const facts: CloseFacts = { ...given, calculations: given.calculations.map((one) => asFirstPublished(one, values, keyOf)) };
  const tables = [...facts.calculations.flatMap((one) => calculationTables(one, facts, list, published, keyOf)), ...placeTables(facts, list)];
  startersAmongDue(facts, list, keyOf);
  const report: ReportDraft = {
    title: CLOSE_TITLE, month: facts.month, version: 1, quantities: list.quantities, relations: list.relations, breakdowns: breakdownsOf(facts, keyOf),
    tables: tables.map(({ id, columns, rows }) => ({ title: id, columns, rows })),
  };
  return { report: withCorrectedKeys(report, published), ids: tables.map((table) => table.id) };
}

/** The key of a partnership by its name, as the Forum's reports have it. */
function partKey({ slugs }: Pick<CloseFacts, 'slugs'>): (name: string) => string {
  return (name) => slugs.get(name) ?? name;
}

function calculationTables(one: CloseCalculation, facts: CloseFacts, list: FigureList, published: readonly Quantity[], keyOf: (name: string) => string): CloseTable[] {
  const { key, figure, days } = one;
  if (days === null) return [];
  switch (figure.kind) {
    case 'missing': return [];
    case 'split': return splitTables(one, figure, days, list, keyOf, new Map(published.map((each) => [each.key, each.value])));
    case 'median': return [medianTable(key, figure, days, list, keyOf)];
    case 'quantity': return [overQuotaTable(figure, facts, list, published, keyOf)];
    case 'amount': {
      const cell = list.add(figureOfPupils(forecastKey(facts.month), `forecast of independent places, ${facts.month}`, 'pence', Math.round(figure.pounds * 100), figure.pupils));
      return [{ id: key, columns: ['Figure'], rows: [{ title: ALL, cells: [cell] }] }];
    }
  }
}

const ALL = 'All';

function splitTables({ key, terms }: CloseCalculation, split: Split, days: string, list: FigureList, keyOf: (name: string) => string, published: ReadonlyMap<string, number>): CloseTable[] {
  listSplit(list, key, days, split, keyOf, published);
  for (const { label, figure } of terms) if (figure.kind === 'split') listSplit(list, key, label, figure, keyOf, published, !isOfExclusions(key));
  const own = terms.filter((term) => term.isOfFigure);
  relateTerms(list, key, days, own.map((term) => term.label), split, keyOf);
  const columns = split.show === 'share' ? ['Yes', 'Of', 'Share'] : ['Number'];
  const tables: CloseTable[] = [{
    id: key, columns, rows: [...split.parts.map(({ name }) => ({ title: name, cells: splitCells(key, split.show, days, keyOf(name)) })), { title: ALL, cells: splitCells(key, split.show, days, 'total') }],
  }];
  // The terms with the one before tell a baseline of a year apart: none is shown where one is of few.
  if (own.length > 0 && !terms.some((term) => tellsOfFew(term.figure))) {
    tables.push({ id: `${key} by term`, columns, rows: own.map(({ label }) => ({ title: label, cells: splitCells(key, split.show, label, 'total') })) });
  }
  return tables;
}

/** A middle value is left out with the number of pupils that it rests on. */
function medianTable(key: CloseCalculation['key'], { parts }: Extract<TrueFigure, { kind: 'median' }>, days: string, list: FigureList, keyOf: (name: string) => string): CloseTable {
  const countKey = (id: string): string => `board ${key} pupils ${days} ${id}`;
  const all = parts.flatMap((part) => part.values);
  const rows = [...parts.map((part) => ({ title: part.name, id: keyOf(part.name), values: part.values })), { title: ALL, id: 'total', values: all }];
  for (const row of rows) list.add(countOfPupils(countKey(row.id), `pupils behind ${CATALOGUE[key].title}, ${row.title}, ${days}`, row.values.length));
  list.relate(sumOf(countKey('total'), parts.map((part) => countKey(keyOf(part.name))), `pupils behind ${CATALOGUE[key].title} of all`));
  return {
    id: key, columns: ['Middle value'],
    rows: rows.map(({ title, id, values }) => ({ title, cells: [values.length === 0 ? { kind: 'text', text: '[z]' } : { kind: 'rests', on: [countKey(id)], text: String(median(values)) }] })),
  };
}

/** The middle value, or half-way between the middle two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Place-days since 1 September, with what came in after each month frozen before: a reader has both. */
function overQuotaTable({ parts }: Extract<TrueFigure, { kind: 'quantity' }>, facts: CloseFacts, list: FigureList, published: readonly Quantity[], keyOf: (name: string) => string): CloseTable {
  const { month, since } = facts;
  const tenths = (quantity: number): number => Math.round(quantity * 10);
  const rows = [...parts.map((part) => ({ title: part.name, id: keyOf(part.name), quantity: part.quantity, pupils: part.pupils })),
    { title: ALL, id: 'total', quantity: parts.reduce((sum, part) => sum + part.quantity, 0), pupils: parts.reduce((sum, part) => sum + part.pupils, 0) }];
  for (const { title, id, quantity, pupils } of rows) {
    const words = `over-quota place-days, ${title}, to ${month}`;
    list.add({ ...figureOfPupils(overQuotaKey(month, id), words, 'count', tenths(quantity), pupils), ...(quantity < 0 ? { signed: true } : {}) });
    for (const earlier of since) {
      const before = latestOf(published, overQuotaKey(earlier.month, id));
      if (before === null) continue;
      const key = `${overQuotaKey(month, id)} less ${earlier.month}`;
      const behind = id === 'total' ? [...earlier.pupils.values()].reduce((sum, one) => sum + one, 0) : earlier.pupils.get(title) ?? 0;
      list.add({ key, words: `${words}, after ${earlier.month}`, value: tenths(quantity) - before.value, unit: 'count', pupils: behind, signed: true });
      list.relate(soFar(overQuotaKey(month, id), before.key, key, `${words} is what it was at ${earlier.month} and what came in since`));
      list.add(before);
    }
  }
  list.relate(sumOf(overQuotaKey(month, 'total'), parts.map((part) => overQuotaKey(month, keyOf(part.name))), `over-quota place-days of all, to ${month}`));
  incomeOf(facts, list, published);
  return { id: 'over_quota', columns: ['Place-days in tenths'], rows: rows.map(({ title, id }) => ({ title, cells: [{ kind: 'figure', key: overQuotaKey(month, id) }] })) };
}

/** The income is a number of place-days at a known price, within a penny of rounding for each agreement and month. */
function incomeOf({ month, income, price, calculations, between }: CloseFacts, list: FigureList, published: readonly Quantity[]): void {
  const total = list.of(overQuotaKey(month, 'total'));
  if (income === null || price === null || !total) return;
  const { annualPence, basisDays } = price;
  const parts = calculations.reduce((sum, one) => sum + (one.figure.kind === 'quantity' ? one.figure.parts.length : 0), 0);
  const [money, days] = [10 * basisDays, -annualPence];
  const off = Math.abs(income.pence * money + total.value * days);
  const most = 10 * basisDays * 12 * parts;
  const key = incomeKey(month);
  list.add({ key, words: `actual to date of over-quota income, ${month}`, value: income.pence, unit: 'pence', pupils: income.pupils, ...(income.pence < 0 ? { signed: true } : {}) });
  if (off > most) return;
  list.relate({ words: 'the income is the place-days at the price of the agreements', terms: [{ key, times: money }, { key: total.key, times: days }], least: -most, greatest: most });
  // The Forum's report of another month may show that month's income: its days are these less what came in between.
  for (const one of between) {
    const other = latestOf(published, incomeKey(one.month));
    if (other) relateDaysBetween(list, { key, value: income.pence, month }, { ...other, month: one.month }, one.pupils, { money, days: -days, most });
  }
}

/** Whoever has started is among those who are due. */
function startersAmongDue({ calculations }: CloseFacts, list: FigureList, keyOf: (name: string) => string): void {
  const [started, due] = (['days_to_start', 'started_by_day_six'] as const).map((key) => calculations.find((one) => one.key === key));
  if (started?.figure.kind !== 'median' || due?.figure.kind !== 'split' || started.days === null || due.days === null) return;
  for (const id of [...started.figure.parts.map((part) => keyOf(part.name)), 'total']) {
    const [few, all] = [list.of(`board days_to_start pupils ${started.days} ${id}`), list.of(splitKey('started_by_day_six', 'both', due.days, id))];
    if (few && all && few.value <= all.value) list.relate({ words: `${few.words} are among those who are due`, terms: [{ key: all.key, times: 1 }, { key: few.key, times: -1 }], least: 0, greatest: MOST });
  }
}

/** All exclusions of the terms at one partnership would say it of each of them. */
function breakdownsOf({ calculations }: CloseFacts, keyOf: (name: string) => string): Breakdown[] {
  const one = calculations.find(({ key }) => key === 'exclusions_recorded');
  if (one?.figure.kind !== 'split' || one.days === null || one.figure.parts.length < 2) return [];
  const { days, figure } = one;
  return [{ total: splitKey(one.key, 'both', days, 'total'), parts: figure.parts.map((part) => splitKey(one.key, 'both', days, keyOf(part.name))), words: `permanent exclusions by partnership, ${days}` }];
}

