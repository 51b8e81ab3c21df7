'use server';

import { setClock } from '@/lib/organisations/commands/set-clock';
import { formAction } from '@/lib/server/form-action';

export const setDay = formAction({
  action: 'clock.set', command: setClock, then: () => '/admin/clock?done=clock.set',
  read: (form) => ({ today: form.date('today') }),
});
