/** Small numbers that officers write beside a name: `two pupils of Aspire`. The control of the tables does not see them. */

/** A sentence with a number from 1 to 4 and the name of a school, provider, site or partnership. */
export interface SmallNumber {
  /** `Background`. */
  readonly where: string;
  readonly sentence: string;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** What stands before a number that counts nobody: `Item 4`, `Year 3`, `£2`, `1,`, `3.`. */
const NO_COUNT_BEFORE = /(?:\b(?:item|year|years|key stage|version|section|part|paragraph|page|table|appendix|term|tier|stage|phase|week|day|no\.?|number|R)\s*|[£\d.,/-])$/i;
const NO_COUNT_AFTER = new RegExp(`^(?:[\\d%]|[.,/-]\\d|(?:st|nd|rd|th)\\b| (?:${MONTHS})\\b| (?:million|billion|per cent|school days?|days?|weeks?|months?|terms?|years?|times)\\b)`, 'i');
const NUMBER = /\b(?:[1-4]|one|two|three|four|single|both)\b/gi;

/** `Aspire` of `Aspire Secondary`: what is left of a name without the words that many names share. */
const SHARED = new Set([
  'the', 'of', 'and', 'school', 'schools', 'academy', 'college', 'high', 'primary', 'secondary', 'centre', 'center', 'community', 'church', 'catholic', 'c', 'e', 'ce', 'rc', 'st', 'saint', 'infant', 'infants',
  'junior', 'juniors', 'nursery', 'special', 'grammar', 'comprehensive', 'trust', 'partnership', 'pupil', 'referral', 'unit', 'site', 'north', 'south', 'east', 'west', 'central', 'lane', 'park', 'road', 'street',
  'council', 'district', 'education', 'alternative', 'provision', 'house', 'hill', 'hall', 'green', 'new', 'old', 'our', 'lady', 'all', 'saints', 'specialist', 'technology', 'sports', 'arts', 'science', 'a', 'an', 'for', 'in', 'at',
]);

/** The sentences of what will be published that the signer must look at; `names` are those of schools, providers, sites and partnerships. */
export function smallNumbers(texts: readonly { readonly where: string; readonly text: string }[], names: readonly string[]): SmallNumber[] {
  const patterns = namePatterns(names);
  return texts.flatMap(({ where, text }) => sentencesOf(text).filter((sentence) => countsFew(sentence) && patterns.test(sentence)).map((sentence) => ({ where, sentence })));
}

/** The question that the signer answers; null where nothing is to be looked at. */
export function smallNumbersQuestion(found: readonly SmallNumber[]): string | null {
  if (found.length === 0) return null;
  return `A small number stands beside a name. ${found.map(({ where, sentence }) => `${where}: "${sentence}"`).join(' ')} Check that this tells of no single pupil`;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/).map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');
}

function countsFew(sentence: string): boolean {
  return [...sentence.matchAll(NUMBER)].some((found) => !NO_COUNT_BEFORE.test(sentence.slice(0, found.index)) && !NO_COUNT_AFTER.test(sentence.slice(found.index + found[0].length)));
}

/** Whole names, and the words that are a name's own. */
function namePatterns(names: readonly string[]): RegExp {
  const own = names.flatMap((name) => [name, ...name.split(/[^\p{L}']+/u).filter((word) => word.length > 3 && !SHARED.has(word.toLowerCase()))]);
  const escaped = [...new Set(own.filter((name) => name !== ''))].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Names begin with a capital: `wales` in other words is not the school's.
  return escaped.length === 0 ? /(?!)/ : new RegExp(`(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`, 'u');
}
