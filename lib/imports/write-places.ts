import { z } from 'zod';
import { placesCut } from '@/lib/placements/places-cut';
import { loadSites } from '@/lib/providers/store';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockPupilsAndSites } from './import-locks';
import { OutcomeList, type RowOutcomes } from './row-outcome';
import { inSavepoint } from './row-savepoint';
import { decidePlaces } from './rules/decide';
import { readPlaces } from './rules/places-rows';
import { Repeats } from './rules/repeats';
import { problemAt } from './rules/row-reader';
import { placeEventsOf } from './store';
import type { FileRow, FromRow, KnownWords, PlacesFact } from './types';

const made = z.object({ id: uuidColumn });

/** Writes the dated numbers of places of a file. The database refuses a number below what is taken. */
export async function writePlaces(tx: WriteTx, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  const read = readPlaces(rows, known);
  const siteIds = read.facts.map(({ fact }) => fact.siteId);
  await lockPupilsAndSites(tx, [], siteIds);
  const list = new OutcomeList(read);
  const onRecord = await placeEventsOf(tx, siteIds);
  const repeats = new Repeats('places', 'from');
  // In the order of their days, so that a cut is judged with the numbers before it in place.
  for (const one of [...read.facts].sort((a, b) => (a.fact.effectiveOn === b.fact.effectiveOn ? a.row.row - b.row.row : a.fact.effectiveOn < b.fact.effectiveOn ? -1 : 1))) {
    const { row, fact } = one;
    const seen = repeats.look(row, [fact.siteId, fact.placeKind, fact.effectiveOn].join(' '), String(fact.places));
    const decision = decidePlaces(fact, onRecord);
    if (typeof seen === 'object') list.refuse(seen);
    else if (decision.kind === 'unchanged') list.keep(row, { subjectKind: 'places', subjectId: decision.subjectId });
    else if (seen === 'same') list.repeat(row);
    else await create(tx, one, known, list);
  }
  return list.all();
}

async function create(tx: WriteTx, { row, fact }: FromRow<PlacesFact>, known: KnownWords, list: OutcomeList): Promise<void> {
  const siteName = known.sites.find((site) => site.id === fact.siteId)?.name ?? '';
  const result = await inSavepoint(tx, siteName, () => tx.row(made, sql`
    INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, source, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${fact.siteId}::uuid, ${fact.placeKind}, ${fact.effectiveOn}::date, ${fact.places}, ${fact.reason}, 'Import',
            ${tx.actor?.personId ?? null}::uuid, ${tx.now})
    RETURNING id`));
  if ('refused' in result) {
    const { key, problem, toDo } = result.refused;
    const site = (await loadSites(tx)).find((one) => one.id === fact.siteId);
    const cut = site ? await placesCut(tx, site, { kind: fact.placeKind, effectiveOn: fact.effectiveOn, places: fact.places }) : null;
    list.refuse(problemAt('places', row, key, cut ? `At ${siteName} ${cut.words}` : problem, toDo, cut?.lines));
  }
  else if (result.value) list.make(row, [{ subjectKind: 'places', subjectId: result.value.id }]);
}
