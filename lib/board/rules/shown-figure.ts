import { poissonInterval } from '@/lib/publishing/rules/poisson-interval';
import { suppressList, SUPPRESSION_THRESHOLD } from '@/lib/publishing/rules/suppression';
import type { ShownFigure, ShownPart, TrueFigure } from '../types';

type Split = Extract<TrueFigure, { kind: 'split' }>;
type Median = Extract<TrueFigure, { kind: 'median' }>;
type Quantity = Extract<TrueFigure, { kind: 'quantity' }>;

export const FEW = 'It rests on 1 to 4 pupils, or such a number could be worked out from it.';
const isFew = (pupils: number): boolean => pupils > 0 && pupils < SUPPRESSION_THRESHOLD;

/**
 * What the Board may read of a figure (R75). A partnership's row is left out where its number, or what it leaves of the
 * whole, is from 1 to 4, with as many further rows as it takes; a share or a middle value goes with the pupils it rests on.
 * @param isCount a number of things that happen, which gets an exact interval
 */
export function shownFigure(figure: TrueFigure, isCount: boolean): ShownFigure {
  switch (figure.kind) {
    case 'missing':
      return { ...NOTHING, mark: '[x]', why: figure.why };
    case 'split':
      return splitShown(figure, isCount);
    case 'median':
      return medianShown(figure);
    case 'quantity':
      return quantityShown(figure);
    case 'amount':
      return isFew(figure.pupils) ? { ...NOTHING, mark: '[c]', why: FEW, denominator: figure.against }
        : { ...NOTHING, value: figure.pounds, numerator: figure.pounds, denominator: figure.against };
  }
}

const NOTHING: ShownFigure = { value: null, numerator: null, denominator: null, mark: null, why: '', interval: null, parts: [] };

/**
 * Rows and the split of their total. The two cells of a row are hidden together: each could be worked out from the other.
 * Both together stand by themselves: a row of five or more leaves either hidden cell the whole of it.
 */
function splitShown({ parts, show, against = null }: Split, isCount: boolean): ShownFigure {
  const lists = [parts.map((part) => part.yes), parts.map((part) => part.no), parts.map((part) => part.yes + part.no)].map((counts) => suppressList(counts));
  const asked = show === 'both' ? lists.slice(2) : lists;
  const isOpen = (index: number): boolean => asked.every(({ counts }) => (counts[index] ?? null) !== null);
  const [yes, no] = [sum(parts.map((part) => part.yes)), sum(parts.map((part) => part.no))];
  const both = suppressList([yes, no]);
  const isWhole = asked.every(({ total }) => total !== null) && both.total !== null && (show === 'both' || (both.counts[0] ?? null) !== null);
  const rows = parts.map((part, index) => (isOpen(index) ? rowOf(part, show) : { name: part.name, value: null, numerator: null, denominator: null }));
  if (yes + no === 0 && show === 'share') return { ...NOTHING, mark: '[x]', why: 'There was nobody of whom it could be a share.', parts: rows };
  if (!isWhole) return { ...NOTHING, mark: '[c]', why: FEW, parts: rows };
  const { value, numerator, denominator } = rowOf({ name: '', yes, no }, show);
  return { ...NOTHING, value, numerator, denominator: denominator ?? against, interval: isCount && value !== null ? poissonInterval(value) : null, parts: rows };
}

function rowOf({ name, yes, no }: Split['parts'][number], show: Split['show']): ShownPart {
  if (show === 'both') return { name, value: yes + no, numerator: yes + no, denominator: null };
  if (show === 'yes') return { name, value: yes, numerator: yes, denominator: null };
  return { name, value: yes + no === 0 ? null : (100 * yes) / (yes + no), numerator: yes, denominator: yes + no };
}

/** A middle value rests on five pupils or more. Middle values do not add up, so a row gives nothing of another away. */
function medianShown({ parts }: Median): ShownFigure {
  const all = parts.flatMap((part) => part.values);
  const rows = parts.map(({ name, values }) => ({ name, value: values.length < SUPPRESSION_THRESHOLD ? null : median(values), numerator: null, denominator: null }));
  if (all.length === 0) return { ...NOTHING, mark: '[x]', why: 'Nobody has started.', parts: rows };
  if (all.length < SUPPRESSION_THRESHOLD) return { ...NOTHING, mark: '[c]', why: FEW, parts: rows };
  return { ...NOTHING, value: median(all), parts: rows };
}

/** A quantity is shown where the pupils behind it may be told; the pupils themselves are not. */
function quantityShown({ parts }: Quantity): ShownFigure {
  const list = suppressList(parts.map((part) => part.pupils));
  const rows = parts.map((part, index) => {
    const value = (list.counts[index] ?? null) === null ? null : part.quantity;
    return { name: part.name, value, numerator: value, denominator: null };
  });
  if (list.total === null) return { ...NOTHING, mark: '[c]', why: FEW, parts: rows };
  const value = sum(parts.map((part) => part.quantity));
  return { ...NOTHING, value, numerator: value, parts: rows };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The middle value, or half-way between the middle two. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? 0 : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
