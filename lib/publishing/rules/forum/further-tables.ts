/** The tables after spend and places: five years, exclusions, what is explained, reserves. */
import { countOfPupils, figureOfNobody, figureOfPupils, type Quantity } from '../disclosure/figures';
import type { Breakdown, DraftCell } from '../disclosure/report';
import { type FigureList, NOT_AVAILABLE } from './figure-list';
import type { ForumFigures } from './forum-figures';
import type { LaidTable } from './laid-table';

/** Spend of five financial years. What is not known is [x]: nothing is put in its place. */
export function fiveYearsOfSpend(figures: ForumFigures, list: FigureList): LaidTable {
  const { years, month } = figures;
  const titles = new Map(years.flatMap((year) => year.spend.map(({ key, title }): [string, string] => [key, title])));
  const cell = (line: string, year: ForumFigures['years'][number]): DraftCell => {
    const own = year.spend.find((one) => one.key === line);
    if (!own || own.amount === null) return NOT_AVAILABLE;
    // The year's own forecast is the figure of the first table.
    if (year.isForecast) return list.of(`forecast ${line} ${month}`) ? { kind: 'figure', key: `forecast ${line} ${month}` } : NOT_AVAILABLE;
    return list.add({ key: `outturn ${line} ${year.year}`, words: `spend on ${own.title} in ${year.year}`, value: own.amount, unit: 'pence', pupils: own.pupils, ...(own.amount < 0 ? { signed: true } : {}) });
  };
  return {
    id: 'five-years-spend', title: 'Spend by line in five financial years', rowHeading: 'Line',
    columns: years.map((year) => ({ title: year.isForecast ? `${year.year} (forecast)` : year.year, unit: 'pounds' as const })),
    rows: [...titles].map(([key, title]) => ({ title, cells: years.map((year) => cell(key, year)) })),
  };
}

export function fiveYearsOfPlaces({ years, month, monthTitle }: ForumFigures, list: FigureList): LaidTable {
  const commissioned = years.map((one): DraftCell => {
    if (one.commissioned === null) return NOT_AVAILABLE;
    const key = one.isForecast ? `commissioned in year ${month}` : `commissioned ${one.year}`;
    return list.add(figureOfNobody(key, `places commissioned in ${one.year}`, 'count', one.commissioned));
  });
  const pupils = years.map((one): DraftCell => {
    if (one.pupils === null) return NOT_AVAILABLE;
    const key = one.isForecast ? `pupils in year ${month}` : `pupils ${one.year}`;
    return list.add(countOfPupils(key, `pupils placed in ${one.year}${one.isForecast ? ` to ${monthTitle}` : ''}`, one.pupils));
  });
  return {
    id: 'five-years-places', title: 'Places and pupils in five financial years', rowHeading: 'Number',
    columns: years.map((year) => ({ title: year.isForecast ? `${year.year} (to ${monthTitle})` : year.year, unit: 'count' as const })),
    rows: [{ title: 'Places commissioned', cells: commissioned }, { title: 'Different pupils placed', cells: pupils }],
  };
}

/** Permanent exclusions of the last term that is over: counts by month would tell of single pupils. */
export function exclusionsTable({ exclusions }: ForumFigures, list: FigureList): { readonly table: LaidTable; readonly breakdowns: readonly Breakdown[] } | null {
  if (exclusions === null) return null;
  const { term, groups } = exclusions;
  const keyOf = (group: string): string => `exclusions ${term} ${group}`;
  const rows = groups.map((one) => ({ title: one.name, cells: [list.add(countOfPupils(keyOf(one.key), `permanent exclusions recorded, ${one.name}, ${term}`, one.count))] }));
  const total = list.addSum(keyOf('total'), `permanent exclusions recorded in all, ${term}`, groups.map((one) => keyOf(one.key)));
  return {
    table: { id: 'exclusions', title: `Permanent exclusions recorded in the last term, ${term}`, rowHeading: 'Schools of', columns: [{ title: 'Recorded', unit: 'count' }], rows: [...rows, { title: 'All', cells: [total] }] },
    breakdowns: groups.length < 2 ? [] : [{ total: keyOf('total'), parts: groups.map((one) => keyOf(one.key)), words: `permanent exclusions by partnership, ${term}` }],
  };
}

/** Where a term was published before, its figures are those: the last published term's, whatever was recorded since. */
export function asPublished(figures: ForumFigures, published: readonly Quantity[]): ForumFigures {
  const { exclusions } = figures;
  if (exclusions === null) return figures;
  const groups = exclusions.groups.map((one) => ({ ...one, count: published.find(({ key }) => key === `exclusions ${exclusions.term} ${one.key}`)?.value ?? one.count }));
  return { ...figures, exclusions: { ...exclusions, groups } };
}

export function reservesTable({ reserves, year, month }: ForumFigures, list: FigureList): LaidTable | null {
  if (reserves.length === 0) return null;
  const cell = (name: string, what: string, amount: number | null): DraftCell =>
    (amount === null ? NOT_AVAILABLE : list.add({ ...figureOfPupils(`reserve ${name} ${what} ${year} ${month}`, `${name} ${what}, ${year}`, 'pence', amount, 0), pupils: null, ...(amount < 0 ? { signed: true } : {}) }));
  return {
    id: 'reserves', title: `Reserves, ${year}`, rowHeading: 'Reserve', columns: [{ title: 'Brought forward', unit: 'pounds' }, { title: 'Carried forward', unit: 'pounds' }],
    rows: reserves.map((one) => ({ title: one.name, cells: [cell(one.name, 'brought forward', one.broughtForward), cell(one.name, 'carried forward', one.carriedForward)] })),
  };
}

/** What is over the size that the authority explains, in words that are left out with the figure they tell. */
export function explainedTable({ toExplain, month, monthTitle }: ForumFigures, list: FigureList): LaidTable | null {
  const rows = toExplain.filter(({ key }) => list.of(`variance ${key} ${month}`));
  if (rows.length === 0) return null;
  return {
    id: 'explained', title: `Lines whose variance is explained, ${monthTitle}`, rowHeading: 'Line', columns: [{ title: 'Variance', unit: 'words' }],
    rows: rows.map(({ key, title, words }) => ({ title, cells: [{ kind: 'rests', on: [`variance ${key} ${month}`], text: words }] })),
  };
}
