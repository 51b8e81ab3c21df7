import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';
import { writeAudit } from './audit';
import { clockFor } from './clock';
import { dateColumn } from './columns';
import { db } from './db';
import { writeUnit } from './unit-of-work';

const personRow = z.object({ authority_id: z.string(), person_id: z.string(), demonstration_today: dateColumn.nullable() });

/**
 * What somebody did with a sign-in, in the audit of every authority where it has a person. A refused try has no actor:
 * who made it is not known. An address that nobody has leaves no line.
 */
export async function auditOfAccount(email: string, act: 'session.sign_in' | 'session.change_password', outcome: 'done' | 'refused'): Promise<void> {
  const people = (await db().$queryRaw<unknown[]>(Prisma.sql`SELECT * FROM people_of_email(${email})`)).map((one) => personRow.parse(one));
  for (const one of people) {
    const caller = { authorityId: one.authority_id, actor: outcome === 'done' ? { personId: one.person_id, name: '', email, roles: [] } : null, clock: clockFor(one.demonstration_today) };
    await writeUnit(caller, (tx) => writeAudit(tx, outcome, { act, subjectKind: 'person', subjectId: one.person_id }));
  }
}
