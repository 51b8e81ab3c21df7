import { formatPounds, pence } from '@/lib/core/pence';
import type { InvoiceStanding } from './invoice-standing';

/** A reminder is due on what is older than this; a dispute stops it. */
export const REMINDER_AFTER_DAYS = 30;

export type InvoiceTone = 'late' | 'due' | 'fine' | 'quiet';

/** Where an invoice stands in words, so many days after its date. */
export function invoiceStateWords(standing: InvoiceStanding, days: number): { readonly words: string; readonly tone: InvoiceTone } {
  if (standing.state === 'settled') return { words: 'Settled', tone: 'fine' };
  if (standing.state === 'in_credit') return { words: 'Owed to the payer', tone: 'quiet' };
  if (standing.state === 'over_paid') return { words: `Over-paid by ${formatPounds(pence(-standing.outstanding))}`, tone: 'due' };
  if (standing.disputeId !== null) return { words: 'In dispute, no reminder', tone: 'due' };
  const part = standing.state === 'part_paid' ? 'Part paid' : 'Not paid';
  return days > REMINDER_AFTER_DAYS ? { words: `${part}, reminder due`, tone: 'late' } : { words: part, tone: 'quiet' };
}
