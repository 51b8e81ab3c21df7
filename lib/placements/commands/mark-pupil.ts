import { z } from 'zod';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { holdsAny } from '@/lib/core/roles';
import { markInput } from '@/lib/pupils/marker-input';
import { pupilById } from '@/lib/pupils/store';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { openMarkerTasks, placesInConflict } from '../marker-tasks';

const idRow = z.object({ id: uuidColumn });

/** What was marked, and the places that the pupil has against the marker: each has given the officers a task. */
interface Outcome {
  readonly pupilId: string;
  readonly inConflict: readonly { readonly placementId: string; readonly reference: string; readonly firstOn: string; readonly lastOn: string }[];
}

/**
 * Puts a marker on a pupil: not with another pupil, or not at a site, for a span of days. Its reason is for officers and
 * the site. A marker is never refused because of a place that the pupil has; the places in conflict are named at once.
 */
export const markPupil: Command<typeof markInput, Outcome> = {
  name: 'pupil.mark',
  input: markInput,
  handle: async (tx, input) => {
    if (!tx.actor || !holdsAny(tx.actor, ['placement_officer'])) throw notFoundRefusal();
    const pupil = await pupilById(tx, input.pupilId);
    if (!pupil) throw notFoundRefusal();
    const other = input.kind === 'not_with' ? await otherPupil(tx, pupil.id, input.otherReference) : null;
    const site = input.kind === 'not_at' ? await tx.row(idRow, sql`SELECT id FROM site WHERE id = ${input.siteId}::uuid`) : null;
    if (input.kind === 'not_at' && !site) throw invalid('siteId', 'Choose a site');
    // Whoever places either pupil meanwhile waits for the marker, and sees it.
    await tx.execute(sql`SELECT 1 FROM pupil WHERE id = ANY(${[pupil.id, ...(other === null ? [] : [other])]}::uuid[]) ORDER BY id FOR UPDATE`);
    const marker = await tx.row(idRow, sql`
      INSERT INTO pupil_marker (authority_id, pupil_id, kind, other_pupil_id, site_id, reason, first_on, last_on)
      VALUES (${tx.authorityId}, ${pupil.id}::uuid, ${input.kind}, ${other}::uuid, ${site?.id ?? null}::uuid, ${input.reason}, ${input.firstOn}::date, ${input.lastOn}::date)
      RETURNING id`);
    const places = (await placesInConflict(tx, pupil.id)).filter((one) => one.marker_id === marker?.id);
    await openMarkerTasks(tx, pupil.id, places);
    const inConflict = places.map((one) => ({ placementId: one.placementId, reference: one.reference, firstOn: one.first_on, lastOn: one.last_on }));
    return {
      outcome: { pupilId: pupil.id, inConflict },
      audit: { subjectKind: 'pupil', subjectId: pupil.id, pupilId: pupil.id, after: { kind: input.kind, otherPupil: other, site: site?.id ?? null, firstOn: input.firstOn, lastOn: input.lastOn, inConflict: inConflict.map((one) => one.reference) } },
    };
  },
};

async function otherPupil(tx: ReadTx, pupilId: string, reference: string): Promise<string> {
  const found = await tx.row(idRow, sql`SELECT id FROM pupil WHERE upper(reference) = ${reference.replace(/\s+/g, '').toUpperCase()}`);
  if (!found) throw invalid('otherReference', 'No pupil has this reference. Search for the pupil and copy it from their page');
  if (found.id === pupilId) throw invalid('otherReference', 'This is the pupil\u2019s own reference: enter the other pupil\u2019s');
  return found.id;
}
