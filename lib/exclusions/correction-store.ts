import { z } from 'zod';
import { instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { type Change, changesInWords } from './rules/corrections';

const correctionRow = z.object({
  id: uuidColumn, exclusion_id: uuidColumn.nullable(), reason: textColumn, by: textColumn.nullable(), recorded_at: instantColumn,
  changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
});

/** A correction as histories show it. */
export interface CorrectionLine {
  readonly id: string;
  readonly exclusionId: string | null;
  /** What was changed, and why. */
  readonly words: string;
  readonly by: string | null;
  readonly recordedAt: Date;
}

/** Every correction of a pupil's details and exclusions, latest first. */
export async function correctionsOf(tx: ReadTx, pupilId: string): Promise<CorrectionLine[]> {
  const rows = await tx.rows(correctionRow, sql`
    SELECT c.id, c.exclusion_id, c.reason, c.changes, c.recorded_at, n.name AS by
      FROM correction c LEFT JOIN person n ON n.authority_id = c.authority_id AND n.id = c.recorded_by
     WHERE c.pupil_id = ${pupilId}::uuid ORDER BY c.recorded_at DESC, c.id`);
  return rows.map((row) => ({
    id: row.id, exclusionId: row.exclusion_id, by: row.by, recordedAt: row.recorded_at, words: `${changesInWords(row.changes)}. Why: ${row.reason}`,
  }));
}

export async function insertCorrection(
  tx: WriteTx, one: { readonly pupilId: string; readonly exclusionId: string | null; readonly reason: string; readonly changes: readonly Change[] },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO correction (authority_id, pupil_id, exclusion_id, reason, changes, recorded_by, recorded_at)
    VALUES (${tx.authorityId}, ${one.pupilId}::uuid, ${one.exclusionId}::uuid, ${one.reason}, ${JSON.stringify(one.changes)}::jsonb,
            ${tx.actor?.personId ?? null}::uuid, ${tx.now})`);
}
