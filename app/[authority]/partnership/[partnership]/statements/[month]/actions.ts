'use server';

import { queryLines } from '@/lib/charges/commands/query-lines';
import { formAction } from '@/lib/server/form-action';

export const query = formAction({
  action: 'statement.query',
  command: queryLines,
  read: (form) => ({ statementId: form.text('statementId'), placementId: form.text('placementId'), words: form.text('words') }),
  then: ({ slug, month }) => `/partnership/${slug}/statements/${month}?done=queried`,
});
