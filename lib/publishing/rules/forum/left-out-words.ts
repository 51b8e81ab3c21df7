/** Figures that a report leaves out, and officers' words that print them all the same. The control of the tables reads no words. */
import { CONTROL_POLICY, isSmall } from '../disclosure/figures';
import { printedRatio } from '../disclosure/printed-numbers';
import { cellsOf, type PublishedReport, type ReportDraft } from '../disclosure/report';
import { isCountAt, NUMBER_WORDS } from './counts-in-words';
import type { ForumDraft } from './forum-draft';

/** A figure that no table shows: pence, a count, or tenths (of a place, of a per cent) as its unit says. */
export interface Secret {
  readonly value: number;
  readonly unit: 'pence' | 'count' | 'tenths' | 'percent';
  /** The cell or figure for the officer: `actual to date of Over-quota income, January 2026`. */
  readonly words: string;
}

type Text = { readonly where: string; readonly text: string };

/** Every figure behind [c], and those of few pupils that no cell shows; with the amounts that are shown, in pence. */
export function secretsOf({ report, layout }: Pick<ForumDraft, 'report' | 'layout'>, published: Pick<PublishedReport, 'tables' | 'title' | 'month' | 'version'>): { readonly secrets: readonly Secret[]; readonly shown: ReadonlySet<number> } {
  const values = new Map(report.quantities.map((one) => [one.key, one]));
  const secrets = new Map<string, Secret>();
  const printed = new Set<string>();
  published.tables.forEach((table, at) => table.rows.forEach((row) => row.cells.forEach((cell, column) => {
    const unit = layout[at]?.columns[column]?.unit;
    if (cell.kind === 'figure' && cell.shown !== '[c]') printed.add(cell.key);
    if (cell.shown !== '[c]') return;
    const words = `table "${table.title}", row "${row.title}", column "${table.columns[column] ?? ''}"`;
    if (cell.kind === 'figure') {
      const own = values.get(cell.key);
      if (own && own.value !== 0) secrets.set(cell.key, { value: own.value, unit: own.unit === 'pence' ? 'pence' : unit === 'tenths' ? 'tenths' : 'count', words });
    }
    if (cell.kind === 'ratio') {
      const [part, whole] = [values.get(cell.numerator), values.get(cell.denominator)];
      const ratio = part && whole ? printedRatio(part.value, whole.value, cell) : null;
      if (ratio !== null && ratio !== 0) secrets.set(words, { value: ratio, unit: 'percent', words });
    }
  })));
  for (const one of fewUnseen(report, printed)) if (!secrets.has(one.key)) secrets.set(one.key, { value: one.value, unit: one.unit === 'pence' ? 'pence' : 'count', words: one.words });
  return { secrets: [...secrets.values()], shown: new Set([...printed].flatMap((key) => (values.get(key)?.unit === 'pence' ? [Math.abs(values.get(key)?.value ?? 0)] : []))) };
}

/** Of few pupils and printed nowhere: what came in between two reports. Averages are in tenths and are left to their cells. */
function fewUnseen(report: ReportDraft, printed: ReadonlySet<string>): ReportDraft['quantities'] {
  const inTables = new Set(cellsOf(report).flatMap(({ cell }) => (cell.kind === 'figure' ? [cell.key] : [])));
  return report.quantities.filter((one) => one.unit === 'pence' && isSmall(one, CONTROL_POLICY) && !printed.has(one.key) && !inTables.has(one.key));
}

/** Why the words cannot be published: each sentence that prints a figure left out, and the cell of it. */
export function toldInWords(texts: readonly Text[], { secrets, shown }: ReturnType<typeof secretsOf>): string[] {
  return texts.flatMap(({ where, text }) => sentencesOf(text).flatMap((sentence) => {
    const numbers = numbersIn(sentence);
    const told = secrets.filter((secret) => numbers.some((one) => tells(one, secret, shown)));
    return told.map(({ words }) => `${where}: "${sentence}" prints a figure that the report leaves out: ${words}. Write the sentence without the number`);
  }));
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/).map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');
}

interface Written {
  readonly kind: 'pounds' | 'percent' | 'plain' | 'count';
  readonly value: number;
  /** One of its last written place: 1 of £9,688, 1000 of £10,000, 0.01 of £9,688.44. */
  readonly step: number;
}

const AMOUNT = /(£\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(million|m|thousand|k)\b)?(\s?%| per cent| pounds)?/giu;

function numbersIn(sentence: string): Written[] {
  const digits = [...sentence.matchAll(AMOUNT)].flatMap((found): Written[] => {
    const [, pound, whole = '0', decimals = '', scale = '', after = ''] = found;
    const times = /^m/i.test(scale) ? 1_000_000 : /^[tk]/i.test(scale) ? 1_000 : 1;
    const value = Number(`${whole.replaceAll(',', '')}${decimals}`) * times;
    if (/%|cent/.test(after)) return [{ kind: 'percent', value, step: decimals === '' ? 1 : 0.1 }];
    const step = times / 10 ** Math.max(0, decimals.length - 1);
    if (pound !== undefined || scale !== '' || after !== '') return [{ kind: 'pounds', value, step: decimals !== '' ? step : times === 1 ? stepOf(value) : times }];
    const isCount = isCountAt(sentence, found.index, found[0].length);
    return [{ kind: 'plain', value, step: decimals === '' ? 1 : 0.1 }, ...(isCount && COUNTED.test(sentence) ? [{ kind: 'count' as const, value, step: 1 }] : [])];
  });
  const words = COUNTED.test(sentence) ? [...sentence.matchAll(WORDED)].flatMap((found): Written[] => (isCountAt(sentence, found.index, found[0].length)
    ? [{ kind: 'count', value: NUMBER_WORDS.get(found[0].toLowerCase()) ?? 0, step: 1 }] : [])) : [];
  return [...digits, ...words];
}

/** Whole hundreds and thousands may be rounded. */
function stepOf(pounds: number): number {
  return pounds === 0 || pounds % 100 !== 0 ? 1 : pounds % 1000 === 0 ? 1000 : 100;
}

const COUNTED = /pupil|child|place|placement|student|learner|young pe|exclu|starter|over the quota/i;
const WORDED = new RegExp(`\\b(?:${[...NUMBER_WORDS.keys()].join('|')})\\b`, 'gi');

function tells(one: Written, { value, unit }: Secret, shown: ReadonlySet<number>): boolean {
  const size = Math.abs(value);
  switch (unit) {
    case 'count': return one.kind === 'count' && one.value === size;
    case 'tenths': return one.kind === 'plain' && one.value === size / 10 && one.step < 1;
    case 'percent': return one.kind === 'percent' && one.value === (one.step === 1 ? Math.round(size / 10) : size / 10);
    case 'pence': {
      if (one.kind === 'plain') return one.value >= 1000 && Math.abs(size / 100 - one.value) < 1 && !isYear(one.value);
      if (one.kind !== 'pounds' || one.step > 1000) return false;
      // An amount that a table shows to the penny is no secret, whatever else rounds to it.
      if (one.step > 1 && shown.has(Math.round(one.value * 100))) return false;
      const pounds = size / 100;
      return Math.abs(pounds - one.value) < (one.step > 1 ? one.step / 2 + 1e-9 : Math.max(one.step, 0.01)) || (one.value > 0 && one.step >= 1 && Math.floor(pounds / one.step) * one.step === one.value);
    }
  }
}

const isYear = (value: number): boolean => value >= 1990 && value <= 2100;
