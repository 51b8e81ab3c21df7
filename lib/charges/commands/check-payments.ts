import { z } from 'zod';
import { notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { checkPaymentsInput } from '../input';
import { mayRunCharges } from '../policy';

const made = z.object({ id: uuidColumn });

/** Takes in a file of payments to be looked at: nothing is recorded of its rows before somebody says so. */
export const checkPayments: Command<typeof checkPaymentsInput, { paymentFileId: string }> = {
  name: 'payment.check',
  input: checkPaymentsInput,
  handle: async (tx, input) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    const file = await tx.row(made, sql`
      INSERT INTO payment_file (authority_id, file_name, file_hash, content, checked_by, checked_at)
      VALUES (${tx.authorityId}, ${input.fileName}, ${input.fileHash}, ${input.content}, ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`);
    if (!file) throw new Error('The file was not kept');
    return { outcome: { paymentFileId: file.id }, audit: { subjectKind: 'payment_file', subjectId: file.id, after: { hash: input.fileHash } } };
  },
};
