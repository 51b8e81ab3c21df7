import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBand, agedDebt, agedTotal } from '@/lib/charges/rules/aged-debt';
import { type InvoiceEvent, invoiceStanding } from '@/lib/charges/rules/invoice-standing';
import { invoiceStateWords } from '@/lib/charges/rules/invoice-words';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';

const on = calendarDate('2026-03-02');
const event = (id: string, kind: InvoiceEvent['kind'], amount: bigint | null = null, aboutId: string | null = null): InvoiceEvent => ({ id, kind, on, amount: amount === null ? null : pence(amount), aboutId });

const money = fc.bigInt({ min: 1n, max: 10_000_000n });
const history = fc.array(fc.record({ kind: fc.constantFrom('payment' as const, 'credit_note' as const), amount: money, reversed: fc.boolean() }), { maxLength: 8 });

describe('the standing of an invoice', () => {
  it('has a reversal return to the balance before, whatever happened before it', () => {
    fc.assert(fc.property(money, history, money, fc.constantFrom('payment' as const, 'credit_note' as const), (amount, before, more, kind) => {
      const events = before.flatMap((one, index) => [event(`e${index}`, one.kind, one.amount), ...(one.reversed ? [event(`r${index}`, 'reversal', one.amount, `e${index}`)] : [])]);
      const was = invoiceStanding(pence(amount), events);
      const more1 = [...events, event('x', kind, more)];
      expect(invoiceStanding(pence(amount), more1).outstanding).toBe(was.outstanding - more);
      expect(invoiceStanding(pence(amount), [...more1, event('y', 'reversal', more, 'x')])).toEqual(was);
    }), { numRuns: 10_000 });
  });

  it('is the amount less what was paid and credited, to the penny', () => {
    fc.assert(fc.property(money, history, (amount, before) => {
      const events = before.map((one, index) => event(`e${index}`, one.kind, one.amount));
      const { paid, credited, outstanding } = invoiceStanding(pence(amount), events);
      expect(paid + credited + outstanding).toBe(amount);
    }), { numRuns: 10_000 });
  });

  it.each([
    ['owed', 500n, []], ['part_paid', 500n, [event('a', 'payment', 200n)]], ['settled', 500n, [event('a', 'payment', 500n)]], ['settled', 500n, [event('a', 'credit_note', 500n)]],
    ['over_paid', 500n, [event('a', 'payment', 501n)]], ['in_credit', -500n, []],
  ] as const)('is %s', (state, amount, events) => {
    expect(invoiceStanding(pence(amount), events).state).toBe(state);
  });

  it('keeps a dispute and a request open until they are answered', () => {
    const raised = [event('d', 'dispute'), event('c', 'credit_asked', 100n)];
    expect(invoiceStanding(pence(500n), raised)).toMatchObject({ disputeId: 'd', askedId: 'c', outstanding: 500n });
    const answered = [...raised, event('s', 'dispute_settled', null, 'd'), event('n', 'credit_note', 100n, 'c')];
    expect(invoiceStanding(pence(500n), answered)).toMatchObject({ disputeId: null, askedId: null, outstanding: 400n });
  });

  it('asks for a reminder after 30 days, unless it is disputed', () => {
    const words = (events: readonly InvoiceEvent[], days: number) => invoiceStateWords(invoiceStanding(pence(500n), events), days).words;
    expect([words([], 30), words([], 31), words([event('d', 'dispute')], 31), words([event('p', 'payment', 600n)], 31)]).toEqual([
      'Not paid', 'Not paid, reminder due', 'In dispute, no reminder', 'Over-paid by £1.00',
    ]);
  });
});

describe('aged debt', () => {
  it('has bands that meet without gap or overlap', () => {
    expect([0, 30, 31, 60, 61, 90, 91, 400].map(ageBand)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('sums each payer by age, without what was issued later', () => {
    const of = (payer: string, days: number, outstanding: bigint) => ({ payer, issuedOn: addDays(on, -days), outstanding: pence(outstanding) });
    const rows = agedDebt([of('Aston', 91, 100n), of('Aston', 0, 20n), of('Aston', 45, -5n), of('Wales', -1, 900n), of('Clifton', 61, 0n), of('Dinnington', 3, -7n)], on);
    // What was received in excess is taken from no debt, of the payer or of another.
    expect(rows).toEqual([{ payer: 'Aston', bands: [20n, 0n, 0n, 100n], total: 120n, credit: 5n }, { payer: 'Dinnington', bands: [0n, 0n, 0n, 0n], total: 0n, credit: 7n }]);
    expect(agedTotal(rows)).toEqual({ payer: 'All payers', bands: [20n, 0n, 0n, 100n], total: 120n, credit: 12n });
    expect(agedTotal([])).toEqual({ payer: 'All payers', bands: [0n, 0n, 0n, 0n], total: 0n, credit: 0n });
  });
});
