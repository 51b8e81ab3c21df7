import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { conflict, type FieldProblem, invalidAll, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { agreementRow, type SignatureRow, signaturesOf } from '../agreement-rows';
import { signAgreementInput } from '../input';

type Input = z.output<typeof signAgreementInput>;

/** What a school signed. Only a binding signature that is executed and in force makes its pupils count and its school pay (R59b). */
export const signAgreement: Command<typeof signAgreementInput, { agreementId: string }> = {
  name: 'agreement.sign',
  input: signAgreementInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    await tx.execute(sql`SELECT 1 FROM agreement WHERE id = ${input.agreementId}::uuid FOR UPDATE`);
    const agreement = await agreementRow(tx, input.agreementId);
    const before = agreement && (await signaturesOf(tx, agreement.id)).find((one) => one.school_id === input.establishmentId);
    if (!agreement || !before) throw notFoundRefusal();
    if (agreement.terms_version !== agreement.latest_version) throw conflict('These terms were replaced by a newer version. Record the signature there');
    if (before.version !== input.version) throw changedMeanwhile('signature', standing(before, input));
    const problems = problemsOf(input);
    if (problems.length > 0) throw invalidAll(problems);
    await tx.execute(sql`
      INSERT INTO agreement_school (authority_id, agreement_id, establishment_id, share_weight, legally_binding, party, signatory, executed_on, in_force_from, in_force_to, document)
      VALUES (${tx.authorityId}, ${agreement.id}::uuid, ${input.establishmentId}::uuid, ${input.shareWeight}, ${input.binding === 'yes'}, ${input.party}, ${input.signatory},
              ${input.executedOn}::date, ${input.inForceFrom}::date, ${input.inForceTo}::date, ${input.document})
      ON CONFLICT (authority_id, agreement_id, establishment_id) DO UPDATE SET share_weight = EXCLUDED.share_weight, legally_binding = EXCLUDED.legally_binding,
              party = EXCLUDED.party, signatory = EXCLUDED.signatory, executed_on = EXCLUDED.executed_on, in_force_from = EXCLUDED.in_force_from,
              in_force_to = EXCLUDED.in_force_to, document = EXCLUDED.document, version = agreement_school.version + 1`);
    return {
      outcome: { agreementId: agreement.id },
      audit: {
        subjectKind: 'agreement', subjectId: agreement.id, before: { school: input.establishmentId, binding: before.legally_binding, inForceFrom: before.in_force_from },
        after: { binding: input.binding === 'yes', inForceFrom: input.inForceFrom, inForceTo: input.inForceTo },
      },
    };
  },
};

function standing(now: SignatureRow, yours: Input): Standing[] {
  return [
    ['Legally binding', now.legally_binding, yours.binding === 'yes'], ['Party', now.party, yours.party], ['Signatory', now.signatory, yours.signatory],
    ['Executed on', now.executed_on, yours.executedOn], ['In force from', now.in_force_from, yours.inForceFrom], ['In force to', now.in_force_to, yours.inForceTo],
    ['Document', now.document, yours.document], ['Weight for the school\u2019s share', now.share_weight, yours.shareWeight],
  ];
}

/** A binding signature says who signed for whom, when, and from when it is in force. */
function problemsOf(input: Input): FieldProblem[] {
  if (input.binding === 'no') return input.inForceTo !== null && input.inForceFrom === null ? [{ field: 'inForceFrom', message: 'Enter from when it is in force' }] : [];
  const needed: readonly (readonly [keyof Input, string])[] = [
    ['party', 'Enter the party: the governing board or trust that is bound'], ['signatory', 'Enter who signed'],
    ['executedOn', 'Enter the date it was executed'], ['inForceFrom', 'Enter from when it is in force'],
  ];
  return needed.filter(([field]) => input[field] === null || input[field] === '').map(([field, message]) => ({ field, message }));
}
