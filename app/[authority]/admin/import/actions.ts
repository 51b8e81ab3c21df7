'use server';

import { commitImport } from '@/lib/imports/commands/commit-import';
import { undoImport } from '@/lib/imports/commands/undo-import';
import { formAction } from '@/lib/server/form-action';

const toImport = ({ batchId }: { batchId: string }) => `/admin/import/${batchId}`;

export const commit = formAction({
  action: 'import.commit', command: commitImport, then: toImport,
  read: (form) => ({ uploadId: form.text('uploadId') }),
});

export const undo = formAction({
  action: 'import.undo', command: undoImport, then: toImport,
  read: (form) => ({ batchId: form.text('batchId'), reason: form.text('reason') }),
});
