import type { Month } from '@/lib/charges/rules/months';
import { invalid } from '@/lib/core/refusal';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { leaveOutInput } from '../input';
import { openVersion } from '../open-version';
import { leaveOutChoices } from '../rules/forum/forum-draft';

/** Leaves out tables or figures besides those that the disclosure control leaves out, to mend a report that gives something away. */
export const leaveOut: Command<typeof leaveOutInput, { month: Month }> = {
  name: 'report.leave_out',
  input: leaveOutInput,
  handle: async (tx, input) => {
    const { actor, own } = await openVersion(tx, input);
    const { tables, figures } = leaveOutChoices(own.figures);
    const known = new Set([...tables, ...figures].map((one) => one.value));
    if (input.leftOut.some((one) => !known.has(one))) throw invalid('leftOut', 'Choose tables and figures of this report. Open the page again');
    await tx.execute(sql`
      UPDATE report_version SET left_out = ${[...input.leftOut]}::text[], state = 'draft', signed_by = NULL, signed_at = NULL,
             drafted_by = ${actor.personId}::uuid, version = version + 1 WHERE id = ${own.id}::uuid`);
    return {
      outcome: { month: own.month },
      audit: { subjectKind: 'report_version', subjectId: own.id, before: { leftOut: own.left_out.length }, after: { month: own.month, version: own.number, leftOut: input.leftOut.length } },
    };
  },
};
