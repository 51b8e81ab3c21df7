'use server';

import { changePlaces, closeDays, reopenDays } from '@/lib/placements/commands/change-places';
import { saveSite } from '@/lib/providers/commands/save-site';
import type { ActionName } from '@/lib/server/access';
import { formAction } from '@/lib/server/form-action';

const toSite = (done: ActionName) => ({ slug }: { slug: string }) => `/admin/sites/${slug}?done=${done}`;

export const save = formAction({
  action: 'site.save', command: saveSite, then: toSite('site.save'),
  read: (form) => ({
    siteId: form.text('siteId'), version: form.text('version'), providerId: form.text('providerId'), newProviderName: form.text('newProviderName'),
    newProviderKind: form.text('newProviderKind'), name: form.text('name'), specialism: form.text('specialism'), lowYear: form.text('lowYear'),
    highYear: form.text('highYear'), needs: form.texts('needs'), languages: form.text('languages'), mustAgree: form.checked('mustAgree'),
    countsToQuota: form.checked('countsToQuota'), address: form.text('address'), startTime: form.text('startTime'), endTime: form.text('endTime'),
    contactName: form.text('contactName'), contactPhone: form.text('contactPhone'), openedOn: form.date('openedOn'), closedOn: form.date('closedOn'),
  }),
});

export const changeNumber = formAction({
  action: 'site.change_places', command: changePlaces, then: toSite('site.change_places'),
  read: (form) => ({
    siteId: form.text('siteId'), kind: form.text('kind'), effectiveOn: form.date('effectiveOn'), places: form.text('places'), reason: form.text('reason'),
  }),
});

export const close = formAction({
  action: 'site.close_days', command: closeDays, then: toSite('site.close_days'),
  read: (form) => ({ siteId: form.text('siteId'), firstOn: form.date('firstOn'), lastOn: form.date('lastOn'), closedBecause: form.text('closedBecause') }),
});

export const reopen = formAction({
  action: 'site.reopen_days', command: reopenDays, then: toSite('site.reopen_days'),
  read: (form) => ({ siteId: form.text('siteId'), closureId: form.text('closureId') }),
});
