import { z } from 'zod';
import { choiceInput, dateInput, idInput, moneyInput, optionalText, requiredText, versionInput } from '@/lib/core/input';
import { isMonth } from './rules/months';

const monthInput = z.string().refine(isMonth, { error: 'The page is out of date. Open it again' });

export const draftRunInput = z.object({ month: monthInput });
export const postRunInput = z.object({ runId: idInput, version: versionInput });
export const closePeriodInput = z.object({ periodId: idInput });
export const queryLinesInput = z.object({
  statementId: idInput, placementId: idInput, words: requiredText('Say what is wrong with these lines, for example the day on which the pupil left', 1000),
});
export const answerQueryInput = z.object({
  queryId: idInput, version: versionInput,
  answer: choiceInput(['upheld', 'refused'], 'Choose whether the query is upheld or refused'),
  answerWords: requiredText('Enter the reason that the partnership reads', 1000),
});

export const makeFinanceFileInput = z.object({
  periodId: idInput, way: choiceInput(['journal', 'invoice'], 'Choose which file to make'),
  costCode: z.string().trim().max(40, 'Use at most 40 characters').regex(/^[\w./ -]*$/, 'Use letters, figures, dots, dashes and slashes only').default(''),
});
export const recordPaymentInput = z.object({
  invoiceId: idInput, receivedOn: dateInput('Day the money came in'), amount: moneyInput('Amount').refine((amount) => amount > 0n, { error: 'Amount must be above zero' }),
  bankReference: optionalText(100),
});
export const importPaymentsInput = z.object({ paymentFileId: idInput });
export const checkPaymentsInput = z.object({ fileName: requiredText('Choose a file', 200), fileHash: z.string().regex(/^[0-9a-f]{64}$/), content: z.string() });
export const disputeInvoiceInput = z.object({ invoiceId: idInput, words: requiredText('Say what the payer disputes and why', 1000) });
export const settleDisputeInput = z.object({ invoiceId: idInput, eventId: idInput, words: requiredText('Say how the dispute was settled', 1000) });
export const creditInvoiceInput = z.object({
  invoiceId: idInput, amount: moneyInput('Amount').refine((amount) => amount > 0n, { error: 'Amount must be above zero' }),
  words: requiredText('Say why the sum is credited', 1000),
});
export const answerCreditInput = z.object({
  invoiceId: idInput, eventId: idInput, answer: choiceInput(['given', 'refused'], 'Choose whether the credit note is given or refused'),
  words: requiredText('Enter the reason, which stays with the invoice', 1000),
});
export const reverseEventInput = z.object({ invoiceId: idInput, eventId: idInput, words: requiredText('Say why it is taken back', 1000) });
