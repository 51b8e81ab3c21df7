import { expect, it } from 'vitest';
import { markNotes } from '@/lib/publishing/rules/disclosure/marks';
import { printedRatio, ratioRelations, ratioText, roundedFrom, roundedTo } from '@/lib/publishing/rules/disclosure/printed-numbers';

it('says each mark used once, in the order of the government shorthand', () => {
  expect(markNotes(['[z]', '[c]', '[x]', '[z]'])).toEqual([
    '[c] not shown: a count from 1 to 4, an amount for so few pupils, or a figure that one could be worked out from. Noughts are shown.',
    '[x] not available.', '[z] does not apply.',
  ]);
  expect(markNotes([])).toEqual([]);
  expect(markNotes(['[low]', '[p]', '[e]', '[r]']).map((note) => note.split(' ')[0])).toEqual(['[low]', '[r]', '[e]', '[p]']);
});

it('prints a ratio rounded half up, and what is printed bounds its figures exactly', () => {
  const ratio = { numerator: 'n', denominator: 'd', per: 100, decimals: 1 };
  expect([printedRatio(1, 3, ratio), printedRatio(1, 16, { ...ratio, decimals: 2 }), printedRatio(3, 0, ratio)]).toEqual([333, 625, null]);
  expect(printedRatio(314, 67_000, { ...ratio, per: 1000, decimals: 2 })).toBe(469);
  expect(ratioText(333, ratio)).toBe('33.3');
  // Of 2,000, every other numerator lies on an edge.
  for (const denominator of [2000, ...Array.from({ length: 60 }, (_one, index) => index + 1)]) {
    const printed = printedRatio(17, denominator, ratio) ?? Number.NaN;
    for (let numerator = 0; numerator <= 60; numerator += 1) {
      const within = ratioRelations(ratio, printed, '').every(({ terms, least, greatest }) => {
        const sum = terms.reduce((all, { key, times }) => all + times * (key === 'n' ? numerator : denominator), 0);
        return sum >= least && sum <= greatest;
      });
      expect(within).toBe(printedRatio(numerator, denominator, ratio) === printed);
    }
  }
});

it('rounds halves up, and knows exactly what rounds to it', () => {
  expect([2, 3, 7, 8, 0].map((value) => roundedTo(value, 5))).toEqual([0, 5, 5, 10, 0]);
  for (const multiple of [5, 10]) {
    for (let value = 0; value < 40; value += 1) {
      const { least, greatest } = roundedFrom(roundedTo(value, multiple), multiple);
      expect([roundedTo(least, multiple), roundedTo(greatest, multiple)]).toEqual([roundedTo(value, multiple), roundedTo(value, multiple)]);
      expect([roundedTo(least - 1, multiple), roundedTo(greatest + 1, multiple)]).not.toContain(roundedTo(value, multiple));
    }
  }
});
