import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type FinanceFileRow, financeFileText, poundsAsNumber } from '@/lib/charges/finance-file-text';
import { checkPaymentRows, type KnownInvoice } from '@/lib/charges/payment-rows';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';

const row = (changes: Partial<FinanceFileRow>): FinanceFileRow => ({
  reference: 'FP-2026-02-0001', kind: 'charge', payerNumber: '3724001', payerName: 'Aston School', customerNumber: '', addressee: '', address: '', amount: pence(568_421n), month: '2026-02', statement: 'CS-2026-02-south', on: calendarDate('2026-03-17'), ...changes,
});

describe('a file for the finance system', () => {
  it('reads back to every sum and name, and sums below zero are numbers', () => {
    const text = financeFileText([row({}), row({ kind: 'credit_note', amount: pence(-5n), payerName: 'St "Mary", Aston' })], 'HN-1');
    const [, first, second] = parse(text, { bom: true }) as string[][];
    expect(first?.slice(0, 9)).toEqual(['FP-2026-02-0001', 'Charge', '3724001', 'Aston School', '5684.21', '2026-02', 'CS-2026-02-south', '2026-03-17', 'HN-1']);
    expect([second?.[1], second?.[3], second?.[4]]).toEqual(['Credit note', 'St "Mary", Aston', '-0.05']);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('says a trust by its customer number, and to whom and where an academy of a trust is charged, on one line', () => {
    const trust = { payerNumber: '', payerName: 'Dearne Valley Trust', customerNumber: 'C-12', addressee: 'Dearne Valley Trust', address: '1 High Street\nRotherham' };
    const [headings, first, second] = parse(financeFileText([row(trust), row({ addressee: 'Aston School, part of Dearne Valley Trust', address: '1 High Street' })], ''), { bom: true }) as string[][];
    expect(headings?.slice(-3)).toEqual(['Customer number', 'Addressed to', 'Address']);
    expect([first?.[2], first?.[3], ...(first?.slice(-3) ?? [])]).toEqual(['', 'Dearne Valley Trust', 'C-12', 'Dearne Valley Trust', '1 High Street, Rotherham']);
    expect([second?.[2], ...(second?.slice(-3) ?? [])]).toEqual(['3724001', '', 'Aston School, part of Dearne Valley Trust', '1 High Street']);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@sum', '\tx', '\rx'])('escapes %j, which a spreadsheet would run', (payerName) => {
    const [, first] = parse(financeFileText([row({ payerName })], payerName), { bom: true }) as string[][];
    expect([first?.[3], first?.[8]]).toEqual([`'${payerName}`, `'${payerName}`]);
  });

  it.each([[0n, '0.00'], [5n, '0.05'], [-5n, '-0.05'], [123_456_789n, '1234567.89'], [-100n, '-1.00']])('writes %s pence as %s', (amount, text) => {
    expect(poundsAsNumber(amount)).toBe(text);
  });
});

describe('a file of payments', () => {
  const invoices = new Map<string, KnownInvoice>([['FP-2026-02-0001', { id: 'i', issuedOn: calendarDate('2026-02-20'), outstanding: pence(1_000n), payments: new Set(['2026-02-21 100 b1']) }]]);
  const check = (lines: string, headings = 'Our reference,Date received,Amount,Bank reference') => checkPaymentRows(`${headings}\r\n${lines}`, invoices, calendarDate('2026-03-02'));
  const problems = (lines: string, headings?: string) => check(lines, headings).problems.map((one) => one.problem);

  it.each([
    ['FP-2026-02-0001,21/02/2026,"1,234.50",B2', undefined], ['21 2 2026;£1,234.50;x;fp-2026-02-0001;B2', 'date received;amount;Till;our reference;Bank Reference'],
    ['FP-2026-02-0001\t2026-02-21\t1234.5\tB2', 'Our reference\tDate received\tAmount\tBank reference'],
  ])('takes %j: commas, semicolons and tabs, columns in any order, dates three ways', (lines, headings) => {
    expect(check(lines, headings)).toEqual({
      problems: [], rows: [{ row: 2, reference: 'FP-2026-02-0001', invoiceId: 'i', on: '2026-02-21', amount: 123_450n, bankReference: 'B2', remark: 'Over-pays FP-2026-02-0001 by £1,224.50' }],
    });
  });

  it('adds up payments of one invoice before it says that it is over-paid', () => {
    expect(check('FP-2026-02-0001,21/02/2026,6,B2\nFP-2026-02-0001,21/02/2026,5,B3').rows.map((one) => one.remark)).toEqual([null, 'Over-pays FP-2026-02-0001 by £1.00']);
  });

  it.each([
    ['FP-2026-02-0009,21/02/2026,1,', 'We have no invoice or journal with this reference'], [',21/02/2026,1,', 'There is no reference'],
    ['FP-2026-02-0001,30/02/2026,1,', 'This is not a date'], ['FP-2026-02-0001,03/03/2026,1,', 'This day is still to come'],
    ['FP-2026-02-0001,19/02/2026,1,', 'The invoice was issued later, on 20 February 2026'], ['FP-2026-02-0001,21/02/2026,0,', 'This is not an amount above zero'],
    ['FP-2026-02-0001,21/02/2026,-1,', 'This is not an amount above zero'], ['FP-2026-02-0001,21/02/2026,1.00,B1', 'This payment is on record already'],
    ['FP-2026-02-0001,21/02/2026,1,B4\nFP-2026-02-0001,21/02/2026,1,b4', 'Line 2 is the same payment'], ['"FP-2026-02-0001,1', 'A quotation mark is opened and not closed, or stands inside a value'],
    ['', 'The file has headings and no rows'],
  ])('refuses %j: %s', (lines, problem) => {
    expect(problems(lines)).toEqual([problem]);
    expect(check(lines).rows).toEqual([]);
  });

  it('names every column that is missing', () => {
    expect(problems('x', 'Our reference,Sum')).toEqual(['The column Date received is missing', 'The column Amount is missing', 'The column Bank reference is missing']);
  });
});
