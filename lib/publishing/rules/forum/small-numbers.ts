/** Small numbers that officers write beside a name or of pupils: `two pupils of Aspire`. The control of the tables does not see them. */
import { isCountAt } from './counts-in-words';
import { sentencesOf } from './left-out-words';

/** A sentence with a number from 1 to 4 and the name of a school, provider, site or partnership, or that counts pupils. */
export interface SmallNumber {
  /** `Background`. */
  readonly where: string;
  readonly sentence: string;
}

/** The number is of pupils, with up to three words between: `four of its older pupils` needs no name beside it. */
const OF_PUPILS = /\b(?:[1-4]|one|two|three|four|single|both)(?: (?!(?:have|has|with|and|for|at|from)\b)[a-z-]+){0,3} (?:pupils?|child|children|students?|learners?|young people|young person|exclusions?|placements?)\b/i;
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
  return texts.flatMap(({ where, text }) => sentencesOf(text).filter((sentence) => countsFew(sentence) && (patterns.test(sentence) || OF_PUPILS.test(sentence))).map((sentence) => ({ where, sentence })));
}

/** The question that the signer answers; null where nothing is to be looked at. */
export function smallNumbersQuestion(found: readonly SmallNumber[]): string | null {
  if (found.length === 0) return null;
  return `A small number stands beside a name. ${found.map(({ where, sentence }) => `${where}: "${sentence}"`).join(' ')} Check that this tells of no single pupil`;
}

function countsFew(sentence: string): boolean {
  return [...sentence.matchAll(NUMBER)].some((found) => isCountAt(sentence, found.index, found[0].length));
}

/** Whole names, and the words that are a name's own. */
function namePatterns(names: readonly string[]): RegExp {
  const own = names.flatMap((name) => [name, ...name.split(/[^\p{L}']+/u).filter((word) => word.length > 3 && !SHARED.has(word.toLowerCase()))]);
  const escaped = [...new Set(own.filter((name) => name !== ''))].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Names begin with a capital: `wales` in other words is not the school's.
  return escaped.length === 0 ? /(?!)/ : new RegExp(`(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`, 'u');
}
