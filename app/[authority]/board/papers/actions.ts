'use server';

import { freezeClose } from '@/lib/board/commands/freeze-close';
import { saveItem } from '@/lib/board/commands/save-item';
import { formAction } from '@/lib/server/form-action';

export const save = formAction({
  action: 'board_item.save', command: saveItem, then: ({ itemId }) => `/board/papers?saved=${itemId}`,
  read: (form) => ({
    itemId: form.text('itemId'), version: form.text('version'), itemKind: form.text('itemKind'), itemState: form.text('itemState'), title: form.text('title'),
    words: form.text('words'), owner: form.text('owner'), dueOn: form.date('dueOn'), settledOn: form.date('settledOn'), outcome: form.text('outcome'),
  }),
});

export const freezeMonth = formAction({
  action: 'board_close.freeze', command: freezeClose, then: () => '/board/papers?frozen=yes',
  read: (form) => ({ month: form.text('month') }),
});
