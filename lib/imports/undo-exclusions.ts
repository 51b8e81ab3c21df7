import { z } from 'zod';
import { conflict } from '@/lib/core/refusal';
import { NOT_TAKEN_BACK } from '@/lib/placements/taken-back';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockPupilsAndSites } from './import-locks';
import { closeReferrals } from './undo-placements';
import type { MadeRow } from './undo-places';

const exclusionRow = z.object({ id: uuidColumn, pupil_id: uuidColumn, reference: textColumn, is_changed: z.boolean() });

/** Withdraws the exclusions of an import, which then never happened; refused when one was talked over, decided, placed or given interim education since. */
export async function undoExclusions(tx: WriteTx, made: readonly MadeRow[], reason: string): Promise<void> {
  const ids = made.filter((one) => one.kind === 'exclusion').map((one) => one.id);
  const look = () => tx.rows(exclusionRow, sql`
    SELECT x.id, x.pupil_id, x.reference,
           x.version <> 1 OR x.state <> 'recorded'
             OR EXISTS (SELECT 1 FROM exclusion_event e WHERE e.authority_id = x.authority_id AND e.exclusion_id = x.id AND e.kind <> 'recorded')
             OR EXISTS (SELECT 1 FROM referral r JOIN placement p ON p.authority_id = r.authority_id AND p.referral_id = r.id
                         WHERE r.authority_id = x.authority_id AND r.exclusion_id = x.id AND ${NOT_TAKEN_BACK})
             OR EXISTS (SELECT 1 FROM referral r LEFT JOIN interim_education i ON i.authority_id = r.authority_id AND i.referral_id = r.id
                         WHERE r.authority_id = x.authority_id AND r.exclusion_id = x.id
                           AND (i.id IS NOT NULL OR r.no_place_note <> '' OR r.next_action <> '' OR r.asked_for <> '')) AS is_changed
      FROM permanent_exclusion x WHERE x.id = ANY(${ids}::uuid[]) ORDER BY x.reference`);
  await lockPupilsAndSites(tx, (await look()).map((one) => one.pupil_id), []);
  const found = await look();
  const changed = found.filter((one) => one.is_changed);
  if (changed.length > 0) {
    throw conflict(
      'Some of these exclusions were worked on since, so nothing was undone. Rescind the exclusions one by one',
      changed.map((one) => `Row ${made.find((at) => at.id === one.id)?.row ?? ''}: exclusion ${one.reference} was changed since the import`),
    );
  }
  await tx.execute(sql`UPDATE permanent_exclusion SET state = 'cancelled', withdrawn_at = ${tx.now}, version = version + 1 WHERE id = ANY(${ids}::uuid[])`);
  await tx.execute(sql`
    INSERT INTO exclusion_event (authority_id, exclusion_id, kind, happened_on, outcome, recorded_by, recorded_at)
    SELECT x.authority_id, x.id, 'cancelled', ${tx.today}::date, ${`The import was undone: ${reason}`}, ${tx.actor?.personId ?? null}::uuid, ${tx.now}
      FROM permanent_exclusion x WHERE x.id = ANY(${ids}::uuid[])`);
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = 'The import was undone', version = version + 1
     WHERE exclusion_id = ANY(${ids}::uuid[]) AND done_at IS NULL`);
  await closeReferrals(tx, made);
}
