/** What a payer is asked for, what comes in, what is taken back: all of it from the ledger. */
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPayments } from '@/lib/charges/commands/check-payments';
import { disputeInvoice } from '@/lib/charges/commands/dispute-invoice';
import { importPayments } from '@/lib/charges/commands/import-payments';
import { makeFinanceFile } from '@/lib/charges/commands/make-finance-file';
import { settleDispute } from '@/lib/charges/commands/settle-dispute';
import { financeFileContent, financeFiles } from '@/lib/charges/queries/finance-files';
import { invoiceList } from '@/lib/charges/queries/invoice-list';
import { invoiceView } from '@/lib/charges/queries/invoice-view';
import { partnershipStatement } from '@/lib/charges/queries/partnership-statements';
import { paymentFileView } from '@/lib/charges/queries/payment-file-view';
import { statementInvoices } from '@/lib/charges/queries/statement-invoices';
import { calendarDate } from '@/lib/core/calendar-date';
import type { Refusal } from '@/lib/core/refusal';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { type ChargedCouncil, incomeOf, monthOf, OCTOBER } from '@/tests/support/builders/charges';
import { callerOn } from '@/tests/support/builders/finance';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { answerAsked, buildInvoiced, credit, ISSUED, onlyInvoice, pay, reverse } from '@/tests/support/builders/invoices';

let council: ChargedCouncil;
const LATER = '2025-12-20';

beforeEach(async () => {
  council = await buildInvoiced();
});

const words = (refused: Refusal) => ('message' in refused ? refused.message : refused.kind === 'invalid' ? refused.problems.map((one) => one.message).join('. ') : refused.kind);
const outstanding = async () => (await onlyInvoice(council.one(LATER))).standing.outstanding;

describe('an invoice', () => {
  it('is issued with the posting, to the payer, of the sum that the ledger has', async () => {
    expect(await onlyInvoice(council.one(ISSUED))).toMatchObject({
      reference: 'FP-2025-10-0001', payerName: 'Aston School', amount: 568_421n, issuedOn: ISSUED, statementNumber: 'CS-2025-10-south', standing: { outstanding: 568_421n, state: 'owed' },
    });
    const parts = (await readUnit(council.one(ISSUED), (tx) => invoiceView(tx, 'FP-2025-10-0001')))?.parts ?? [];
    expect(parts.map((part) => [part.reference, part.days])).toEqual([['PL-11', 15], ['PL-12', 15], ['PL-13', 15], ['PL-14', 15]]);
    expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(568_421n);
  });

  it('cannot say another sum than the ledger, nor change, whoever writes', async () => {
    const { id } = await onlyInvoice(council.one(ISSUED));
    const refused = async (text: string) => asOwner(council.database.owner, council.id, (query) => query(text, [id])).then(() => 'taken', (error: { code: string }) => error.code);
    expect(await refused('UPDATE invoice SET pence = 1 WHERE id = $1')).toBe('FP001');
    expect(await refused('DELETE FROM invoice WHERE id = $1')).toBe('FP001');
    expect(await refused(`INSERT INTO invoice_event (authority_id, invoice_id, kind, on_day, pence, transaction_id, recorded_by, recorded_at)
      SELECT i.authority_id, i.id, 'payment', '2025-11-20', 1, i.transaction_id, t.posted_by, now() FROM invoice i
        JOIN ledger_transaction t ON t.authority_id = i.authority_id AND t.id = i.transaction_id WHERE i.id = $1`)).toBe('FP024');
  });

  it("is read by the lead and by the payer's head, and by no other school or authority", async () => {
    const statement = (await readUnit(council.lead(LATER), (tx) => partnershipStatement(tx, 'south', OCTOBER)))?.statement;
    const seen = (who: Parameters<typeof readUnit>[0]) => readUnit(who, (tx) => statementInvoices(tx, statement?.id ?? ''));
    expect((await seen(council.lead(LATER))).map((one) => [one.reference, one.mayDispute])).toEqual([['FP-2025-10-0001', false]]);
    expect((await seen(callerOn(council, council.staff.headteacher, LATER))).map((one) => one.mayDispute)).toEqual([true]);
    expect(await seen(callerOn(council.neighbour, council.neighbour.staff.partnership_lead, LATER))).toEqual([]);
    expect(await seen(callerFor(council, 'auditor'))).toEqual([]);
    expect(await readUnit(council.lead(LATER), (tx) => invoiceView(tx, 'FP-2025-10-0001'))).toBeNull();
    expect(await readUnit(callerOn(council.neighbour, council.neighbour.staff.administrator, LATER), (tx) => invoiceList(tx, 'all', calendarDate(LATER), ''))).toBeNull();
  });
});

describe('payments', () => {
  it('come in part, settle, and over-pay, which is said', async () => {
    expect(await done(pay(council.one('2025-12-01'), '2,000.00', '2025-11-28', 'BACS 1'))).toEqual({ reference: 'FP-2025-10-0001', overPaid: null });
    expect(await outstanding()).toBe(368_421n);
    expect(words(await refusal(pay(council.one('2025-12-01'), '2000', '2025-11-28', 'bacs 1')))).toMatch(/on record already/);
    expect(words(await refusal(pay(council.one('2025-12-01'), '1', '2025-12-02')))).toMatch(/today or earlier/);
    expect(words(await refusal(pay(council.one('2025-12-01'), '1', '2025-11-17')))).toMatch(/issued later, on 18 November 2025/);
    expect(await done(pay(council.one('2025-12-02'), '3,684.21', '2025-12-02'))).toMatchObject({ overPaid: null });
    expect((await onlyInvoice(council.one(LATER))).standing.state).toBe('settled');
    expect(await done(pay(council.one('2025-12-03'), '10', '2025-12-03'))).toMatchObject({ overPaid: '£10.00' });
    expect((await onlyInvoice(council.one(LATER))).standing).toMatchObject({ state: 'over_paid', outstanding: -1000n });
    // Payments change what is owed, never what is charged.
    expect(await incomeOf(council)).toBe(568_421n);
  });

  it('count as at the day they came in', async () => {
    await done(pay(council.one(LATER), '5684.21', '2025-12-10'));
    expect((await onlyInvoice(council.one(LATER), calendarDate('2025-12-09'))).standing.outstanding).toBe(568_421n);
    expect((await onlyInvoice(council.one(LATER), calendarDate('2025-12-10'))).standing.outstanding).toBe(0n);
  });

  it('that are taken back leave the balance as it was', async () => {
    await done(pay(council.one(LATER), '5000', '2025-12-10'));
    const [event] = (await onlyInvoice(council.one(LATER))).events;
    expect(words(await refusal(reverse(council.one(LATER), event?.id ?? '')))).toMatch(/limit for two people/);
    await done(reverse(council.two(LATER), event?.id ?? ''));
    expect(await outstanding()).toBe(568_421n);
    expect(words(await refusal(reverse(council.two(LATER), event?.id ?? '')))).toBe('This is taken back already');
    await done(pay(council.one(LATER), '5000', '2025-12-10'));
    expect(await outstanding()).toBe(68_421n);
  });
});

describe('a file of payments', () => {
  const HEADINGS = 'Our reference,Date received,Amount,Bank reference\r\n';
  const check = async (content: string) => {
    const { paymentFileId } = await done(run(checkPayments, council.one(LATER), { fileName: 'payments.csv', fileHash: 'a'.repeat(64), content }));
    return { id: paymentFileId, view: await readUnit(council.one(LATER), (tx) => paymentFileView(tx, paymentFileId)) };
  };

  it('is recorded whole, each row to its invoice, once', async () => {
    const { id, view } = await check(`${HEADINGS}FP-2025-10-0001,28/11/2025,"5,000.00",B1\r\nfp-2025-10-0001,1 12 2025,£700,B2\r\n`);
    expect(view).toMatchObject({ problems: [], total: 570_000n, rows: [{ row: 2, remark: null }, { row: 3, remark: 'Over-pays FP-2025-10-0001 by £15.79' }] });
    expect(await outstanding()).toBe(568_421n);
    await done(run(importPayments, council.one(LATER), { paymentFileId: id }));
    expect(await outstanding()).toBe(-1579n);
    expect(words(await refusal(run(importPayments, council.one(LATER), { paymentFileId: id })))).toMatch(/recorded already/);
    expect((await check(`${HEADINGS}FP-2025-10-0001,28/11/2025,5000,b1\r\n`)).view?.problems.map((one) => one.problem)).toEqual(['This payment is on record already']);
  });

  it('with one bad row records none, and its report names row and column', async () => {
    const { id, view } = await check(`${HEADINGS}FP-2025-10-0001,28/11/2025,100,B1\r\nFP-2025-10-0009,31/02/2025,-5,B2\r\nFP-2025-10-0001,28/11/2025,100,b1\r\n`);
    expect(view?.problems.map((one) => [one.row, one.column])).toEqual([[3, 'Our reference'], [3, 'Date received'], [3, 'Amount'], [4, 'Bank reference']]);
    expect(words(await refusal(run(importPayments, council.one(LATER), { paymentFileId: id })))).toMatch(/nothing is recorded/);
    expect(await outstanding()).toBe(568_421n);
  });
});

describe('a credit note', () => {
  it('below the limit is a further double entry at once', async () => {
    await done(credit(council.one(LATER), '100'));
    expect(await outstanding()).toBe(558_421n);
    expect(await incomeOf(council)).toBe(558_421n);
    expect(words(await refusal(credit(council.one(LATER), '5,584.22')))).toMatch(/at most £5,584.21/);
  });

  it('from the limit on is given by a second person', async () => {
    expect(await done(credit(council.one(LATER), '5000'))).toMatchObject({ waits: true });
    expect(await outstanding()).toBe(568_421n);
    expect(words(await refusal(answerAsked(council.one(LATER), 'given')))).toMatch(/^You asked/);
    await done(answerAsked(council.two(LATER), 'given'));
    expect([await outstanding(), await incomeOf(council)]).toEqual([68_421n, 68_421n]);
  });

  it('that is refused changes nothing', async () => {
    await done(credit(council.one(LATER), '5000'));
    await done(answerAsked(council.two(LATER), 'refused'));
    expect([await outstanding(), (await onlyInvoice(council.one(LATER))).standing.askedId]).toEqual([568_421n, null]);
  });
});

describe('a dispute', () => {
  it("is the payer's head's or finance's, stops the reminder, and is settled by finance", async () => {
    const { id } = await onlyInvoice(council.one(LATER));
    const state = async () => (await readUnit(council.one(LATER), (tx) => invoiceList(tx, 'all', calendarDate(LATER), '')))?.lines[0]?.stateWords;
    expect(await state()).toBe('Not paid, reminder due');
    const raise = (who: Parameters<typeof readUnit>[0]) => run(disputeInvoice, who, { invoiceId: id, words: 'The place had ended' });
    expect(await refusal(raise(council.lead(LATER)))).toEqual({ kind: 'not_found' });
    expect(await refusal(raise(callerOn(council.neighbour, council.neighbour.staff.headteacher, LATER)))).toEqual({ kind: 'not_found' });
    await done(raise(callerOn(council, council.staff.headteacher, LATER)));
    expect(await state()).toBe('In dispute, no reminder');
    expect(words(await refusal(raise(council.one(LATER))))).toMatch(/disputed already/);
    const { standing } = await onlyInvoice(council.one(LATER));
    await done(run(settleDispute, council.one(LATER), { invoiceId: id, eventId: standing.disputeId, words: 'The site shows the days' }));
    expect(await state()).toBe('Not paid, reminder due');
  });
});

describe('aged debt', () => {
  it.each([['2025-12-18', 0], ['2025-12-19', 1], ['2026-01-17', 1], ['2026-01-18', 2], ['2026-02-16', 2], ['2026-02-17', 3]])('on %s stands in band %i', async (day, band) => {
    const list = await readUnit(council.one('2026-03-02'), (tx) => invoiceList(tx, 'open', calendarDate(day), ''));
    expect(list?.aged).toEqual([{ payer: 'Aston School', bands: [0, 1, 2, 3].map((at) => (at === band ? 568_421n : 0n)), total: 568_421n, credit: 0n }]);
    expect(list?.agedTotal.total).toBe(568_421n);
  });
});

describe('the file for the finance system', () => {
  it('has each movement once, and the same bytes again', async () => {
    const periodId = (await monthOf(council.one(LATER), OCTOBER)).periodId ?? '';
    const make = () => run(makeFinanceFile, council.one(LATER), { periodId, way: 'invoice', costCode: 'HN-4410' });
    const before = await readUnit(council.one(LATER), (tx) => financeFiles(tx, periodId));
    const way = before.find((one) => one.toMake > 0)?.way;
    expect(before.map((one) => one.toMake).sort()).toEqual([0, 1]);
    await done(run(makeFinanceFile, council.one(LATER), { periodId, way, costCode: 'HN-4410' }));
    const file = (await readUnit(council.one(LATER), (tx) => financeFiles(tx, periodId))).find((one) => one.way === way)?.files[0];
    const read = () => readUnit(council.one(LATER), (tx) => financeFileContent(tx, file?.id ?? ''));
    const first = await read();
    expect(first?.content).toMatch(/^\uFEFFOur reference,Kind,DfE number,Payer,Amount \(pounds\),Month,Statement,Date,Cost code,Description,Customer number,Addressed to,Address\r\nFP-2025-10-0001,Charge,\d*,Aston School,5684\.21,2025-10,CS-2025-10-south,2025-11-18,HN-4410,Places over the quota,,,\r\n$/);
    await done(pay(council.one(LATER), '100', '2025-12-10'));
    await done(credit(council.one(LATER), '50'));
    expect(await read()).toEqual(first);
    expect(words(await refusal(make()))).toMatch(/in a file already/);
    expect(await readUnit(council.lead(LATER), (tx) => financeFileContent(tx, file?.id ?? ''))).toBeNull();
  });
});
