'use server';

import { finishTask } from '@/lib/exclusions/commands/finish-task';
import { formAction } from '@/lib/server/form-action';

export const finish = formAction({
  action: 'task.finish',
  command: finishTask,
  read: (form) => ({ taskId: form.text('taskId'), version: form.text('version'), doneNote: form.text('doneNote') }),
  then: () => '/tasks',
});
