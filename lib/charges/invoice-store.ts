import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import type { Pence } from '@/lib/core/pence';
import { dateColumn, instantColumn, penceColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';
import { type InvoiceEvent, type InvoiceStanding, invoiceStanding } from './rules/invoice-standing';
import { monthColumn } from './store';

const invoiceRow = z.object({
  id: uuidColumn, reference: textColumn, account_id: uuidColumn, payer_id: uuidColumn, way: z.enum(['journal', 'invoice']), payer_name: textColumn, payer_number: textColumn,
  customer_number: textColumn, addressee: textColumn, address: textColumn,
  pence: penceColumn, issued_on: dateColumn, statement_id: uuidColumn, statement_number: textColumn, run_id: uuidColumn, partnership_id: uuidColumn, month: monthColumn,
  period_id: uuidColumn, ledger_pence: penceColumn,
});

const eventRow = z.object({
  id: uuidColumn, invoice_id: uuidColumn, kind: z.enum(['payment', 'credit_asked', 'credit_refused', 'credit_note', 'reversal', 'dispute', 'dispute_settled']), on_day: dateColumn,
  pence: penceColumn.nullable(), words: textColumn, bank_reference: textColumn, about_id: uuidColumn.nullable(), recorded_by: uuidColumn, recorded_name: textColumn,
  recorded_at: instantColumn,
});

/** What happened to an invoice, with who recorded it. */
export interface KeptEvent extends InvoiceEvent {
  readonly words: string;
  readonly bankReference: string;
  readonly recordedBy: string;
  readonly recordedName: string;
  readonly recordedAt: Date;
}

/** An invoice or journal with what happened to it. */
export interface KeptInvoice {
  readonly id: string;
  readonly reference: string;
  readonly accountId: string;
  /** The school or the trust that pays. */
  readonly payerId: string;
  readonly payerName: string;
  /** The DfE number of a school; empty for a trust. */
  readonly payerNumber: string;
  /** A trust's number in the finance system; empty for a school. */
  readonly customerNumber: string;
  /** To whom and where it is addressed: for a school that a trust runs, and for a trust; else empty. */
  readonly addressee: string;
  readonly address: string;
  readonly way: 'journal' | 'invoice';
  readonly amount: Pence;
  readonly issuedOn: CalendarDate;
  readonly statementId: string;
  readonly statementNumber: string;
  readonly runId: string;
  readonly partnershipId: string;
  /** The month of the ledger that it was posted in. */
  readonly month: z.output<typeof monthColumn>;
  readonly periodId: string;
  readonly events: readonly KeptEvent[];
  readonly standing: InvoiceStanding;
}

/**
 * Invoices by their references, each with its standing as at a day: what came in later does not count.
 *
 * @throws Error when the ledger has another balance than the events say: the database refuses that, so it is a fault
 */
export async function loadInvoices(tx: ReadTx, of: { readonly asAt?: CalendarDate; readonly id?: string; readonly reference?: string } = {}): Promise<KeptInvoice[]> {
  const rows = await tx.rows(invoiceRow, sql`
    SELECT i.*, coalesce(a.establishment_id, a.trust_id) AS payer_id, s.number AS statement_number, s.run_id, s.partnership_id, p.month, t.period_id,
           (SELECT sum(e.pence)::bigint FROM ledger_entry e
             WHERE e.authority_id = i.authority_id AND e.account_id = i.account_id AND (e.transaction_id = i.transaction_id OR e.transaction_id IN (
               SELECT v.transaction_id FROM invoice_event v WHERE v.authority_id = i.authority_id AND v.invoice_id = i.id AND v.transaction_id IS NOT NULL))) AS ledger_pence
      FROM invoice i
      JOIN ledger_account a ON a.authority_id = i.authority_id AND a.id = i.account_id
      JOIN charge_statement s ON s.authority_id = i.authority_id AND s.id = i.statement_id
      JOIN ledger_transaction t ON t.authority_id = i.authority_id AND t.id = i.transaction_id
      JOIN ledger_period p ON p.authority_id = t.authority_id AND p.id = t.period_id
     WHERE true ${of.id === undefined ? sqlEmpty : sql`AND i.id = ${of.id}::uuid`} ${of.reference === undefined ? sqlEmpty : sql`AND i.reference = ${of.reference}`}
           ${of.asAt === undefined ? sqlEmpty : sql`AND i.issued_on <= ${of.asAt}::date`}
     ORDER BY i.reference`);
  const events = grouped(await tx.rows(eventRow, sql`
    SELECT v.*, p.name AS recorded_name FROM invoice_event v JOIN person p ON p.authority_id = v.authority_id AND p.id = v.recorded_by
     WHERE v.invoice_id = ANY (${rows.map((row) => row.id)}::uuid[]) ORDER BY v.entry`), (row) => row.invoice_id);
  return rows.map((row) => {
    const all = (events.get(row.id) ?? []).map(keptEvent);
    if (invoiceStanding(row.pence, all).outstanding !== row.ledger_pence) throw new Error(`${row.reference} has another balance in the ledger`);
    const counted = of.asAt === undefined ? all : all.filter((event) => event.on <= (of.asAt ?? event.on));
    return {
      id: row.id, reference: row.reference, accountId: row.account_id, payerId: row.payer_id, payerName: row.payer_name, payerNumber: row.payer_number, way: row.way,
      customerNumber: row.customer_number, addressee: row.addressee, address: row.address,
      amount: row.pence, issuedOn: row.issued_on, statementId: row.statement_id, statementNumber: row.statement_number, runId: row.run_id, partnershipId: row.partnership_id,
      month: row.month, periodId: row.period_id, events: counted, standing: invoiceStanding(row.pence, counted),
    };
  });
}

function keptEvent(row: z.output<typeof eventRow>): KeptEvent {
  return {
    id: row.id, kind: row.kind, on: row.on_day, amount: row.pence, aboutId: row.about_id, words: row.words, bankReference: row.bank_reference,
    recordedBy: row.recorded_by, recordedName: row.recorded_name, recordedAt: row.recorded_at,
  };
}
