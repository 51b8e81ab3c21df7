/** What the Board reads of a closed month: from the tables after the disclosure control, and from nothing else. */
import { poissonInterval } from '@/lib/publishing/rules/poisson-interval';
import type { ReportTable, ShownCell } from '@/lib/publishing/rules/disclosure/report';
import type { CloseCalculation, CloseContent, ClosedFigure, ClosedSite, CloseFacts, ShownFigure, ShownPart, TrendValue } from '../types';
import { CALCULATION_KEYS, CATALOGUE, type CalculationKey } from './catalogue';
import { sitesId } from './close-places';
import { figureWords } from './figure-words';
import { FEW } from './shown-figure';

type Rows = ReportTable<ShownCell>['rows'];

/** The tables that are shown, by what they are for. One that gives something away is not among them. */
export type ShownTables = ReadonlyMap<string, Rows>;

/** `before` are figures of the same days that were frozen with an earlier month: they stay as they were. */
export function closeContent(facts: CloseFacts, tables: ShownTables, before: ReadonlyMap<CalculationKey, ClosedFigure>): CloseContent {
  const figures = Object.fromEntries(CALCULATION_KEYS.map((key) => {
    const own = facts.calculations.find((one) => one.key === key);
    return [key, before.get(key) ?? (own ? closedFigure(own, tables) : NOT_THERE)];
  })) as Record<CalculationKey, ClosedFigure>;
  return { month: facts.month, on: facts.on, figures, quotas: quotasOf(facts, tables), sites: sitesOf(facts, tables) };
}

const NOTHING: ShownFigure = { value: null, numerator: null, denominator: null, mark: null, why: '', interval: null, parts: [] };
const NOT_THERE: ClosedFigure = { figure: { ...NOTHING, mark: '[x]', why: 'It was not worked out for this month.' }, days: '[x]', terms: [] };

function closedFigure(one: CloseCalculation, tables: ShownTables): ClosedFigure {
  const days = one.days ?? '[x]';
  if (one.figure.kind === 'missing') return { figure: { ...NOTHING, mark: '[x]', why: one.figure.why }, days, terms: [] };
  return { figure: shownOf(one, tables.get(one.key)), days, terms: termsOf(one, tables.get(`${one.key} by term`)) };
}

function shownOf({ key, figure }: CloseCalculation, rows: Rows | undefined): ShownFigure {
  const against = figure.kind === 'split' || figure.kind === 'amount' ? figure.against ?? null : null;
  const names = figure.kind === 'missing' || figure.kind === 'amount' ? [] : figure.parts.map((part) => part.name);
  const partOf = (name: string, index: number): ShownPart => ({ name, ...readRow(figure, rows?.[index]?.cells) });
  const parts = names.map(partOf);
  const whole = readRow(figure, rows?.at(-1)?.cells);
  if (whole.value === null && whole.denominator === 0) return { ...NOTHING, mark: '[x]', why: 'There was nobody of whom it could be a share.', parts };
  if (whole.value === null && figure.kind === 'median' && figure.parts.every((part) => part.values.length === 0)) return { ...NOTHING, mark: '[x]', why: 'Nobody has started.', parts };
  if (whole.value === null) return { ...NOTHING, mark: '[c]', why: FEW, denominator: figure.kind === 'amount' ? against : null, parts };
  return { ...NOTHING, ...whole, denominator: whole.denominator ?? against, interval: CATALOGUE[key].isCount ? poissonInterval(whole.value) : null, parts };
}

type Read = Pick<ShownPart, 'value' | 'numerator' | 'denominator'>;
const HIDDEN: Read = { value: null, numerator: null, denominator: null };
const numberOf = (cell: ShownCell | undefined): number | null => (typeof cell?.shown === 'number' ? cell.shown : null);

/** One row's figure in the calculation's unit; nulls where any cell of it is left out. */
function readRow(figure: CloseCalculation['figure'], cells: readonly ShownCell[] | undefined): Read {
  const [first, second] = [cells?.[0], cells?.[1]];
  const plain = (value: number | null): Read => (value === null ? HIDDEN : { value, numerator: value, denominator: null });
  switch (figure.kind) {
    case 'missing': return HIDDEN;
    case 'median': {
      const value = typeof first?.shown === 'string' && /^[\d.]+$/.test(first.shown) ? Number(first.shown) : null;
      return { value, numerator: null, denominator: null };
    }
    case 'quantity': {
      const tenths = numberOf(first);
      return plain(tenths === null ? null : tenths / 10);
    }
    case 'amount': {
      const pence = numberOf(first);
      return plain(pence === null ? null : pence / 100);
    }
    case 'split': {
      const [yes, both] = [numberOf(first), numberOf(second)];
      if (figure.show !== 'share') return plain(yes);
      if (both === 0) return { value: null, numerator: 0, denominator: 0 };
      return yes === null || both === null ? HIDDEN : { value: (100 * yes) / both, numerator: yes, denominator: both };
    }
  }
}

function termsOf(one: CloseCalculation, rows: Rows | undefined): TrendValue[] {
  const { unit } = CATALOGUE[one.key];
  return one.terms.filter((term) => term.isOfFigure).map(({ label, figure }, index): TrendValue => {
    const read = readRow(figure, rows?.[index]?.cells);
    const isEmpty = read.value === null && read.denominator === 0;
    return { label, value: read.value, words: isEmpty ? '[z]' : figureWords({ ...read, mark: read.value === null ? '[c]' : null }, unit) };
  });
}

function quotasOf({ quotas }: CloseFacts, tables: ShownTables): CloseContent['quotas'] {
  if (quotas.length === 0) return [];
  const rows = tables.get('quotas');
  const used = (index: number): number | null => numberOf(rows?.[index]?.cells[1]);
  return [...quotas.map(({ name, quota }, index) => ({ name, quota, used: used(index) })), { name: 'Total', quota: quotas.reduce((sum, one) => sum + one.quota, 0), used: used(quotas.length) }];
}

function sitesOf({ sites }: CloseFacts, tables: ShownTables): CloseContent['sites'] {
  return [...new Set(sites.map((site) => site.group))].map((group) => {
    const own = sites.filter((site) => site.group === group);
    const rows = tables.get(sitesId(group));
    const shown = (index: number): Pick<ClosedSite, 'pupils' | 'used'> => ({ pupils: numberOf(rows?.[index]?.cells[0]), used: numberOf(rows?.[index]?.cells[1]) });
    const agreed = own.some((site) => site.agreed === null) ? null : own.reduce((sum, site) => sum + (site.agreed ?? 0), 0);
    const total: ClosedSite = { name: 'Total', agreed, places: own.reduce((sum, site) => sum + site.places, 0), ...shown(own.length) };
    return { group, rows: [...own.map((site, index): ClosedSite => ({ name: site.name, agreed: site.agreed, places: site.places, ...shown(index) })), total] };
  });
}
