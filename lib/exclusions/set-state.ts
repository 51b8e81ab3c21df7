import type { CalendarDate } from '@/lib/core/calendar-date';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { ExclusionRecord } from './store';

/** Writes the new state of a locked exclusion and the event that says why. Events are never altered. */
export async function setExclusionState(
  tx: WriteTx, exclusion: ExclusionRecord,
  event: { readonly kind: 'upheld' | 'reinstated' | 'cancelled'; readonly happenedOn: CalendarDate; readonly outcome: string },
): Promise<void> {
  await tx.execute(sql`UPDATE permanent_exclusion SET state = ${event.kind}, version = version + 1 WHERE id = ${exclusion.id}::uuid AND version = ${exclusion.version}`);
  await tx.execute(sql`
    INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, outcome, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${exclusion.id}::uuid, ${event.kind}, ${event.happenedOn}::date, ${event.outcome}, ${tx.actor?.personId ?? null}::uuid, ${tx.now})`);
}
