import type { CalendarDate } from '@/lib/core/calendar-date';
import { pence, type Pence } from '@/lib/core/pence';

export type InvoiceEventKind = 'payment' | 'credit_asked' | 'credit_refused' | 'credit_note' | 'reversal' | 'dispute' | 'dispute_settled';

/** What happened to an invoice after it was issued. */
export interface InvoiceEvent {
  readonly id: string;
  readonly kind: InvoiceEventKind;
  readonly on: CalendarDate;
  /** Above zero; null for what moves no money. */
  readonly amount: Pence | null;
  /** The event it answers. */
  readonly aboutId: string | null;
}

export type InvoiceState = 'owed' | 'part_paid' | 'settled' | 'over_paid' | 'in_credit';

/** Where an invoice stands after its events. */
export interface InvoiceStanding {
  /** Payments that were not reversed, and credit notes likewise. */
  readonly paid: Pence;
  readonly credited: Pence;
  /** What is left to pay; below zero is owed to the payer. */
  readonly outstanding: Pence;
  readonly state: InvoiceState;
  /** The dispute that nobody has settled: no reminder is sent meanwhile. */
  readonly disputeId: string | null;
  /** A credit note that waits for a second person. */
  readonly askedId: string | null;
}

/**
 * The standing of an invoice: its amount less payments and credit notes, each counted unless a reversal names it, so that
 * a reversal returns to the balance before.
 */
export function invoiceStanding(amount: Pence, events: readonly InvoiceEvent[]): InvoiceStanding {
  const answered = new Set(events.flatMap((event) => event.aboutId ?? []));
  const sumOf = (kind: InvoiceEventKind): Pence => pence(events.filter((event) => event.kind === kind && !isReversed(event, events)).reduce((sum, event) => sum + (event.amount ?? 0n), 0n));
  const [paid, credited] = [sumOf('payment'), sumOf('credit_note')];
  const outstanding = pence(amount - paid - credited);
  const open = (kind: InvoiceEventKind): string | null => events.find((event) => event.kind === kind && !answered.has(event.id))?.id ?? null;
  return { paid, credited, outstanding, state: stateOf(amount, paid, credited, outstanding), disputeId: open('dispute'), askedId: open('credit_asked') };
}

export function isReversed(event: InvoiceEvent, events: readonly InvoiceEvent[]): boolean {
  return events.some((other) => other.kind === 'reversal' && other.aboutId === event.id);
}

function stateOf(amount: Pence, paid: Pence, credited: Pence, outstanding: Pence): InvoiceState {
  if (outstanding === 0n) return 'settled';
  if (amount < 0n) return 'in_credit';
  if (outstanding < 0n) return 'over_paid';
  return paid + credited === 0n ? 'owed' : 'part_paid';
}
