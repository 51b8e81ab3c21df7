'use server';

import { freezePack } from '@/lib/board/commands/freeze-pack';
import { formAction } from '@/lib/server/form-action';

export const freeze = formAction({
  action: 'board_pack.freeze', command: freezePack, then: ({ packId }) => `/board/meetings/${packId}`,
  read: (form) => ({ meetingId: form.text('meetingId'), version: form.text('version'), title: form.text('title'), meetsOn: form.date('meetsOn'), note: form.text('note') }),
});
