import { searchName } from './rules/search-name';

/** Letters a search needs before it is made. */
export const LEAST_LETTERS = 3;

/** What was typed, as names are kept for search; null when it is too short to search for. */
export function searchText(typed: string): string | null {
  const text = searchName(typed, '').trim().replace(/\s+/g, ' ');
  return text.length >= LEAST_LETTERS ? text : null;
}
