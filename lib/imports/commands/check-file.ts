import { mayAdminister } from '@/lib/core/roles';
import { notFoundRefusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { newFormKey } from '@/lib/server/random';
import { sql } from '@/lib/server/unit-of-work';
import { checkFileInput } from '../input';
import { runImport } from '../run-import';
import { insertUpload } from '../store';

/** Checks a file by importing it and rolling that back, then keeps the file with its report. Nothing of it is on record afterwards. */
export const checkFile: Command<typeof checkFileInput, { uploadId: string }> = {
  name: 'import.check',
  input: checkFileInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const uploadId = newFormKey();
    await tx.execute(sql`SAVEPOINT import_check`);
    const { report } = await runImport(tx, uploadId, input.kind, input.content);
    await tx.execute(sql`ROLLBACK TO SAVEPOINT import_check`);
    await tx.execute(sql`RELEASE SAVEPOINT import_check`);
    await insertUpload(tx, { id: uploadId, kind: input.kind, fileName: input.fileName, fileHash: input.fileHash, encoding: input.encoding, content: input.content, report });
    return {
      outcome: { uploadId },
      audit: { subjectKind: 'import', subjectId: uploadId, after: { kind: input.kind, hash: input.fileHash, rows: report.rowsRead, rejected: report.rejected } },
    };
  },
};
