import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { changedMeanwhile } from '@/lib/core/changed-meanwhile';
import type { DateRange } from '@/lib/core/date-range';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { changeTrustMemberInput, joinTrustInput } from '../input';
import { firstDayNotAcademy, type NotAcademy } from '../rules/academy-days';

const trustRow = z.object({ id: uuidColumn, slug: textColumn, name: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });
const schoolRow = z.object({ id: uuidColumn, name: textColumn });

/** An academy is in a trust from a day on. A school that is none on one of the days is refused, and one that another trust has. */
export const joinTrust: Command<typeof joinTrustInput, { slug: string }> = {
  name: 'trust.join',
  input: joinTrustInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const trust = await tx.row(trustRow, sql`SELECT id, slug, name, first_on, last_on FROM trust WHERE id = ${input.trustId}::uuid FOR UPDATE`);
    const school = await tx.row(schoolRow, sql`SELECT id, name FROM establishment WHERE id = ${input.establishmentId}::uuid FOR UPDATE`);
    if (!trust || !school) throw notFoundRefusal();
    await refuseDays(tx, trust, school, { firstOn: input.joinsOn, lastOn: input.leavesOn }, { memberId: null, school: 'establishmentId', first: 'joinsOn', last: 'leavesOn' });
    const made = await tx.row(z.object({ id: uuidColumn }), sql`
      INSERT INTO trust_member (authority_id, trust_id, establishment_id, first_on, last_on)
      VALUES (${tx.authorityId}, ${trust.id}::uuid, ${school.id}::uuid, ${input.joinsOn}::date, ${input.leavesOn}::date) RETURNING id`);
    return {
      outcome: { slug: trust.slug },
      audit: { subjectKind: 'trust', subjectId: trust.id, after: { member: made?.id, school: school.id, firstOn: input.joinsOn, lastOn: input.leavesOn } },
    };
  },
};

const memberRow = z.object({ id: uuidColumn, trust_id: uuidColumn, establishment_id: uuidColumn, first_on: dateColumn, last_on: dateColumn.nullable(), version: z.number() });

/** Corrects the days of a membership, or ends it. Its row stays; invoices that are issued keep the trust they were addressed to. */
export const changeTrustMember: Command<typeof changeTrustMemberInput, { slug: string }> = {
  name: 'trust.change_member',
  input: changeTrustMemberInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const known = await tx.row(memberRow, sql`SELECT * FROM trust_member WHERE id = ${input.trustMemberId}::uuid`);
    const trust = known && (await tx.row(trustRow, sql`SELECT id, slug, name, first_on, last_on FROM trust WHERE id = ${known.trust_id}::uuid FOR UPDATE`));
    const school = known && (await tx.row(schoolRow, sql`SELECT id, name FROM establishment WHERE id = ${known.establishment_id}::uuid FOR UPDATE`));
    const member = await tx.row(memberRow, sql`SELECT * FROM trust_member WHERE id = ${input.trustMemberId}::uuid FOR UPDATE`);
    if (!trust || !school || !member) throw notFoundRefusal();
    if (member.version !== input.version) {
      throw changedMeanwhile('membership', [['First day in the trust', member.first_on, input.beginsOn], ['Last day in the trust', member.last_on, input.endsOn]]);
    }
    await refuseDays(tx, trust, school, { firstOn: input.beginsOn, lastOn: input.endsOn }, { memberId: member.id, school: 'beginsOn', first: 'beginsOn', last: 'endsOn' });
    await tx.execute(sql`
      UPDATE trust_member SET first_on = ${input.beginsOn}::date, last_on = ${input.endsOn}::date, version = version + 1
       WHERE id = ${member.id}::uuid AND version = ${member.version}`);
    return {
      outcome: { slug: trust.slug },
      audit: {
        subjectKind: 'trust', subjectId: trust.id, before: { school: school.id, firstOn: member.first_on, lastOn: member.last_on }, after: { firstOn: input.beginsOn, lastOn: input.endsOn },
      },
    };
  },
};

const typeRow = z.object({ sector: z.enum(['maintained', 'academy', 'independent', 'other']), firstOn: dateColumn, lastOn: dateColumn.nullable() });
const heldRow = z.object({ name: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });

/** The membership that is changed, and the fields of the form that say school, first and last day. */
interface Fields { readonly memberId: string | null; readonly school: string; readonly first: string; readonly last: string }

/** What the database refuses again (FP002, FP003), in words. */
async function refuseDays(tx: WriteTx, trust: z.output<typeof trustRow>, school: z.output<typeof schoolRow>, days: DateRange, fields: Fields): Promise<void> {
  if (days.firstOn < trust.first_on) throw invalid(fields.first, `First day in the trust must be ${dateInWords(trust.first_on)}, when the trust begins, or later`);
  if (trust.last_on !== null && (days.lastOn === null || days.lastOn > trust.last_on)) throw invalid(fields.last, `Last day in the trust must be ${dateInWords(trust.last_on)}, when the trust ends, or earlier`);
  const types = await tx.rows(typeRow, sql`SELECT sector, first_on AS "firstOn", last_on AS "lastOn" FROM establishment_type WHERE establishment_id = ${school.id}::uuid ORDER BY first_on`);
  const not = firstDayNotAcademy(types, days);
  if (not) throw invalid(not.on === days.firstOn ? fields.school : fields.last, notAcademyWords(school.name, not));
  const held = await tx.rows(heldRow, sql`
    SELECT t.name, m.first_on, m.last_on FROM trust_member m JOIN trust t ON t.authority_id = m.authority_id AND t.id = m.trust_id
     WHERE m.establishment_id = ${school.id}::uuid AND (${fields.memberId}::uuid IS NULL OR m.id <> ${fields.memberId}::uuid)
       AND daterange(m.first_on, m.last_on, '[]') && daterange(${days.firstOn}::date, ${days.lastOn}::date, '[]') ORDER BY m.first_on`);
  if (held.length > 0) {
    const others = held.map((one) => `${one.name} from ${dateInWords(one.first_on)}${lastWords(one.last_on)}`).join(', ');
    throw invalid(fields.school, `A school is in one trust at a time. ${school.name} is in ${others}. End that membership first, or choose other days`);
  }
}

function lastWords(lastOn: CalendarDate | null): string {
  return lastOn === null ? '' : ` to ${dateInWords(lastOn)}`;
}

const SECTOR_WORDS = { maintained: 'a maintained school', academy: 'an academy', independent: 'an independent school', other: 'of another type' } as const;

function notAcademyWords(school: string, { on, sector }: NotAcademy): string {
  return `${school} ${sector === null ? `has no type on record for ${dateInWords(on)}` : `is ${SECTOR_WORDS[sector]} on ${dateInWords(on)}`}. Only academies are in a trust: choose days on which it is one`;
}
