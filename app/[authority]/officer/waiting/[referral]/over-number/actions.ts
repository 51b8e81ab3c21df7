'use server';

import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { formAction } from '@/lib/server/form-action';

export const authorise = formAction({
  action: 'site.authorise_over_number',
  command: authoriseOverNumber,
  read: (form) => ({
    referralId: form.text('referralId'), siteId: form.text('siteId'), kind: form.text('kind'), places: form.text('places'), firstOn: form.date('firstOn'),
    lastOn: form.date('lastOn'), agreedBySite: form.text('agreedBySite'), authorisedBy: form.text('authorisedBy'), reason: form.text('reason'),
  }),
  then: (outcome) => `/officer/waiting/${outcome.referralId}/place?from=${outcome.firstOn}&to=${outcome.lastOn}&kind=${outcome.kind}&site=${outcome.siteSlug}&over-number=${outcome.siteSlug}`,
});
