import { PLACE_KIND_WORDS } from '@/lib/core/field-words';
import type { FileRow, FromRow, KnownWords, PlacesFact, ReadRows, RowProblem } from '../types';
import { parseDate, parsePlaceKind, shortText, wholeNumber } from './cells';
import { columnsOf } from './columns';
import { siteIn } from './directory';
import { RowReader } from './row-reader';

const MOST_PLACES = 500;

/** Dated numbers of places out of the rows of a file; a row with any problem gives none. */
export function readPlaces(rows: readonly FileRow[], known: KnownWords): ReadRows<PlacesFact> {
  const facts: FromRow<PlacesFact>[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const reader = new RowReader('places', row);
    const site = reader.need('site', siteIn(known));
    const placeKind = reader.need('placeKind', parsePlaceKind);
    const effectiveOn = reader.need('from', parseDate);
    const places = reader.need('number', wholeNumber(0, MOST_PLACES));
    const reason = reader.need('reason', shortText(500));
    problems.push(...reader.problems);
    if (reader.problems.length > 0 || site === null || placeKind === null || effectiveOn === null || places === null || reason === null) continue;
    facts.push({ row, fact: { siteId: site.id, placeKind, effectiveOn, places, reason } });
  }
  return { facts, problems, remarks: [], dated: [] };
}

/** A dated number of places as a row of the template. */
export function placesCells(fact: PlacesFact, known: KnownWords): string[] {
  const cells: Readonly<Record<string, string>> = {
    site: known.sites.find((one) => one.id === fact.siteId)?.name ?? '', placeKind: PLACE_KIND_WORDS[fact.placeKind] ?? '', from: fact.effectiveOn,
    number: String(fact.places), reason: fact.reason,
  };
  return columnsOf('places').map((column) => cells[column.key] ?? '');
}
