import type { Month } from '@/lib/charges/rules/months';
import { conflict } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { writeReportInput } from '../input';
import { openVersion } from '../open-version';

/** Saves the officer's words. A report that was signed off is a draft again: what is published is what was signed. */
export const writeReport: Command<typeof writeReportInput, { month: Month }> = {
  name: 'report.write',
  input: writeReportInput,
  handle: async (tx, input) => {
    const { actor, own } = await openVersion(tx, input);
    const { reportId: _id, version: _version, note, ...words } = input;
    if (own.number === 1 && note !== '') throw conflict('The first version corrects nothing. Leave the note empty');
    await tx.execute(sql`
      UPDATE report_version SET words = ${JSON.stringify(words)}::jsonb, note = ${note}, state = 'draft', signed_by = NULL, signed_at = NULL,
             drafted_by = ${actor.personId}::uuid, version = version + 1 WHERE id = ${own.id}::uuid`);
    return { outcome: { month: own.month }, audit: { subjectKind: 'report_version', subjectId: own.id, before: { state: own.state }, after: { month: own.month, version: own.number, state: 'draft' } } };
  },
};
