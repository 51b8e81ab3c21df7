import { mayAdminister } from '@/lib/core/roles';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { commitImportInput } from '../input';
import { lockImports } from '../import-locks';
import type { WrittenSubject } from '../row-outcome';
import { type ImportRun, runImport } from '../run-import';
import { headerOf } from '../rules/columns';
import { batchById, uploadById, type UploadRow } from '../store';
import type { ImportReport, RowProblem } from '../types';

const SHOWN = 10;

/** Imports a checked file, all of it or nothing, in one transaction; what changed since the check is found again. */
export const commitImport: Command<typeof commitImportInput, { batchId: string }> = {
  name: 'import.commit',
  input: commitImportInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    await lockImports(tx);
    const batch = await batchById(tx, input.uploadId);
    if (batch) throw conflict(`This file is imported already${batch.imported_by_name === null ? '' : ` by ${batch.imported_by_name}`}. Nothing was imported now`);
    const upload = await uploadById(tx, input.uploadId);
    if (!upload) throw notFoundRefusal();
    const { report, outcomes } = await runOnce(tx, upload);
    if (report.problems.length > 0) {
      throw conflict(`${hasLostPlace(report) ? 'A place that the file needs has gone since it was checked' : 'Something changed since the file was checked'}, so nothing was imported. Mend the rows below and upload the file again`, report.problems.slice(0, SHOWN).map(inOneLine));
    }
    await tx.execute(sql`
      INSERT INTO import_batch (authority_id, id, kind, file_name, file_hash, encoding, rows_read, rows_created, rows_unchanged, rows_repeated, imported_by, imported_at)
      VALUES (${tx.authorityId}, ${upload.id}::uuid, ${upload.kind}, ${upload.file_name}, ${upload.file_hash}, ${upload.encoding}, ${report.rowsRead},
              ${report.created}, ${report.unchanged}, ${report.repeated}, ${tx.actor.personId}::uuid, ${tx.now})`);
    await keepRows(tx, upload.id, outcomes.written);
    await tx.execute(sql`DELETE FROM import_upload WHERE id = ${upload.id}::uuid`);
    return {
      outcome: { batchId: upload.id },
      audit: { subjectKind: 'import', subjectId: upload.id, after: { kind: upload.kind, created: report.created, unchanged: report.unchanged } },
    };
  },
};

function hasLostPlace({ problems }: ImportReport): boolean {
  return problems.some((one) => one.column === headerOf('placements', 'site') && one.lines !== undefined);
}

function inOneLine({ row, column, problem, lines = [], toDo }: RowProblem): string {
  return `Row ${row}${column === '' ? '' : `, ${column}`}: ${[problem, ...lines, toDo].join('. ')}`;
}

/** Somebody may record the same UPN in the moment between matching and writing. */
async function runOnce(tx: WriteTx, upload: UploadRow): Promise<ImportRun> {
  try {
    return await runImport(tx, upload.id, upload.kind, upload.content);
  } catch (thrown) {
    if (sqlErrorIn(thrown)?.sqlState === '23505') throw conflict('Somebody recorded one of these pupils while the file was imported, so nothing was imported. Upload the file again');
    throw thrown;
  }
}

async function keepRows(tx: WriteTx, importId: string, written: readonly WrittenSubject[]): Promise<void> {
  const rows = written.map((one) => ({ row_number: one.row.row, raw: one.row.cells, subject_kind: one.subjectKind, subject_id: one.subjectId, was_created: one.wasCreated }));
  await tx.execute(sql`
    INSERT INTO import_row (authority_id, import_id, row_number, raw, subject_kind, subject_id, was_created)
    SELECT ${tx.authorityId}, ${importId}::uuid, r.row_number, r.raw, r.subject_kind, r.subject_id, r.was_created
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(row_number integer, raw jsonb, subject_kind text, subject_id uuid, was_created boolean)`);
}
