/** What came in for the demonstration's invoices, so that some are settled, some part paid, one disputed and some old. */
import { createHash } from 'node:crypto';
import { checkPayments } from '@/lib/charges/commands/check-payments';
import { disputeInvoice } from '@/lib/charges/commands/dispute-invoice';
import { importPayments } from '@/lib/charges/commands/import-payments';
import { makeFinanceFile } from '@/lib/charges/commands/make-finance-file';
import { recordPayment } from '@/lib/charges/commands/record-payment';
import { type KeptInvoice, loadInvoices } from '@/lib/charges/invoice-store';
import { financeFiles } from '@/lib/charges/queries/finance-files';
import { poundsAsNumber } from '@/lib/charges/finance-file-text';
import type { Month } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import { addDays, calendarDate, type CalendarDate, minDate } from '@/lib/core/calendar-date';
import { readUnit } from '@/lib/server/unit-of-work';
import { act, callerAs, type ChargePeople } from './run-months';

const RECORDED_ON = calendarDate('2026-02-27');
/** Invented, like the people. */
const COST_CODE = 'HN-OQ-01';

/** The files of a posted month for the finance system. */
export async function makeFiles(authorityId: string, people: ChargePeople, month: Month, on: CalendarDate): Promise<void> {
  const caller = callerAs(authorityId, people.drawsUp, on);
  const period = (await readUnit(caller, loadPeriods)).find((one) => one.month === month);
  for (const { way, toMake } of period ? await readUnit(caller, (tx) => financeFiles(tx, period.id)) : []) {
    if (toMake > 0) await act(makeFinanceFile, caller, { periodId: period?.id, way, costCode: COST_CODE });
  }
}

/** Every second invoice in full by one file of the bank; of the others every second in part, and the oldest disputed. */
export async function payInvoices(authorityId: string, people: ChargePeople): Promise<void> {
  const caller = callerAs(authorityId, people.drawsUp, RECORDED_ON);
  const owed = (await readUnit(caller, (tx) => loadInvoices(tx))).filter((one) => one.amount > 0n);
  const [full, rest] = [owed.filter((_one, index) => index % 2 === 0), owed.filter((_one, index) => index % 2 === 1)];
  if (full.length === 0) return;
  const content = ['Our reference,Date received,Amount,Bank reference', ...full.map((one) => `${one.reference},${receivedOn(one)},${poundsAsNumber(one.amount)},BACS ${one.reference.slice(3)}`)].join('\r\n');
  const fileHash = createHash('sha256').update(content).digest('hex');
  const { paymentFileId } = await act(checkPayments, caller, { fileName: 'bank-receipts-2026-02-27.csv', fileHash, content });
  await act(importPayments, caller, { paymentFileId });
  for (const one of rest.filter((_one, index) => index % 2 === 0)) {
    await act(recordPayment, caller, { invoiceId: one.id, receivedOn: receivedOn(one), amount: poundsAsNumber(one.amount / 2n), bankReference: '' });
  }
  const disputed = rest.find((_one, index) => index % 2 === 1);
  if (disputed) await act(disputeInvoice, caller, { invoiceId: disputed.id, words: 'The school says that the place began a day later than it was charged from' });
}

function receivedOn(invoice: KeptInvoice): CalendarDate {
  return minDate(addDays(invoice.issuedOn, 24), RECORDED_ON);
}
