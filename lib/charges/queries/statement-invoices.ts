import { scopeIds } from '@/lib/core/roles';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadInvoices } from '../invoice-store';
import { mayDisputeInvoice, mayQueryStatement } from '../policy';
import type { InvoiceLine } from '../types';
import { invoiceLine } from './invoice-list';

/** An invoice as its payer reads it on the statement. */
export interface StatementInvoice extends InvoiceLine {
  readonly id: string;
  readonly mayDispute: boolean;
}

/** The invoices of a statement that a person may see: a lead the partnership's, a head those that the own school pays. */
export async function statementInvoices(tx: ReadTx, statementId: string): Promise<StatementInvoice[]> {
  const { actor } = tx;
  if (!actor) return [];
  const own = (await loadInvoices(tx)).filter((one) => one.statementId === statementId)
    .filter((one) => mayQueryStatement(actor, one.partnershipId) || scopeIds(actor, 'headteacher').includes(one.payerId));
  return own.map((one) => ({
    ...invoiceLine(one, tx.today), id: one.id, mayDispute: mayDisputeInvoice(actor, one.payerId) && one.standing.disputeId === null && one.standing.outstanding > 0n,
  }));
}
