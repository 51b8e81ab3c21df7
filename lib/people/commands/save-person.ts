import { z } from 'zod';
import { changedMeanwhile } from '@/lib/core/changed-meanwhile';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { hashPassword } from '@/lib/server/passwords';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { savePersonInput } from '../input';

const personRow = z.object({ id: uuidColumn, account_id: uuidColumn.nullable(), name: textColumn, email: textColumn, version: z.number() });
type Person = z.output<typeof personRow>;
type Input = z.output<typeof savePersonInput>;

/** Adds a person or corrects name and address, and gives a sign-in when a first password is set. Nobody is deleted: roles end by date. */
export const savePerson: Command<typeof savePersonInput, { personId: string }> = {
  name: 'person.save',
  input: savePersonInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const before = input.personId === null ? null : await lockedPerson(tx, input.personId, input);
    await refuseTaken(tx, input);
    if (before?.account_id && input.password !== '') throw invalid('password', 'This person has a sign-in already. Leave the password empty');
    const accountId = before?.account_id ?? (input.password === '' ? null : await accountFor(tx, input));
    const saved = await tx.row(z.object({ id: uuidColumn }), before === null
      ? sql`INSERT INTO person (authority_id, account_id, name, email) VALUES (${tx.authorityId}, ${accountId}::uuid, ${input.name}, ${input.email}) RETURNING id`
      : sql`UPDATE person SET name = ${input.name}, email = ${input.email}, account_id = ${accountId}::uuid, version = version + 1
             WHERE id = ${before.id}::uuid AND version = ${before.version} RETURNING id`);
    if (!saved) throw notFoundRefusal();
    return {
      outcome: { personId: saved.id },
      audit: { subjectKind: 'person', subjectId: saved.id, before: before && { signIn: before.account_id !== null }, after: { isNew: before === null, signIn: accountId !== null } },
    };
  },
};

async function lockedPerson(tx: WriteTx, id: string, yours: Input): Promise<Person> {
  const row = await tx.row(personRow, sql`SELECT id, account_id, name, email, version FROM person WHERE id = ${id}::uuid FOR UPDATE`);
  if (!row) throw notFoundRefusal();
  if (row.version !== yours.version) throw changedMeanwhile('person', [['Name', row.name, yours.name], ['E-mail address', row.email, yours.email]]);
  return row;
}

async function refuseTaken(tx: WriteTx, input: Input): Promise<void> {
  const other = await tx.row(personRow, sql`SELECT id, account_id, name, email, version FROM person WHERE email = ${input.email}`);
  if (other && other.id !== input.personId) throw invalid('email', `${other.name} has this e-mail address already`);
}

/** The account of the address; one that exists keeps its password. */
async function accountFor(tx: WriteTx, input: Input): Promise<string> {
  const hash = await hashPassword(input.password);
  const account = await tx.row(z.object({ id: uuidColumn }), sql`SELECT account_for_email(${input.email}, ${hash}) AS id`);
  if (!account) throw notFoundRefusal();
  const holder = await tx.row(z.object({ name: textColumn }), sql`SELECT name FROM person WHERE account_id = ${account.id}::uuid`);
  if (holder) throw invalid('email', `The sign-in of this address belongs to ${holder.name}`);
  return account.id;
}
