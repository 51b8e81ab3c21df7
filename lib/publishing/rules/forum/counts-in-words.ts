/** Numbers in sentences that count somebody, and those that do not: an item, a year, an amount, a date. */

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** What stands before a number that counts nobody: `Item 4`, `Year 3`, `£2`, `1,`, `3.`. */
const NO_COUNT_BEFORE = /(?:\b(?:item|year|years|key stage|version|section|part|paragraph|page|table|appendix|term|tier|stage|phase|week|day|no\.?|number|R)\s*|[£\d.,/-])$/i;
const NO_COUNT_AFTER = new RegExp(`^(?:[\\d%]|[.,/-]\\d|(?:st|nd|rd|th)\\b| (?:${MONTHS})\\b| (?:million|billion|per cent|school days?|days?|weeks?|months?|terms?|years?|times)\\b)`, 'i');

/** Whether the number at this place of a sentence may count pupils. */
export function isCountAt(sentence: string, index: number, length: number): boolean {
  return !NO_COUNT_BEFORE.test(sentence.slice(0, index)) && !NO_COUNT_AFTER.test(sentence.slice(index + length));
}

const WORDS = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
];
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...WORDS.map((word, index): [string, number] => [word, index + 1]), ['single', 1], ['both', 2]]);
