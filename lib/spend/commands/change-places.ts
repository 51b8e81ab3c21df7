import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { entered } from '../entered';
import { changePlacesInput } from '../input';
import { mayKeepSpend } from '../policy';
import { fewestPlaces } from '../rules/place-cost';
import { loadPlaces, loadProviders } from '../store';

/**
 * Records that places are bought or given up at a provider from a day on; those given up are for as long as the others
 * are bought. There are never fewer than none.
 */
export const changePlaces: Command<typeof changePlacesInput, { providerId: string }> = {
  name: 'spend.change_places',
  input: changePlacesInput,
  handle: async (tx, { providerId, boughtBy, change, places, firstOn, source }) => {
    if (!mayKeepSpend(tx.actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM provider WHERE id = ${providerId}::uuid FOR UPDATE`);
    if (!(await loadProviders(tx)).some((one) => one.id === providerId)) throw notFoundRefusal();
    const own = (await loadPlaces(tx, null)).filter((one) => one.providerId === providerId && one.boughtBy === boughtBy);
    const inForce = own.filter((one) => one.firstOn <= firstOn && (one.lastOn === null || one.lastOn >= firstOn));
    const lastOn = change === 'more' || inForce.some((one) => one.lastOn === null) ? null : inForce.flatMap((one) => one.lastOn ?? []).sort().at(-1) ?? null;
    const least = fewestPlaces(own, firstOn, lastOn);
    if (change === 'fewer' && places > least.places) throw invalid('places', `On ${dateInWords(least.on)} there are ${least.places} places to give up: enter that or fewer`);
    const signed = change === 'more' ? places : -places;
    const id = await entered(tx, sql`
      INSERT INTO commissioned_places (authority_id, provider_id, bought_by, places, first_on, last_on, source, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${providerId}::uuid, ${boughtBy}, ${signed}, ${firstOn}::date, ${lastOn}::date, ${source}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    return {
      outcome: { providerId },
      audit: { subjectKind: 'commissioned_places', subjectId: id, reason: source, after: { provider: providerId, paidBy: boughtBy, places: signed, fromOn: firstOn } },
    };
  },
};
