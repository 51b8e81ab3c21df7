'use server';

import { formAction } from '@/lib/server/form-action';
import { noteMonth } from '@/lib/spend/commands/note-month';

export const note = formAction({
  action: 'monitor.note',
  command: noteMonth,
  read: (form) => ({
    month: form.text('month'), noteKind: form.text('noteKind'), line: form.text('line'), notedOn: form.date('notedOn'), who: form.text('who'), words: form.text('words'),
  }),
  then: ({ month, kind }) => `/finance/monitor/${month}?done=${kind}`,
});
