/** The shorthand printed in place of a figure (R74; government statistical practice), in square brackets so that it is read aloud. */
export type Mark = '[c]' | '[x]' | '[z]' | '[low]' | '[r]' | '[e]' | '[p]';

const WORDS: Readonly<Record<Mark, string>> = {
  '[c]': 'not shown: a count from 1 to 4, an amount for so few pupils, or a figure that one could be worked out from. Noughts are shown.',
  '[x]': 'not available.',
  '[z]': 'does not apply.',
  '[low]': 'rounds to 0 but is not 0.',
  '[r]': 'revised since it was first published.',
  '[e]': 'estimated.',
  '[p]': 'provisional.',
};

/** `[c] not shown: ...`, one sentence for each mark that a report uses, in the order above. */
export function markNotes(used: Iterable<Mark>): string[] {
  const marks = new Set(used);
  return Object.entries(WORDS).filter(([mark]) => marks.has(mark as Mark)).map(([mark, words]) => `${mark} ${words}`);
}
