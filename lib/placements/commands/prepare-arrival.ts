import type { z } from 'zod';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { londonInstant } from '@/lib/core/calendar-date';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { applyChange } from '../change';
import { toldInput, transportInput } from '../input';
import { loadForChange, type LoadedChange } from '../load-change';
import { mayAnswerFor } from '../policy';
import { recordsOfStart, START_RECORDS_CLOSED } from '../rules/states';

type Outcome = { placementId: string };

function refuseWhenOver({ row }: LoadedChange): void {
  if (recordsOfStart(row.state) === null) throw conflict(START_RECORDS_CLOSED);
}

/** Parents were told where and when to come: 48 hours before education starts (R21). A later telling is kept as it was, also after the start. */
export const tellParents: Command<typeof toldInput, Outcome> = {
  name: 'placement.tell_parents',
  input: toldInput,
  handle: async (tx, input: z.output<typeof toldInput>) => {
    const loaded = await loadForChange(tx, input.placementId, input.version);
    if (!mayAnswerFor(tx.actor, loaded.site.provider_id)) throw notFoundRefusal();
    refuseWhenOver(loaded);
    if (input.toldOn > tx.today) throw invalid('toldOn', 'Date parents were told must be today or earlier');
    const toldAt = londonInstant(input.toldOn, input.toldAt);
    await applyChange(tx, loaded.row, { parents_told_at: toldAt }, { act: 'tell_parents', actId: newFormKey() });
    return { outcome: { placementId: loaded.row.id }, audit: { subjectKind: 'placement', subjectId: loaded.row.id, pupilId: loaded.row.pupil_id, after: { parentsToldAt: toldAt } } };
  },
};

/** Transport was booked, or none is needed. */
export const bookTransport: Command<typeof transportInput, Outcome> = {
  name: 'placement.book_transport',
  input: transportInput,
  handle: async (tx, input: z.output<typeof transportInput>) => {
    const loaded = await loadForChange(tx, input.placementId, input.version);
    if (!mayAnswerFor(tx.actor, loaded.site.provider_id)) throw notFoundRefusal();
    refuseWhenOver(loaded);
    if (input.bookedOn > tx.today) throw invalid('bookedOn', 'Date booked must be today or earlier');
    await applyChange(tx, loaded.row, { transport: input.transport, transport_booked_on: input.bookedOn }, { act: 'book_transport', actId: newFormKey() });
    return { outcome: { placementId: loaded.row.id }, audit: { subjectKind: 'placement', subjectId: loaded.row.id, pupilId: loaded.row.pupil_id, after: { transport: input.transport, bookedOn: input.bookedOn } } };
  },
};
