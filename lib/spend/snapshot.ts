import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { loadCalendars } from '@/lib/calendars/store';
import { firstDayOf, lastDayOf, type Month, monthInWords } from '@/lib/charges/rules/months';
import { londonDateOf } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { loadSettings } from '@/lib/organisations/settings';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadFacts } from './load-facts';
import type { SpendFacts } from './rules/facts';
import { firstDayOfYear, lastDayOfYear, monthsOfYear, placeInYear, yearAfter, yearOfMonth } from './rules/financial-year';
import { lineFigures, sumsOf, totalsOf } from './rules/line-figures';
import { LINE_WORDS } from './rules/lines';
import { targetPath } from './rules/target-path';
import type { ExplainFrom } from './rules/variance';
import { commissionedOn, pupilsOfYear, volumesOf } from './rules/volumes';
import { workings } from './rules/working';
import { closedAt, loadNotes, loadReserves, loadTargets, type NoteRow, type ReserveRow, type TargetRow } from './store';
import { type FinancialYear, type ReserveFigures, SPEND_LINES, type SpendLineFigures, type SpendLineKey, type SpendSnapshot, type TargetFigures, type YearFigures } from './types';

const YEARS_COMPARED = 5;

/**
 * All figures of a month for the Schools Forum's report and the restricted monitor, unsuppressed: see {@link SpendSnapshot}.
 * Whoever calls it has looked at who asks. A closed month is worked out from what was recorded by its closing.
 */
export async function spendSnapshot(tx: ReadTx, month: Month): Promise<SpendSnapshot> {
  const [year, asAt, closed] = [yearOfMonth(month), lastDayOf(month), await closedAt(tx, month)];
  const explain = await explainFrom(tx);
  const facts = await loadFacts(tx, firstDayOfYear(yearAfter(year, 1 - YEARS_COMPARED)), closed);
  const lines = workings(facts, year, asAt);
  const [before, notes] = [await forecastBefore(tx, month, closed), await loadNotes(tx, month)];
  const figures = shownLines(facts, year).flatMap((key): SpendLineFigures[] => {
    const working = lines.get(key);
    if (!working) return [];
    const own = lineFigures(key, working, facts, year, month, explain);
    const earlier = before?.get(key) ?? null;
    return [{ ...own, movement: own.forecast === null || earlier === null ? null : pence(own.forecast - earlier), reasons: reasonsOf(notes, key) }];
  });
  const calendar = (await loadCalendars(tx)).forEstablishment(null);
  const schoolDays = attemptCount(() => calendar.schoolDaysBetween(firstDayOf(month), asAt));
  const volumes = volumesOf(facts, { asAt, schoolDays: schoolDays.kind === 'counted' ? schoolDays.value : [] }, lines);
  const [reserves, targets] = [await loadReserves(tx, closed), await loadTargets(tx, closed)];
  return {
    month, title: monthInWords(month), year, asAt, closedOn: closed === null ? null : londonDateOf(closed), lines: figures, totals: totalsOf(figures, explain),
    volumes: volumes.rows, volumesTotal: volumes.total, fiveYears: fiveYears(facts, year, month),
    toExplain: figures.flatMap(({ key, title, variance, reasons }) => (variance?.isToExplain ? [{ key, title, variance: variance.words, reasons }] : [])),
    reserves: reservesOf(reserves, year), targets: targets.map((target) => targetOf(target, year, figures)),
    decisions: notes.filter((note) => note.kind === 'decision').map((note) => ({ on: note.noted_on, who: note.who, words: note.words })),
    sources: sourcesOf(facts, year),
  };
}

/** From which variance on the authority explains: per cent of the budget, or pounds. */
async function explainFrom(tx: ReadTx): Promise<ExplainFrom> {
  const { variance_explained_from_share: perCent, variance_explained_from_amount: pounds } = await loadSettings(tx);
  return { perCent, amount: pence(BigInt(pounds) * 100n) };
}

/** The forecast of each line at the end of the month before, in the same financial year, as it stood at that month's close, or at this one's where that was never closed; null for April. */
async function forecastBefore(tx: ReadTx, month: Month, closed: Date | null): Promise<ReadonlyMap<SpendLineKey, SpendLineFigures['forecast']> | null> {
  const year = yearOfMonth(month);
  const earlier = monthsOfYear(year)[placeInYear(month) - 1];
  if (earlier === undefined) return null;
  const facts = await loadFacts(tx, firstDayOfYear(year), (await closedAt(tx, earlier)) ?? closed);
  return new Map([...workings(facts, year, lastDayOf(earlier))].map(([key, working]) => [key, sumsOf(working, earlier).forecast]));
}

/** The seven lines of the report, and of the others those of which the year has a budget or an entry. */
function shownLines(facts: SpendFacts, year: FinancialYear): SpendLineKey[] {
  const further = (key: SpendLineKey) => facts.budgets.some((one) => one.line === key && one.year === year)
    || facts.entries.some((one) => one.line === key && yearOfMonth(one.month) === year);
  return SPEND_LINES.filter((key) => (key !== 'special_schools' && key !== 'released_funding') || further(key));
}

function reasonsOf(notes: readonly NoteRow[], key: SpendLineKey): string[] {
  return notes.filter((note) => note.kind === 'reason' && note.line === key).map((note) => note.words);
}

function fiveYears(facts: SpendFacts, now: FinancialYear, month: Month): YearFigures[] {
  return Array.from({ length: YEARS_COMPARED }, (_, index) => yearAfter(now, index + 1 - YEARS_COMPARED)).map((year) => {
    const isForecast = year === now;
    const asAt = isForecast ? lastDayOf(month) : lastDayOfYear(year);
    const lines = workings(facts, year, asAt);
    return {
      year, isForecast, commissioned: commissionedOn(facts, asAt), pupils: pupilsOfYear(facts, year, asAt),
      lines: shownLines(facts, now).map((key) => {
        const working = lines.get(key);
        const last = monthsOfYear(year).at(-1);
        return {
          key, title: LINE_WORDS[key].title, budget: facts.budgets.find((one) => one.line === key && one.year === year)?.amount ?? null,
          spend: working === undefined || last === undefined ? null : sumsOf(working, isForecast ? month : last).forecast,
        };
      }),
    };
  });
}

function reservesOf(rows: readonly ReserveRow[], year: FinancialYear): ReserveFigures[] {
  const own = rows.filter((row) => row.year === year);
  return [...new Set(own.map((row) => row.name))].map((name) => {
    const of = (kind: ReserveRow['kind']) => own.find((row) => row.name === name && row.kind === kind);
    return {
      name, broughtForward: of('brought_forward')?.pence ?? null, carriedForward: of('carried_forward')?.pence ?? null,
      source: [...new Set(own.filter((row) => row.name === name).map((row) => row.source))].join('; '),
    };
  });
}

function targetOf(row: TargetRow, year: FinancialYear, lines: readonly SpendLineFigures[]): TargetFigures {
  const path = targetPath({ baseline: row.baseline_pence, target: row.target_pence, stepsFrom: row.steps_from, targetOn: row.target_on });
  const most = path.find((step) => step.year === year)?.most;
  return {
    name: row.name, line: row.line, baseline: row.baseline_pence, target: row.target_pence, targetOn: row.target_on, path,
    now: most === undefined ? null : { most, forecast: lines.find((line) => line.key === row.line)?.forecast ?? null }, source: row.source,
  };
}

function sourcesOf(facts: SpendFacts, year: FinancialYear): string[] {
  const [firstOn, lastOn] = [firstDayOfYear(year), lastDayOfYear(year)];
  return [...new Set([
    ...facts.budgets.filter((one) => one.year === year).map((one) => `Budget: ${one.source}`),
    ...facts.prices.filter((one) => one.firstOn <= lastOn).map((one) => `Prices: ${one.source}`),
    ...facts.places.filter((one) => one.firstOn <= lastOn && (one.lastOn === null || one.lastOn >= firstOn)).map((one) => `Places: ${one.source}`),
    ...facts.entries.filter((one) => yearOfMonth(one.month) === year).map((one) => `Entries: ${one.source}`),
  ])];
}
