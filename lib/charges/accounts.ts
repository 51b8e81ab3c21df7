import { z } from 'zod';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { PayerKey } from './rules/month-charge';

const accountRow = z.object({ id: uuidColumn });

/** The account of a payer, made when it is first needed. */
export async function payerAccount(tx: WriteTx, payer: PayerKey): Promise<string> {
  const [kind = '', id = ''] = payer.split(':');
  if (kind === 'pot') return account(tx, 'devolved_pot', { partnershipId: id });
  return account(tx, 'payer', kind === 'trust' ? { trustId: id } : { establishmentId: id });
}

/** Where a partnership's charges come in. */
export async function incomeAccount(tx: WriteTx, partnershipId: string): Promise<string> {
  return account(tx, 'over_quota_income', { partnershipId });
}

interface Whose { readonly partnershipId?: string; readonly establishmentId?: string; readonly trustId?: string }

async function account(tx: WriteTx, kind: string, { partnershipId = null, establishmentId = null, trustId = null }: { [K in keyof Whose]: Whose[K] | null }): Promise<string> {
  const find = () => tx.row(accountRow, sql`
    SELECT id FROM ledger_account WHERE kind = ${kind} AND partnership_id IS NOT DISTINCT FROM ${partnershipId}::uuid
       AND establishment_id IS NOT DISTINCT FROM ${establishmentId}::uuid AND trust_id IS NOT DISTINCT FROM ${trustId}::uuid`);
  const known = await find();
  if (known) return known.id;
  await tx.execute(sql`
    INSERT INTO ledger_account (authority_id, kind, partnership_id, establishment_id, trust_id)
    VALUES (${tx.authorityId}, ${kind}, ${partnershipId}::uuid, ${establishmentId}::uuid, ${trustId}::uuid) ON CONFLICT DO NOTHING`);
  const made = await find();
  if (!made) throw new Error('The ledger account was not made');
  return made.id;
}

/** The authority's bank, where payments come in. */
export async function bankAccount(tx: WriteTx): Promise<string> {
  return account(tx, 'bank', {});
}
