import { z } from 'zod';
import { invalid, notFoundRefusal, stale } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { hashPassword } from '@/lib/server/passwords';
import { sql } from '@/lib/server/unit-of-work';
import { givePasswordInput } from '../input';

const personRow = z.object({ id: uuidColumn, name: textColumn, version: z.number() });

/**
 * Gives a person who has a sign-in a new password. All their sessions end, and they choose their own at the next sign-in.
 * Where the sign-in opened another authority too, it opens this one only until that one's administrator gives it again (decision 9).
 */
export const givePassword: Command<typeof givePasswordInput, { personId: string }> = {
  name: 'person.give_password',
  input: givePasswordInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const person = await tx.row(personRow, sql`SELECT id, name, version FROM person WHERE id = ${input.personId}::uuid FOR UPDATE`);
    if (!person) throw notFoundRefusal();
    if (person.version !== input.version) throw stale('Somebody changed this person while you had the page open. Enter the password again');
    if (person.id === tx.actor.personId) throw invalid('newPassword', 'Change your own password on the page Your password, under your name at the top');
    const result = await tx.row(z.object({ is: z.enum(['given', 'given_here_only', 'no_sign_in']) }), sql`SELECT give_password(${person.id}::uuid, ${await hashPassword(input.newPassword)}) AS is`);
    if (!result || result.is === 'no_sign_in') throw invalid('newPassword', 'This person has no sign-in yet. Enter a first password above');
    await tx.execute(sql`UPDATE person SET version = version + 1 WHERE id = ${person.id}::uuid`);
    return { outcome: { personId: person.id }, audit: { subjectKind: 'person', subjectId: person.id, after: { newPassword: true, ...(result.is === 'given_here_only' ? { opensHereOnly: true } : {}) } } };
  },
};
