import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { dateInWords } from '@/lib/core/date-words';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { saveTrustInput } from '../input';
import { slugOf } from '../rules/slug';

type Input = z.output<typeof saveTrustInput>;
const row = z.object({
  id: uuidColumn, slug: textColumn, name: textColumn, company_number: textColumn.nullable(), address: textColumn, customer_number: textColumn, first_on: dateColumn,
  last_on: dateColumn.nullable(), version: z.number(),
});
const nameRow = z.object({ name: textColumn });

/** Adds a trust, renames it or corrects what is on record; its address in the application keeps the first name. Invoices keep what stood when they were issued. */
export const saveTrust: Command<typeof saveTrustInput, { slug: string }> = {
  name: 'trust.save',
  input: saveTrustInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    if (input.trustId === null) return create(tx, input);
    const before = await tx.row(row, sql`SELECT * FROM trust WHERE id = ${input.trustId}::uuid FOR UPDATE`);
    if (!before) throw notFoundRefusal();
    if (before.version !== input.version) throw changedMeanwhile('trust', standing(before, input));
    await refuseTakenName(tx, input, before.slug);
    await refuseDaysWithoutSchools(tx, input, before.id);
    await tx.execute(sql`
      UPDATE trust SET name = ${input.name}, company_number = ${input.companyNumber || null}, address = ${input.address}, customer_number = ${input.customerNumber},
             first_on = ${input.firstOn}::date, last_on = ${input.lastOn}::date, version = version + 1
       WHERE id = ${before.id}::uuid AND version = ${before.version}`);
    return {
      outcome: { slug: before.slug },
      audit: {
        subjectKind: 'trust', subjectId: before.id,
        before: { name: before.name, customerNumber: before.customer_number, companyNumber: before.company_number, invoiceAddress: before.address, firstOn: before.first_on, lastOn: before.last_on },
        after: { name: input.name, customerNumber: input.customerNumber, companyNumber: input.companyNumber || null, invoiceAddress: input.address, firstOn: input.firstOn, lastOn: input.lastOn },
      },
    };
  },
};

function standing(now: z.output<typeof row>, yours: Input): Standing[] {
  return [
    ['Name', now.name, yours.name], ['Companies House number', now.company_number, yours.companyNumber], ['Address for invoices', now.address, yours.address],
    ['Customer number', now.customer_number, yours.customerNumber], ['First day of the trust', now.first_on, yours.firstOn], ['Last day of the trust', now.last_on, yours.lastOn],
  ];
}

async function create(tx: WriteTx, input: Input) {
  const slug = slugOf(input.name);
  if (slug === '') throw invalid('name', 'The name must have a letter');
  await refuseTakenName(tx, input, slug);
  const made = await tx.row(z.object({ id: uuidColumn }), sql`
    INSERT INTO trust (authority_id, slug, name, company_number, address, customer_number, first_on, last_on)
    VALUES (${tx.authorityId}, ${slug}, ${input.name}, ${input.companyNumber || null}, ${input.address}, ${input.customerNumber}, ${input.firstOn}::date, ${input.lastOn}::date) RETURNING id`);
  return {
    outcome: { slug },
    audit: { subjectKind: 'trust', subjectId: made?.id ?? '', after: { name: input.name, customerNumber: input.customerNumber, firstOn: input.firstOn, lastOn: input.lastOn } },
  };
}

/** Two trusts of one name would be one payer to a reader. A trust that was renamed leaves its first name's address taken. */
async function refuseTakenName(tx: WriteTx, input: Input, slug: string): Promise<void> {
  const taken = await tx.row(nameRow, sql`
    SELECT name FROM trust WHERE (lower(name) = lower(${input.name}) OR slug = ${slug}) AND (${input.trustId}::uuid IS NULL OR id <> ${input.trustId}::uuid) LIMIT 1`);
  if (taken) throw invalid('name', taken.name.toLowerCase() === input.name.toLowerCase() ? `${taken.name} is on record already` : `${taken.name} was on record under this name before. Choose another`);
}

const memberRow = z.object({ name: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });

async function refuseDaysWithoutSchools(tx: WriteTx, input: Input, trustId: string): Promise<void> {
  const members = await tx.rows(memberRow, sql`
    SELECT e.name, m.first_on, m.last_on FROM trust_member m JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
     WHERE m.trust_id = ${trustId}::uuid ORDER BY m.first_on, e.name`);
  const early = members.find((one) => one.first_on < input.firstOn);
  if (early) throw invalid('firstOn', `${early.name} is in the trust from ${dateInWords(early.first_on)}. Correct that day first, or choose an earlier first day`);
  const lastOn = input.lastOn;
  const late = lastOn === null ? undefined : members.find((one) => one.last_on === null || one.last_on > lastOn);
  if (late) throw invalid('lastOn', `${late.name} is in the trust ${late.last_on === null ? 'without a last day' : `until ${dateInWords(late.last_on)}`}. End that membership first, or choose a later last day`);
}
