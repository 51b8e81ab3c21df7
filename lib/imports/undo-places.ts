import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { conflict } from '@/lib/core/refusal';
import { guarded } from '@/lib/placements/change';
import { placesCut } from '@/lib/placements/places-cut';
import { loadSites } from '@/lib/providers/store';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockPupilsAndSites } from './import-locks';
import { type PlacesOnRecord, placesWithout } from './rules/decide';
import { placeEventsOf } from './store';

/** A record that a row of the import made. */
export interface MadeRow {
  readonly row: number;
  readonly kind: string;
  readonly id: string;
}

const siteOf = z.object({ site_id: uuidColumn });

/** Adds, for each dated number of an import, an event with the number that held before; refused when a later entry stands for the same days. */
export async function undoPlaces(tx: WriteTx, made: readonly MadeRow[], reason: string): Promise<void> {
  const ids = new Set(made.filter((one) => one.kind === 'places').map((one) => one.id));
  const sites = await tx.rows(siteOf, sql`SELECT DISTINCT site_id FROM site_places WHERE id = ANY(${[...ids]}::uuid[])`);
  await lockPupilsAndSites(tx, [], sites.map((one) => one.site_id));
  const all = await placeEventsOf(tx, sites.map((one) => one.site_id));
  const ours = all.filter((event) => ids.has(event.id));
  const changed = ours.filter((event) => all.some((other) =>
    !ids.has(other.id) && other.siteId === event.siteId && other.placeKind === event.placeKind && other.effectiveOn === event.effectiveOn && other.entry > event.entry));
  if (changed.length > 0) {
    throw conflict(
      'Some of these numbers were changed since, so nothing was undone. Change the places at the site instead',
      changed.map((event) => `Row ${made.find((at) => at.id === event.id)?.row ?? ''}: the places from ${dateInWords(event.effectiveOn)} were changed since the import`),
    );
  }
  // The latest day first, so that what comes after a day is already back when the day itself is judged.
  for (const event of [...ours].sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))) {
    const places = placesWithout(event, all, ids);
    await refuseCut(tx, made, event, places);
    await guarded(() => tx.execute(sql`
      INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, source, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${event.siteId}::uuid, ${event.placeKind}, ${event.effectiveOn}::date, ${places},
              ${`The import was undone: ${reason}`}, 'Import undone', ${tx.actor?.personId ?? null}::uuid, ${tx.now})`));
  }
}

/** Pupils may have taken places that the import gave. */
async function refuseCut(tx: WriteTx, made: readonly MadeRow[], event: PlacesOnRecord, places: number): Promise<void> {
  const site = (await loadSites(tx)).find((one) => one.id === event.siteId);
  const cut = site ? await placesCut(tx, site, { kind: event.placeKind, effectiveOn: event.effectiveOn, places }) : null;
  if (!site || !cut) return;
  throw conflict(
    `Without row ${made.find((at) => at.id === event.id)?.row ?? ''} of the import, at ${site.name} ${cut.words}, so nothing was undone. Move these pupils, end their places or have over-number authorised first`,
    cut.lines,
  );
}
