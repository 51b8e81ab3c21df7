import { loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { loadSites } from '@/lib/providers/store';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { endOverNumberInput } from '../capacity-input';
import { guarded } from '../change';
import { daysInTheWay } from '../days-in-the-way';
import { mayPlace } from '../policy';
import { siteOccupancy } from '../room';
import { daysOverPlaces } from '../rules/capacity';
import { loadPlacements } from '../store';

/**
 * Ends an authorisation of places over number from a day on, or withdraws one that has not begun. Refused with the
 * days and placements in the way while pupils still need the places.
 */
export const endOverNumber: Command<typeof endOverNumberInput, { slug: string }> = {
  name: 'site.end_over_number',
  input: endOverNumberInput,
  handle: async (tx, input) => {
    if (!mayPlace(tx.actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM site WHERE id = ${input.siteId}::uuid FOR UPDATE`);
    const site = (await loadSites(tx)).find((one) => one.id === input.siteId);
    const standing = site?.overNumber.find((one) => one.id === input.overNumberId);
    if (!site || !standing) throw notFoundRefusal();
    if (input.lastOn < addDays(tx.today, -1)) throw invalid('lastOn', 'Last day must be yesterday or later: what was is kept as it was');
    if (standing.lastOn !== null && input.lastOn >= standing.lastOn) throw invalid('lastOn', `The authorisation ends on ${dateInWords(standing.lastOn)} already: enter an earlier day`);
    const lastOn = maxDate(input.lastOn, addDays(standing.firstOn, -1));
    const left = { ...site, overNumber: site.overNumber.map((one) => (one.id === standing.id ? { ...one, lastOn } : one)) };
    await refuseWhileNeeded(tx, left, addDays(lastOn, 1), standing.lastOn);
    await guarded(() => tx.execute(sql`
      UPDATE over_number SET last_on = ${lastOn}::date, ended_reason = ${input.endedBecause}, version = version + 1 WHERE id = ${standing.id}::uuid`));
    return {
      outcome: { slug: site.slug },
      audit: { subjectKind: 'site', subjectId: site.id, before: { overNumber: standing.id, lastOn: standing.lastOn }, after: { overNumber: standing.id, lastOn }, reason: input.endedBecause },
    };
  },
};

const FAR = '2199-12-31' as CalendarDate;

async function refuseWhileNeeded(tx: Parameters<typeof endOverNumber.handle>[0], site: Parameters<typeof siteOccupancy>[1], from: CalendarDate, to: CalendarDate | null): Promise<void> {
  const placements = await loadPlacements(tx, from, to ?? FAR, { siteId: site.id });
  const over = daysOverPlaces(siteOccupancy(await loadCalendars(tx), site, placements, from, to ?? FAR));
  if (over.length > 0) throw conflict('Pupils still need these places. Move them or end their places first', await daysInTheWay(tx, over));
}
