import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { joinPartnershipInput, leavePartnershipInput } from '../input';

const partnershipRow = z.object({ id: uuidColumn, slug: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });

/** A school joins a partnership from a day on. The database refuses a second membership of a phase on the same days. */
export const joinPartnership: Command<typeof joinPartnershipInput, { slug: string }> = {
  name: 'partnership.join',
  input: joinPartnershipInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const partnership = await tx.row(partnershipRow, sql`SELECT id, slug, first_on, last_on FROM partnership WHERE id = ${input.partnershipId}::uuid FOR UPDATE`);
    const school = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM establishment WHERE id = ${input.establishmentId}::uuid`);
    if (!partnership || !school) throw notFoundRefusal();
    if (input.joinsOn < partnership.first_on) throw invalid('joinsOn', `First day as a member must be ${dateInWords(partnership.first_on)}, when the partnership begins, or later`);
    const made = await oneMembership(tx, input.establishmentId, 'establishmentId', () => tx.row(z.object({ id: uuidColumn }), sql`
      INSERT INTO partnership_member (authority_id, partnership_id, establishment_id, first_on, last_on)
      VALUES (${tx.authorityId}, ${partnership.id}::uuid, ${school.id}::uuid, ${input.joinsOn}::date, ${input.leavesOn}::date) RETURNING id`));
    return {
      outcome: { slug: partnership.slug },
      audit: { subjectKind: 'partnership', subjectId: partnership.id, after: { member: made?.id, school: school.id, firstOn: input.joinsOn, lastOn: input.leavesOn } },
    };
  },
};

const memberRow = z.object({ id: uuidColumn, partnership_id: uuidColumn, establishment_id: uuidColumn, slug: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });

/** A school's membership ends on a day; its row stays, and placements keep the attribution of their own days. */
export const leavePartnership: Command<typeof leavePartnershipInput, { slug: string }> = {
  name: 'partnership.leave',
  input: leavePartnershipInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const member = await tx.row(memberRow, sql`
      SELECT m.id, m.partnership_id, m.establishment_id, p.slug, m.first_on, m.last_on FROM partnership_member m
        JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id WHERE m.id = ${input.memberId}::uuid FOR UPDATE OF m`);
    if (!member) throw notFoundRefusal();
    if (input.lastDay < member.first_on) throw invalid('lastDay', `Last day as a member must be ${dateInWords(member.first_on)}, the first day, or later`);
    await oneMembership(tx, member.establishment_id, 'lastDay', () => tx.execute(sql`UPDATE partnership_member SET last_on = ${input.lastDay}::date WHERE id = ${member.id}::uuid`));
    return {
      outcome: { slug: member.slug },
      audit: { subjectKind: 'partnership', subjectId: member.partnership_id, before: { member: member.id, lastOn: member.last_on }, after: { lastOn: input.lastDay } },
    };
  },
};

/** FP002 in words. */
async function oneMembership<T>(tx: WriteTx, schoolId: string, field: string, work: () => Promise<T>): Promise<T> {
  const others = await tx.rows(z.object({ name: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() }), sql`
    SELECT p.name, m.first_on, m.last_on FROM partnership_member m JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id
     WHERE m.establishment_id = ${schoolId}::uuid ORDER BY m.first_on`);
  try {
    return await work();
  } catch (thrown) {
    if (sqlErrorIn(thrown)?.sqlState !== 'FP002') throw thrown;
    const held = others.map((one) => `${one.name} from ${dateInWords(one.first_on)}${one.last_on ? ` to ${dateInWords(one.last_on)}` : ''}`).join(', ');
    throw invalid(field, `A school is a member of one partnership of a phase at a time. This one is a member of ${held}. End that membership first, or choose other days`);
  }
}
