import { z } from 'zod';
import { changedMeanwhile } from '@/lib/core/changed-meanwhile';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { endRoleInput } from '../input';

const roleRow = z.object({ id: uuidColumn, person_id: uuidColumn, role: textColumn, first_on: dateColumn, last_on: dateColumn.nullable(), version: z.number() });

/** Ends a role on a day; the row stays, so that what was done under it can be understood. */
export const endRole: Command<typeof endRoleInput, { personId: string }> = {
  name: 'role.end',
  input: endRoleInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const row = await tx.row(roleRow, sql`SELECT id, person_id, role, first_on, last_on, version FROM role_assignment WHERE id = ${input.roleId}::uuid FOR UPDATE`);
    if (!row) throw notFoundRefusal();
    if (row.version !== input.version) throw changedMeanwhile('role', [['Last day of the role', row.last_on, input.endsOn]]);
    if (input.endsOn < row.first_on) throw invalid('endsOn', `Last day of the role must be ${dateInWords(row.first_on)}, its first day, or later`);
    if (row.role === 'administrator') await refuseLastAdministrator(tx, row.id, input.endsOn);
    await tx.execute(sql`UPDATE role_assignment SET last_on = ${input.endsOn}::date, version = version + 1 WHERE id = ${row.id}::uuid AND version = ${row.version}`);
    return {
      outcome: { personId: row.person_id },
      audit: { subjectKind: 'role', subjectId: row.id, before: { lastOn: row.last_on }, after: { role: row.role, lastOn: input.endsOn } },
    };
  },
};

/** Somebody must be able to mend what is wrong the day after. */
async function refuseLastAdministrator(tx: WriteTx, roleId: string, lastOn: string): Promise<void> {
  // One end of an administrator's role at a time.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`administrators ${tx.authorityId}`}, 0))`);
  const others = await tx.row(z.object({ n: z.coerce.number() }), sql`
    SELECT count(*) AS n FROM role_assignment r JOIN person p ON p.authority_id = r.authority_id AND p.id = r.person_id
     WHERE r.role = 'administrator' AND r.id <> ${roleId}::uuid AND p.account_id IS NOT NULL
       AND r.first_on <= ${lastOn}::date + 1 AND (r.last_on IS NULL OR r.last_on > ${lastOn}::date)`);
  if ((others?.n ?? 0) === 0) throw conflict('After this day nobody with a sign-in would be administrator. Give somebody else the role first');
}
