'use server';

import { createCalendar } from '@/lib/calendars/commands/create-calendar';
import { saveCalendar } from '@/lib/calendars/commands/save-calendar';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toCalendar = (done: ActionName) => ({ calendarId }: { calendarId: string }) => `/admin/calendars/${calendarId}?done=${done}`;

export const create = formAction({
  action: 'calendar.create', command: createCalendar, then: toCalendar('calendar.create'),
  read: (form) => ({ name: form.text('name'), academicYear: form.text('academicYear'), copyFrom: form.text('copyFrom'), isDefault: form.checked('isDefault') }),
});

export const save = formAction({
  action: 'calendar.save', command: saveCalendar, then: toCalendar('calendar.save'),
  read: (form) => ({
    calendarId: form.text('calendarId'), version: form.text('version'), name: form.text('name'), label: form.text('label'),
    terms: Array.from({ length: Math.min(12, Number(form.text('termRows')) || 0) }, (_none, index) => ({
      name: form.text(`terms-${index}-name`), partOf: form.text(`terms-${index}-partOf`), firstOn: form.date(`terms-${index}-firstOn`), lastOn: form.date(`terms-${index}-lastOn`),
    })),
    closedDays: Array.from({ length: Math.min(80, Number(form.text('closedRows')) || 0) }, (_none, index) => ({
      kind: form.text(`closedDays-${index}-kind`), firstOn: form.date(`closedDays-${index}-firstOn`), lastOn: form.date(`closedDays-${index}-lastOn`),
      reason: form.text(`closedDays-${index}-reason`),
    })),
    users: form.texts('users'), addSchool: form.text('addSchool'), addSite: form.text('addSite'), acceptDays: form.checked('acceptDays'),
  }),
});
