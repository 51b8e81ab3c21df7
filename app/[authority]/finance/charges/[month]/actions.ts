'use server';

import { answerQuery } from '@/lib/charges/commands/answer-query';
import { closePeriod } from '@/lib/charges/commands/close-period';
import { draftRun } from '@/lib/charges/commands/draft-run';
import { makeFinanceFile } from '@/lib/charges/commands/make-finance-file';
import { postRun } from '@/lib/charges/commands/post-run';
import { formAction } from '@/lib/server/form-action';

export const drawUp = formAction({
  action: 'charge_run.draft',
  command: draftRun,
  read: (form) => ({ month: form.text('month') }),
  then: ({ month, changed }) => `/finance/charges/${month}?done=${changed ? 'drawn' : 'same'}`,
});

export const post = formAction({
  action: 'charge_run.post',
  command: postRun,
  read: (form) => ({ runId: form.text('runId'), version: form.text('version') }),
  then: ({ month }) => `/finance/charges/${month}?done=posted`,
});

export const answer = formAction({
  action: 'statement.answer',
  command: answerQuery,
  read: (form) => ({ queryId: form.text('queryId'), version: form.text('version'), answer: form.text('answer'), answerWords: form.text('answerWords') }),
  then: ({ month }) => `/finance/charges/${month}?done=answered`,
});

export const close = formAction({
  action: 'period.close',
  command: closePeriod,
  read: (form) => ({ periodId: form.text('periodId') }),
  then: ({ month }) => `/finance/charges/${month}?done=closed`,
});

export const makeFile = formAction({
  action: 'finance_file.make',
  command: makeFinanceFile,
  read: (form) => ({ periodId: form.text('periodId'), way: form.text('way'), costCode: form.text('costCode') }),
  then: ({ month }) => `/finance/charges/${month}?done=file`,
});
