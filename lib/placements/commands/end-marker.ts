import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal, stale } from '@/lib/core/refusal';
import { holdsAny } from '@/lib/core/roles';
import { endMarkerInput } from '@/lib/pupils/marker-input';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { settleMarkerTasks } from '../marker-tasks';

const markerRow = z.object({
  id: uuidColumn, pupil_id: uuidColumn, other_pupil_id: uuidColumn.nullable(), kind: textColumn, first_on: dateColumn, last_on: dateColumn.nullable(), version: z.number(),
});

/** Gives a marker a last day, with the reason. It no longer keeps the pupil from a site after that day, and stays in the history. */
export const endMarker: Command<typeof endMarkerInput, { pupilId: string }> = {
  name: 'pupil.end_marker',
  input: endMarkerInput,
  handle: async (tx, input) => {
    const { actor } = tx;
    if (!actor || !holdsAny(actor, ['placement_officer'])) throw notFoundRefusal();
    const marker = await tx.row(markerRow, sql`
      SELECT id, pupil_id, other_pupil_id, kind, first_on, last_on, version FROM pupil_marker
       WHERE id = ${input.markerId}::uuid AND ${input.pupilId}::uuid IN (pupil_id, other_pupil_id) FOR UPDATE`);
    if (!marker) throw notFoundRefusal();
    if (marker.version !== input.version) throw stale('Somebody changed this marker while you had the page open. Open the pupil again to see how it stands');
    if (marker.last_on !== null && marker.last_on <= tx.today) throw conflict(`The last day of this marker is ${dateInWords(marker.last_on)}: nothing is left to end`);
    if (input.lastOn < marker.first_on) throw invalid('lastOn', `Last day must be ${dateInWords(marker.first_on)}, the first day of the marker, or later`);
    if (marker.last_on !== null && input.lastOn > marker.last_on) throw invalid('lastOn', `The marker ends on ${dateInWords(marker.last_on)} already: choose that day or an earlier one`);
    await tx.execute(sql`
      UPDATE pupil_marker SET last_on = ${input.lastOn}::date, end_reason = ${input.endReason}, ended_by = ${actor.personId}::uuid, ended_at = ${tx.now}, version = version + 1
       WHERE id = ${marker.id}::uuid`);
    await settleMarkerTasks(tx, 'The marker was ended');
    return {
      outcome: { pupilId: input.pupilId },
      audit: [marker.pupil_id, marker.other_pupil_id].filter((id) => id !== null).map((pupilId) => ({
        subjectKind: 'pupil', subjectId: pupilId, pupilId, before: { kind: marker.kind, firstOn: marker.first_on, lastOn: marker.last_on }, after: { lastOn: input.lastOn },
        reason: input.endReason,
      })),
    };
  },
};
