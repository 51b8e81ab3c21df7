/** A group all of whose members are in one part: 100 per cent says it of each of them. */
import { type Leak, leak } from './explain';
import { cellsOf, type ReportDraft } from './report';
import { figuresIn } from './shown-cells';

/** One leak for each printed breakdown that puts everybody in one part. */
export function wholeGroupLeaks({ breakdowns = [], quantities, ...draft }: ReportDraft): Leak[] {
  const values = new Map(quantities.map((one) => [one.key, one]));
  const printed = new Set(cellsOf(draft).flatMap(({ cell }) => figuresIn(cell)));
  return breakdowns.flatMap(({ total, parts, words }) => {
    const all = values.get(total);
    const one = parts.map((key) => values.get(key)).find((part) => part && all && part.value === all.value);
    if (!all || !one || all.value === 0 || ![total, ...parts].some((key) => printed.has(key))) return [];
    const facts = { key: one.key, words: one.words, unit: one.unit, signed: false, reach: null, small: false };
    const range = { unknown: { facts, hiddenAt: [], bounds: { least: 0, greatest: all.value } }, least: one.value, greatest: one.value };
    return [leak(range, [`${words}: all of ${all.words} are in this one part, so it is known of each of them`], 'Join rows or columns, or leave the table out.')];
  });
}
