import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { savePartnershipInput } from '../input';
import { slugOf } from '../rules/slug';

type Input = z.output<typeof savePartnershipInput>;
const row = z.object({ id: uuidColumn, slug: textColumn, name: textColumn, phase: textColumn, devolution_model: textColumn, display_order: z.number(), first_on: dateColumn, last_on: dateColumn.nullable(), version: z.number(), has_members: z.boolean() });

/** Adds a partnership or changes its terms; its address keeps the first name. */
export const savePartnership: Command<typeof savePartnershipInput, { slug: string }> = {
  name: 'partnership.save',
  input: savePartnershipInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    if (input.partnershipId === null) return create(tx, input);
    const before = await tx.row(row, sql`
      SELECT p.id, p.slug, p.name, p.phase, p.devolution_model, p.display_order, p.first_on, p.last_on, p.version,
             EXISTS (SELECT 1 FROM partnership_member m WHERE m.authority_id = p.authority_id AND m.partnership_id = p.id) AS has_members
        FROM partnership p WHERE p.id = ${input.partnershipId}::uuid FOR UPDATE`);
    if (!before) throw notFoundRefusal();
    if (before.version !== input.version) throw changedMeanwhile('partnership', standing(before, input));
    if (before.has_members && before.phase !== input.phase) throw invalid('phase', 'The phase stays while the partnership has members. Add another partnership instead');
    await tx.execute(sql`
      UPDATE partnership SET name = ${input.name}, phase = ${input.phase}, devolution_model = ${input.devolutionModel}, display_order = ${input.displayOrder},
             first_on = ${input.firstOn}::date, last_on = ${input.lastOn}::date, version = version + 1
       WHERE id = ${before.id}::uuid AND version = ${before.version}`);
    return {
      outcome: { slug: before.slug },
      audit: { subjectKind: 'partnership', subjectId: before.id, before: { name: before.name }, after: { name: input.name, model: input.devolutionModel, lastOn: input.lastOn } },
    };
  },
};

function standing(now: z.output<typeof row>, yours: Input): Standing[] {
  return [
    ['Name', now.name, yours.name], ['Phase', now.phase, yours.phase], ['Devolution', `model ${now.devolution_model}`, `model ${yours.devolutionModel}`],
    ['Order in lists', now.display_order, yours.displayOrder], ['First day of the partnership', now.first_on, yours.firstOn], ['Last day of the partnership', now.last_on, yours.lastOn],
  ];
}

async function create(tx: WriteTx, input: Input) {
  const slug = slugOf(input.name);
  if (slug === '') throw invalid('name', 'The name must have a letter');
  const taken = await tx.row(z.object({ name: textColumn }), sql`SELECT name FROM partnership WHERE slug = ${slug}`);
  if (taken) throw invalid('name', `${taken.name} has this name already`);
  const made = await tx.row(z.object({ id: uuidColumn }), sql`
    INSERT INTO partnership (authority_id, slug, name, phase, devolution_model, display_order, first_on, last_on)
    VALUES (${tx.authorityId}, ${slug}, ${input.name}, ${input.phase}, ${input.devolutionModel}, ${input.displayOrder}, ${input.firstOn}::date, ${input.lastOn}::date)
    RETURNING id`);
  return { outcome: { slug }, audit: { subjectKind: 'partnership', subjectId: made?.id ?? '', after: { name: input.name, phase: input.phase, firstOn: input.firstOn } } };
}
