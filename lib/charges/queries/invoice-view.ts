import { z } from 'zod';
import { formatPounds, pence } from '@/lib/core/pence';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type KeptEvent, type KeptInvoice, loadInvoices } from '../invoice-store';
import { mayRunCharges } from '../policy';
import { isReversed } from '../rules/invoice-standing';
import { loadLines } from '../store';
import type { EventView, InvoicePart, InvoiceView } from '../types';
import { invoiceLine } from './invoice-list';

const partnershipRow = z.object({ name: textColumn });
const schoolRow = z.object({ id: uuidColumn, name: textColumn });

/** One invoice or journal by our reference, for finance; null for others and for what is none. */
export async function invoiceView(tx: ReadTx, reference: string): Promise<InvoiceView | null> {
  if (!mayRunCharges(tx.actor)) return null;
  const { personId } = tx.actor;
  const [invoice] = await loadInvoices(tx, { reference });
  if (!invoice) return null;
  const partnership = await tx.row(partnershipRow, sql`SELECT name FROM partnership WHERE id = ${invoice.partnershipId}::uuid`);
  const asked = invoice.events.find((event) => event.id === invoice.standing.askedId);
  return {
    id: invoice.id, line: invoiceLine(invoice, tx.today), payerNumber: invoice.payerNumber, customerNumber: invoice.customerNumber, addressee: invoice.addressee,
    address: invoice.address, partnershipName: partnership?.name ?? '', month: invoice.month,
    paid: invoice.standing.paid, credited: invoice.standing.credited, parts: await partsOf(tx, invoice),
    events: invoice.events.map((event) => eventView(event, invoice.events)), disputeId: invoice.standing.disputeId,
    asked: asked && asked.amount !== null ? { id: asked.id, amount: asked.amount, words: asked.words, by: asked.recordedName, mayGive: asked.recordedBy !== personId } : null,
  };
}

/** The lines of the statement that this payer bears. An invoice after a query has its placement's alone. */
async function partsOf(tx: ReadTx, invoice: KeptInvoice): Promise<InvoicePart[]> {
  const lines = await postedLines(tx, invoice);
  const schools = new Map((await tx.rows(schoolRow, sql`SELECT id, name FROM establishment WHERE id = ANY (${lines.flatMap((line) => line.schoolId ?? [])}::uuid[])`)).map((one) => [one.id, one.name]));
  const parts = new Map<string, { schoolName: string; days: Set<string>; tenths: number; amount: bigint }>();
  for (const line of lines) {
    const part = parts.get(line.reference) ?? { schoolName: schools.get(line.schoolId ?? '') ?? 'No school', days: new Set<string>(), tenths: 0, amount: 0n };
    part.days.add(line.on);
    parts.set(line.reference, { ...part, tenths: part.tenths + line.tenths, amount: part.amount + line.amount });
  }
  return [...parts].map(([reference, part]) => ({ ...part, reference, days: part.days.size, amount: pence(part.amount) }));
}

const queryRow = z.object({ key: textColumn, placement_id: uuidColumn.nullable() });
const heldRow = z.object({ placement_id: uuidColumn });

async function postedLines(tx: ReadTx, invoice: KeptInvoice) {
  const lines = (await loadLines(tx, [invoice.runId])).filter((line) => line.accountId === invoice.accountId && line.partnershipId === invoice.partnershipId);
  const posting = await tx.row(queryRow, sql`
    SELECT t.business_key AS key, q.placement_id FROM invoice i JOIN ledger_transaction t ON t.authority_id = i.authority_id AND t.id = i.transaction_id
      LEFT JOIN statement_query q ON q.authority_id = t.authority_id AND q.id = t.query_id WHERE i.id = ${invoice.id}::uuid`);
  if (posting?.placement_id) return lines.filter((line) => line.placementId === posting.placement_id);
  // What was withdrawn or held back when the rest was posted is not on it.
  const apart = new Set((await tx.rows(heldRow, sql`
    SELECT q.placement_id FROM statement_query q JOIN charge_run r ON r.authority_id = q.authority_id AND r.id = ${invoice.runId}::uuid
     WHERE q.statement_id = ${invoice.statementId}::uuid AND (q.answer IS NULL OR q.answer = 'upheld' OR q.answered_at > r.posted_at)`)).map((row) => row.placement_id));
  return lines.filter((line) => !apart.has(line.placementId));
}

const TITLES: Readonly<Record<KeptEvent['kind'], string>> = {
  payment: 'Payment', credit_asked: 'Credit note asked for', credit_refused: 'Credit note refused', credit_note: 'Credit note', reversal: 'Taken back', dispute: 'Disputed',
  dispute_settled: 'Dispute settled',
};

function eventView(event: KeptEvent, events: readonly KeptEvent[]): EventView {
  const reversed = isReversed(event, events);
  const about = events.find((other) => other.id === event.aboutId);
  const takes = event.kind === 'payment' || event.kind === 'credit_note';
  return {
    id: event.id, on: event.on, by: event.recordedName,
    title: event.kind === 'reversal' && about ? `${TITLES[about.kind]} of ${about.amount === null ? '' : formatPounds(about.amount)} taken back` : `${TITLES[event.kind]}${reversed ? ', taken back since' : ''}`,
    words: event.kind === 'payment' ? (event.bankReference === '' ? 'No bank reference' : `Bank reference ${event.bankReference}`) : event.words,
    moved: event.amount === null || event.kind === 'credit_asked' ? null : pence(takes ? -event.amount : event.amount),
    mayReverse: takes && !reversed,
  };
}
