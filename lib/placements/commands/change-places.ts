import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { type Actor, holdsAny } from '@/lib/core/roles';
import { type KeptSite, loadSites } from '@/lib/providers/store';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { changePlacesInput, closeDaysInput, reopenDaysInput } from '../capacity-input';
import { guarded } from '../change';
import { placesCut } from '../places-cut';
import { runsProvider } from '../policy';

type Outcome = { siteId: string; slug: string };

function mayRun(actor: Actor | null, site: KeptSite): boolean {
  return runsProvider(actor, site.provider_id) || (actor !== null && holdsAny(actor, ['administrator']));
}

async function lockedSite(tx: WriteTx, siteId: string): Promise<KeptSite> {
  await tx.execute(sql`SELECT 1 FROM site WHERE id = ${siteId}::uuid FOR UPDATE`);
  const site = (await loadSites(tx)).find((one) => one.id === siteId);
  if (!site || !mayRun(tx.actor, site)) throw notFoundRefusal();
  return site;
}

/**
 * A dated change in the number of places of one kind. A cut below what is taken is refused with the days and the
 * pupils' placements in the way, until they move or over-number is authorised.
 */
export const changePlaces: Command<typeof changePlacesInput, Outcome> = {
  name: 'site.change_places',
  input: changePlacesInput,
  handle: async (tx, input) => {
    const site = await lockedSite(tx, input.siteId);
    if (input.effectiveOn < tx.today) throw invalid('effectiveOn', 'First day with the new number must be today or later: what was is kept as it was');
    const cut = await placesCut(tx, site, input);
    if (cut) throw conflict(`${cut.words}. Move these pupils, end their places or have over-number authorised first`, cut.lines);
    await guarded(() => tx.execute(sql`
      INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${site.id}::uuid, ${input.kind}, ${input.effectiveOn}::date, ${input.places}, ${input.reason}, ${tx.actor?.personId ?? null}::uuid, ${tx.now})`));
    return {
      outcome: { siteId: site.id, slug: site.slug },
      audit: { subjectKind: 'site', subjectId: site.id, after: { kind: input.kind, effectiveOn: input.effectiveOn, places: input.places }, reason: input.reason },
    };
  },
};

/** Days on which the site is shut: no school days of the site, and the end of no placement. */
export const closeDays: Command<typeof closeDaysInput, Outcome> = {
  name: 'site.close_days',
  input: closeDaysInput,
  handle: async (tx, input) => {
    const site = await lockedSite(tx, input.siteId);
    if (site.closures.some((closure) => closure.firstOn <= input.lastOn && closure.lastOn >= input.firstOn)) throw invalid('firstOn', 'The site is already recorded as closed on some of these days');
    await tx.execute(sql`
      INSERT INTO site_closure (authority_id, site_id, first_on, last_on, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${site.id}::uuid, ${input.firstOn}::date, ${input.lastOn}::date, ${input.closedBecause}, ${tx.actor?.personId ?? null}::uuid, ${tx.now})`);
    return {
      outcome: { siteId: site.id, slug: site.slug },
      audit: { subjectKind: 'site', subjectId: site.id, after: { closedFrom: input.firstOn, closedTo: input.lastOn }, reason: input.closedBecause },
    };
  },
};

/** Withdraws a closure that will not happen after all; its row stays, marked. */
export const reopenDays: Command<typeof reopenDaysInput, Outcome> = {
  name: 'site.reopen_days',
  input: reopenDaysInput,
  handle: async (tx, input) => {
    const site = await lockedSite(tx, input.siteId);
    const withdrawn = await tx.execute(sql`UPDATE site_closure SET withdrawn_at = ${tx.now} WHERE id = ${input.closureId}::uuid AND site_id = ${site.id}::uuid AND withdrawn_at IS NULL`);
    if (withdrawn === 0) throw conflict('This closure was withdrawn already');
    return { outcome: { siteId: site.id, slug: site.slug }, audit: { subjectKind: 'site', subjectId: site.id, after: { reopened: input.closureId } } };
  },
};
