import { z } from 'zod';
import { saveAgreement } from '@/lib/agreements/commands/save-agreement';
import { setQuota } from '@/lib/agreements/commands/set-quota';
import { signAgreement } from '@/lib/agreements/commands/sign-agreement';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { reviewWarnings } from '../chair-warning';

const memberRow = z.object({ establishment_id: uuidColumn });

/**
 * A change of an agreement moves what is free under it, so the warning to the partnership's lead is opened or closed
 * with the change itself and not with the next act on a place.
 */
function followedByWarnings<Input extends z.ZodType>(command: Command<Input, { agreementId: string }>): Command<Input, { agreementId: string }> {
  return {
    ...command,
    handle: async (tx, input) => {
      const handled = await command.handle(tx, input);
      const members = await tx.rows(memberRow, sql`SELECT establishment_id FROM agreement_school WHERE agreement_id = ${handled.outcome.agreementId}::uuid ORDER BY establishment_id`);
      await reviewWarnings(tx, members.map((one) => one.establishment_id), 'took_a_place');
      return handled;
    },
  };
}

/** As `saveAgreement`, and the lead's warning follows. */
export const changeTerms = followedByWarnings(saveAgreement);

/** As `setQuota`, and the lead's warning follows. */
export const changeQuota = followedByWarnings(setQuota);

/** As `signAgreement`, and the lead's warning follows: a signature moves the share of the quota that counts. */
export const changeSignature = followedByWarnings(signAgreement);
