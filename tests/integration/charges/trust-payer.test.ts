/** A month that a trust pays for, from its draft to the aged debt; and an academy's invoice, addressed to it as part of its trust. */
import { beforeEach, describe, expect, it } from 'vitest';
import { checkPayments } from '@/lib/charges/commands/check-payments';
import { disputeInvoice } from '@/lib/charges/commands/dispute-invoice';
import { importPayments } from '@/lib/charges/commands/import-payments';
import { makeFinanceFile } from '@/lib/charges/commands/make-finance-file';
import { settleDispute } from '@/lib/charges/commands/settle-dispute';
import { loadInvoices } from '@/lib/charges/invoice-store';
import { financeFileContent, financeFiles } from '@/lib/charges/queries/finance-files';
import { invoiceList } from '@/lib/charges/queries/invoice-list';
import { invoiceView } from '@/lib/charges/queries/invoice-view';
import { partnershipStatement } from '@/lib/charges/queries/partnership-statements';
import { statementInvoices } from '@/lib/charges/queries/statement-invoices';
import { saveTrust } from '@/lib/organisations/commands/save-trust';
import type { TrustView } from '@/lib/organisations/queries/trusts';
import { calendarDate } from '@/lib/core/calendar-date';
import { readUnit } from '@/lib/server/unit-of-work';
import { answerOf, asApp } from '@/tests/support/builders/app-client';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCharged, type ChargedCouncil, close, draft, incomeOf, leftOn, monthOf, NOVEMBER, OCTOBER, onlyStatement, post } from '@/tests/support/builders/charges';
import { callerOn } from '@/tests/support/builders/finance';
import { answerAsked, credit, ISSUED, onlyInvoice, pay } from '@/tests/support/builders/invoices';
import { buildTrust, newTerms, newTrust, ofSector } from '@/tests/support/builders/trusts';

let council: ChargedCouncil;
let trust: TrustView;
const LATER = '2025-12-20';

beforeEach(async () => {
  council = await buildCharged();
  trust = await buildTrust(council, ['aston']);
});

const byTrust = () => done(newTerms(council, council.agreementId, { payer: 'fund_holder_trust', fundHolderTrustId: trust.id }));

async function october(): Promise<void> {
  await done(draft(council.one('2025-11-03'), OCTOBER));
  await done(post(council.two(ISSUED), OCTOBER));
  await done(close(council.one(ISSUED), OCTOBER));
}

/** The one file of a way and month, as text. */
async function fileOf(way: 'journal' | 'invoice', month = OCTOBER): Promise<string> {
  const periodId = (await monthOf(council.one(LATER), month)).periodId ?? '';
  await done(run(makeFinanceFile, council.one(LATER), { periodId, way, costCode: 'HN-1' }));
  const file = (await readUnit(council.one(LATER), (tx) => financeFiles(tx, periodId))).find((one) => one.way === way)?.files.at(-1);
  return (await readUnit(council.one(LATER), (tx) => financeFileContent(tx, file?.id ?? '')))?.content ?? '';
}
const agedOn = async (day: string) => (await readUnit(council.one(day), (tx) => invoiceList(tx, 'all', calendarDate(day), '')))?.aged;

describe('a month that a trust pays for', () => {
  beforeEach(async () => {
    await byTrust();
    await october();
  });

  it('is the trust\u2019s on the statement, in one account of its own, and comes as an invoice with its number and address', async () => {
    const statement = onlyStatement(await monthOf(council.one(LATER), OCTOBER));
    expect(statement.payers).toEqual([{ name: 'Dearne Valley Trust', amount: 568_421n, way: 'By invoice' }]);
    expect(statement.groups.flatMap((group) => group.days).filter((day) => day.amount > 0n).every((day) => day.payer === 'Dearne Valley Trust')).toBe(true);
    // The gate stays the excluding school's: the one that is not bound is not charged, whoever pays.
    expect(statement.groups.find((group) => group.placementId === council.unbound)).toMatchObject({ amount: 0n, days: [{ kind: 'zero', payer: null }] });
    expect(await incomeOf(council)).toBe(568_421n);
    expect(await onlyInvoice(council.one(LATER))).toMatchObject({
      reference: 'FP-2025-10-0001', payerId: trust.id, payerName: 'Dearne Valley Trust', payerNumber: '', customerNumber: 'C-12', way: 'invoice', amount: 568_421n,
      addressee: 'Dearne Valley Trust', address: '1 High Street\nRotherham S60 1AA',
    });
    const view = await readUnit(council.one(LATER), (tx) => invoiceView(tx, 'FP-2025-10-0001'));
    expect(view?.parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(568_421n);
    expect(await fileOf('invoice')).toMatch(
      /\r\nFP-2025-10-0001,Charge,,Dearne Valley Trust,5684\.21,2025-10,CS-2025-10-south,2025-11-18,HN-1,Places over the quota,C-12,Dearne Valley Trust,"1 High Street, Rotherham S60 1AA"\r\n$/);
  });

  it('is read by the lead, and disputed by finance, not by the head of a school of the trust', async () => {
    const statement = (await readUnit(council.lead(LATER), (tx) => partnershipStatement(tx, 'south', OCTOBER)))?.statement;
    const seen = (who: Parameters<typeof readUnit>[0]) => readUnit(who, (tx) => statementInvoices(tx, statement?.id ?? ''));
    const head = callerOn(council, council.staff.headteacher, LATER);
    expect((await seen(council.lead(LATER))).map((one) => [one.reference, one.payerName, one.mayDispute])).toEqual([['FP-2025-10-0001', 'Dearne Valley Trust', false]]);
    expect(await seen(head)).toEqual([]);
    const { id } = await onlyInvoice(council.one(LATER));
    const dispute = { invoiceId: id, words: 'The trust says that the place had ended' };
    expect(await refusal(run(disputeInvoice, head, dispute))).toEqual({ kind: 'not_found' });
    await done(run(disputeInvoice, council.one(LATER), dispute));
    const { standing } = await onlyInvoice(council.one(LATER));
    await done(run(settleDispute, council.one(LATER), { invoiceId: id, eventId: standing.disputeId, words: 'The site shows the days' }));
    expect((await onlyInvoice(council.one(LATER))).standing.disputeId).toBeNull();
  });

  it('is paid by form and by file, credited by two people, and ages under the trust\u2019s name, also after it is renamed', async () => {
    expect(await agedOn('2025-12-18')).toEqual([{ payer: 'Dearne Valley Trust', bands: [568_421n, 0n, 0n, 0n], total: 568_421n, credit: 0n }]);
    await done(pay(council.one(LATER), '2,000', '2025-12-01', 'BACS 1'));
    const content = 'Our reference,Date received,Amount,Bank reference\r\nFP-2025-10-0001,2 12 2025,500.00,BACS 2\r\n';
    const { paymentFileId } = await done(run(checkPayments, council.one(LATER), { fileName: 'bank.csv', fileHash: 'b'.repeat(64), content }));
    await done(run(importPayments, council.one(LATER), { paymentFileId }));
    await done(credit(council.one(LATER), '84.21'));
    expect((await onlyInvoice(council.one(LATER))).standing).toMatchObject({ paid: 250_000n, credited: 8_421n, outstanding: 310_000n });
    await done(credit(council.one(LATER), '5,000'));
    await done(answerAsked(council.two(LATER), 'refused'));
    expect(await incomeOf(council)).toBe(560_000n);
    await done(run(saveTrust, callerFor(council, 'administrator'), newTrust({ trustId: trust.id, version: '1', name: 'Don Valley Trust' })));
    // An invoice keeps the name it was issued under; the statement, which is the trust's, says the present one.
    expect(await agedOn(LATER)).toEqual([{ payer: 'Dearne Valley Trust', bands: [0n, 310_000n, 0n, 0n], total: 310_000n, credit: 0n }]);
    expect(onlyStatement(await monthOf(council.one(LATER), OCTOBER)).payers[0]?.name).toBe('Don Valley Trust');
    await done(draft(council.one('2025-12-01'), NOVEMBER));
    await done(post(council.two(LATER), NOVEMBER));
    const aged = await agedOn(LATER);
    expect(aged?.map((row) => row.payer)).toEqual(['Don Valley Trust']);
    expect(aged?.[0]?.total).toBe(310_000n + ((await monthOf(council.one(LATER), NOVEMBER)).total));
    const file = await fileOf('invoice');
    expect(file.split('\r\n').slice(1, -1).map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
      'FP-2025-10-0001,Charge,,Dearne Valley Trust,5684.21',
    ]);
    expect(await fileOf('invoice', NOVEMBER)).toMatch(/FP-2025-10-0001,Credit note,,Dearne Valley Trust,-84\.21/);
  });

  it('is never a journal, whoever writes', async () => {
    await asApp(council, council.id, async (client) => {
      const idOf = async (text: string) => (await client.query<{ id: string }>(text)).rows[0]?.id;
      await client.query("INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2025-11', '2025-11-01', '2025-11-30')", [council.id]);
      const transaction = await idOf(`INSERT INTO ledger_transaction (authority_id, period_id, business_key, words, posted_by, posted_at)
        SELECT p.authority_id, p.id, 'written by hand', 'By hand', t.posted_by, now() FROM ledger_period p, ledger_transaction t WHERE p.month = '2025-11' LIMIT 1 RETURNING id`);
      const [account, income] = [await idOf('SELECT id FROM ledger_account WHERE trust_id IS NOT NULL'), await idOf("SELECT id FROM ledger_account WHERE kind = 'over_quota_income'")];
      await client.query('INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence) VALUES ($1, $2, $3, 100), ($1, $2, $4, -100)', [council.id, transaction, account, income]);
      const invoice = (way: string) => answerOf(client, `INSERT INTO invoice (authority_id, reference, transaction_id, statement_id, account_id, way, payer_name, payer_number, pence, issued_on)
        SELECT authority_id, 'FP-2025-11-0001', $1, statement_id, account_id, $2, payer_name, '', 100, issued_on FROM invoice`, [transaction, way]);
      expect([await invoice('journal'), await invoice('invoice')]).toEqual(['FP024', 'done']);
    });
  });
});

describe('a change of payer', () => {
  it('holds from the next month drawn up: corrections of an earlier one stay with who paid then', async () => {
    await october();
    await byTrust();
    await leftOn(council, council.over[3]?.id ?? '', '2025-10-10');
    await done(draft(council.one('2025-12-01'), NOVEMBER));
    const statement = onlyStatement(await monthOf(council.one('2025-12-01'), NOVEMBER));
    expect(statement.payers.map((one) => one.name).sort()).toEqual(['Aston School', 'Dearne Valley Trust']);
    const lines = statement.groups.flatMap((group) => group.days);
    expect(new Set(lines.filter((line) => line.earlierMonth !== null).map((line) => line.payer))).toEqual(new Set(['Aston School']));
    expect(new Set(lines.filter((line) => line.kind === 'charge').map((line) => line.payer))).toEqual(new Set(['Dearne Valley Trust']));
    expect(statement.payers.reduce((sum, one) => sum + one.amount, 0n)).toBe(statement.total);
  });
});

describe('an excluding school that pays', () => {
  it('is addressed as part of its trust where it is an academy that day, and stays the payer', async () => {
    await done(newTerms(council, council.agreementId, { payer: 'excluding_school' }));
    await buildTrust(council, ['brinsworth'], { name: 'Other Trust', customerNumber: 'C-13', address: '2 Low Road' });
    await ofSector(council, 'dinnington', 'maintained', '2000-09-01');
    await october();
    const invoices = await readUnit(council.one(LATER), (tx) => loadInvoices(tx));
    expect(invoices.map((one) => [one.payerName, one.way, one.customerNumber, one.addressee, one.address])).toEqual([
      ['Brinsworth School', 'invoice', '', 'Brinsworth School, part of Other Trust', '2 Low Road'], ['Dinnington School', 'journal', '', '', ''],
    ]);
    expect(invoices[0]?.payerId).toBe(council.schools.brinsworth);
    expect((await agedOn(LATER))?.map((row) => row.payer)).toEqual(['Brinsworth School', 'Dinnington School']);
    expect(await fileOf('invoice')).toMatch(/,Brinsworth School,\d+\.\d\d,.*,,"Brinsworth School, part of Other Trust",2 Low Road\r\n$/);
    expect(await fileOf('journal')).toMatch(/,Dinnington School,\d+\.\d\d,.*,,,\r\n$/);
  });
});
