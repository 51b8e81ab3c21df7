'use server';

import { changeSetting } from '@/lib/organisations/commands/change-setting';
import { formAction } from '@/lib/server/form-action';

export const change = formAction({
  action: 'setting.change', command: changeSetting, then: ({ name }) => `/admin/settings?changed=${name}`,
  read: (form) => ({ setting: form.text('setting'), value: form.text('value'), firstOn: form.date('firstOn'), reason: form.text('reason') }),
});
