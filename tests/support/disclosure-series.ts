/** A year of monthly reports over invented counts: sites with pupils, place-days, money and free places, partnerships, figures so far, the autumn term, and corrections. */
import fc from 'fast-check';
import { correctedKey, countOfPupils, figureOfNobody, figureOfPupils, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import { leftOf, pricedAt, type Relation, sumOf } from '@/lib/publishing/rules/disclosure/relations';
import type { DraftCell, ReportDraft, ReportTable } from '@/lib/publishing/rules/disclosure/report';
import { runningTotal } from '@/lib/publishing/rules/disclosure/running-totals';

export const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08'];
const SITES = ['Aspire', 'Rowan', 'Elm', 'Valley', 'Hawthorn'];
const PARTNERSHIPS = ['North', 'South', 'Central'];
const PENCE_A_DAY = 9474;
const PLACES = 40;

interface Month {
  /** By site. */
  readonly pupils: readonly number[];
  readonly daysEach: readonly number[];
  /** Starts in the month by partnership. */
  readonly starts: readonly number[];
  /** The site at which one pupil more is found later; null for none. */
  readonly late: number | null;
}

const few = fc.oneof({ weight: 1, arbitrary: fc.nat(5) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 34 }) });
const many = <T>(each: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> => fc.array(each, { minLength: length, maxLength: length });
export const year: fc.Arbitrary<Month[]> = many(fc.record({
  pupils: many(few, SITES.length), daysEach: many(fc.integer({ min: 1, max: 19 }), SITES.length),
  starts: many(fc.nat(9), PARTNERSHIPS.length), late: fc.option(fc.nat(SITES.length - 1), { freq: 3 }),
}), MONTHS.length);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const figure = (key: string): DraftCell => ({ kind: 'figure', key });

interface Site { readonly name: string; readonly pupils: Quantity; readonly days: Quantity; readonly money: Quantity; readonly free: Quantity; readonly places: Quantity }

function site(name: string, month: string, pupils: number, days: number, places: number, correction: number): Site {
  const key = (what: string): string => (correction > 0 ? correctedKey(`${what} ${name} ${month}`, correction) : `${what} ${name} ${month}`);
  const words = (what: string): string => `${what}, ${name}, ${month}`;
  return {
    name,
    pupils: countOfPupils(key('pupils'), words('pupils'), pupils), days: figureOfPupils(key('days'), words('place-days'), 'count', days, pupils),
    money: figureOfPupils(key('money'), words('cost'), 'pence', days * PENCE_A_DAY, pupils),
    free: { ...figureOfPupils(key('free'), words('free places'), 'count', places - pupils, pupils), signed: true },
    places: figureOfNobody(`places ${name}`, words('places'), 'count', places),
  };
}

/** Every figure of a month, as first reported or with the late pupil. */
function sitesOf(month: string, { pupils, daysEach, late }: Month, corrected: boolean): Site[] {
  const add = (index: number): number => (corrected && late === index ? 1 : 0);
  const counts = pupils.map((value, index) => value + add(index));
  const days = counts.map((value, index) => value * (daysEach[index] ?? 1));
  const sites = SITES.map((name, index) => site(name, month, counts[index] ?? 0, days[index] ?? 0, PLACES, add(index)));
  return [...sites, site('Total', month, sum(counts), sum(days), PLACES * SITES.length, corrected && late !== null ? 1 : 0)];
}

function sitesTable(rows: readonly Site[]): { table: ReportTable<DraftCell>; quantities: Quantity[]; relations: Relation[] } {
  const total = rows[rows.length - 1];
  const parts = rows.slice(0, -1);
  return {
    table: { title: 'Sites', columns: ['Pupils', 'Place-days', 'Cost', 'Places', 'Free', 'Share', 'Interval'], rows: rows.map((row) => ({ title: row.name, cells: [
      figure(row.pupils.key), figure(row.days.key), figure(row.money.key), figure(row.places.key), figure(row.free.key),
      { kind: 'ratio', numerator: row.pupils.key, denominator: total?.pupils.key ?? '', per: 100, decimals: 1 },
      { kind: 'rests', on: [row.pupils.key], text: `about ${row.pupils.value}` },
    ] })) },
    quantities: rows.flatMap((row) => [row.pupils, row.days, row.money, row.free, row.places]),
    relations: [
      ...rows.flatMap((row) => [pricedAt(row.money.key, row.days.key, PENCE_A_DAY, `cost of ${row.name} at the daily rate`), leftOf(row.free.key, row.places.key, row.pupils.key, `free places of ${row.name}`)]),
      ...(['pupils', 'days', 'money'] as const).map((what) => sumOf(total?.[what].key ?? '', parts.map((row) => row[what].key), `${what} of all sites`)),
    ],
  };
}

/** Starts so far this year, by partnership, with every earlier month of the year. */
function startsTable(months: readonly Month[], upTo: number): { table: ReportTable<DraftCell>; quantities: Quantity[]; relations: Relation[] } {
  const names = [...PARTNERSHIPS, 'All'];
  const soFar = (name: string, at: number): Quantity => {
    const index = PARTNERSHIPS.indexOf(name);
    const value = sum(months.slice(0, at + 1).map(({ starts }) => (index < 0 ? sum(starts) : starts[index] ?? 0)));
    return countOfPupils(`so far ${name} ${MONTHS[at] ?? ''}`, `starts so far, ${name}, ${MONTHS[at] ?? ''}`, value);
  };
  const steps = names.map((name) => runningTotal({ now: soFar(name, upTo), before: Array.from({ length: upTo }, (_one, at) => soFar(name, at)) }));
  const now = names.map((name) => soFar(name, upTo));
  return {
    table: { title: 'Starts so far', columns: ['Starts'], rows: now.map((one, index) => ({ title: names[index] ?? '', cells: [figure(one.key)] })) },
    quantities: [...now, ...Array.from({ length: upTo }, (_one, at) => names.map((name) => soFar(name, at))).flat(), ...steps.flatMap((step) => step.quantities)],
    relations: [
      sumOf(soFar('All', upTo).key, PARTNERSHIPS.map((name) => soFar(name, upTo).key), 'starts so far of all partnerships'),
      ...steps.flatMap((step) => step.relations),
    ],
  };
}

/** The place-days of the autumn term by site: the sum of its four months as they stand. */
function termTable(months: readonly Month[], corrected: (at: number) => boolean): { table: ReportTable<DraftCell>; quantities: Quantity[]; relations: Relation[] } {
  const byMonth = months.slice(0, 4).map((month, at) => sitesOf(MONTHS[at] ?? '', month, corrected(at)));
  const term = (byMonth[0] ?? []).map(({ name }, index) => figureOfPupils(`term ${name}`, `place-days of the term, ${name}`, 'count', sum(byMonth.map((rows) => rows[index]?.days.value ?? 0)), 99));
  return {
    table: { title: 'Autumn term', columns: ['Place-days'], rows: term.map((one) => ({ title: one.words, cells: [figure(one.key)] })) },
    quantities: [...term, ...byMonth.flat().map((row) => row.days)],
    relations: [
      sumOf('term Total', SITES.map((name) => `term ${name}`), 'the term of all sites'),
      ...term.map((one, index) => sumOf(one.key, byMonth.flatMap((rows) => rows[index]?.days.key ?? []), `${one.words}, is the sum of its months`)),
    ],
  };
}

/** The reports of a year in the order in which they come out; a correction follows its month. */
export function seriesOf(months: readonly Month[]): ReportDraft[] {
  return months.flatMap((month, at) => [1, ...(month.late === null ? [] : [2])].map((version): ReportDraft => {
    const parts = [sitesTable(sitesOf(MONTHS[at] ?? '', month, version === 2)), startsTable(months, at), ...(at === 3 ? [termTable(months, (index) => index < 3 || version === 2)] : [])];
    const kept = at === 3 && version === 2 ? parts.slice(0, 2) : parts;
    const quantities = new Map(kept.flatMap((part) => part.quantities).map((one) => [one.key, one]));
    return { title: 'Monthly spend', month: MONTHS[at] ?? '', version, tables: kept.map((part) => part.table), quantities: [...quantities.values()], relations: kept.flatMap((part) => part.relations) };
  }));
}
