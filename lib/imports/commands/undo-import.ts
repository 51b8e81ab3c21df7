import { mayAdminister } from '@/lib/core/roles';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { lockImports } from '../import-locks';
import { undoImportInput } from '../input';
import { batchById, type BatchRow, rowsOfBatch } from '../store';
import { undoExclusions } from '../undo-exclusions';
import { undoPlacements } from '../undo-placements';
import { undoPlaces } from '../undo-places';
import type { MadeRow } from '../undo-places';
import { undoRolls } from '../undo-rolls';

/**
 * Takes an import's effect back by further entries: its placements are cancelled, its exclusions withdrawn, its numbers of places
 * give way to those that held before, and pupils go back to the school roll they were on. Refused whole when one of them was changed since. Pupils stay on record.
 */
export const undoImport: Command<typeof undoImportInput, { batchId: string }> = {
  name: 'import.undo',
  input: undoImportInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    await lockImports(tx);
    const batch = await batchById(tx, input.batchId);
    if (!batch) throw notFoundRefusal();
    if (batch.undone_at !== null) throw conflict(`This import was undone already${batch.undone_by_name === null ? '' : ` by ${batch.undone_by_name}`}. Nothing was changed now`);
    const made = (await rowsOfBatch(tx, batch.id)).filter((row) => row.was_created);
    const records = made.map((row) => ({ row: row.row_number, kind: row.subject_kind, id: row.subject_id }));
    await undo(tx, batch, records, input.reason);
    const rollsKept = await undoRolls(tx, records);
    await tx.execute(sql`UPDATE import_batch SET undone_at = ${tx.now}, undone_by = ${tx.actor.personId}::uuid, undo_reason = ${input.reason} WHERE id = ${batch.id}::uuid AND undone_at IS NULL`);
    return { outcome: { batchId: batch.id }, audit: { subjectKind: 'import', subjectId: batch.id, after: { undone: batch.rows_created, ...(rollsKept > 0 ? { rollsKept } : {}) }, reason: input.reason } };
  },
};

function undo(tx: WriteTx, batch: BatchRow, made: readonly MadeRow[], reason: string): Promise<void> {
  switch (batch.kind) {
    case 'placements': return undoPlacements(tx, batch.id, made, reason);
    case 'exclusions': return undoExclusions(tx, made, reason);
    case 'places': return undoPlaces(tx, made, reason);
  }
}
