import { z } from 'zod';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { loadSites } from '@/lib/providers/store';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { overNumberInput } from '../capacity-input';
import { guarded } from '../change';
import { refuseMarked } from '../markers';
import { mayPlace } from '../policy';

const made = z.object({ id: z.string() });
const waitingRow = z.object({ pupil_id: uuidColumn });

interface Outcome {
  readonly referralId: string;
  readonly overNumberId: string;
  readonly siteSlug: string;
  readonly kind: string;
  readonly firstOn: string;
  readonly lastOn: string;
}

/** Authorises places above a site's number for a span of days, with who agreed on both sides and why. Shown wherever the site's places are. */
export const authoriseOverNumber: Command<typeof overNumberInput, Outcome> = {
  name: 'site.authorise_over_number',
  input: overNumberInput,
  handle: async (tx, input) => {
    const { actor } = tx;
    if (!mayPlace(actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM site WHERE id = ${input.siteId}::uuid FOR UPDATE`);
    const site = (await loadSites(tx)).find((one) => one.id === input.siteId);
    if (!site) throw invalid('siteId', 'Choose a site');
    if (input.firstOn < tx.today) throw invalid('firstOn', 'First day must be today or later');
    const waiting = await tx.row(waitingRow, sql`SELECT pupil_id FROM referral WHERE id = ${input.referralId}::uuid`);
    if (waiting) await refuseMarked(tx, { pupilId: waiting.pupil_id, siteId: site.id, firstOn: input.firstOn, lastOn: input.lastOn });
    if (site.closed_on !== null && input.lastOn >= site.closed_on) throw conflict(`${site.name} is not open on all of these days`);
    const row = await guarded(() => tx.row(made, sql`
      INSERT INTO over_number (authority_id, site_id, kind, places, first_on, last_on, agreed_by_site, authorised_by, reason, recorded_by, recorded_at)
      VALUES (${tx.authorityId}, ${site.id}::uuid, ${input.kind}, ${input.places}, ${input.firstOn}::date, ${input.lastOn}::date, ${input.agreedBySite},
              ${input.authorisedBy}, ${input.reason}, ${actor.personId}::uuid, ${tx.now})
      RETURNING id`));
    if (!row) throw conflict('The authorisation could not be saved');
    return {
      outcome: { referralId: input.referralId, overNumberId: row.id, siteSlug: site.slug, kind: input.kind, firstOn: input.firstOn, lastOn: input.lastOn },
      audit: {
        subjectKind: 'site', subjectId: site.id, after: { overNumber: input.places, kind: input.kind, firstOn: input.firstOn, lastOn: input.lastOn }, reason: input.reason,
      },
    };
  },
};
