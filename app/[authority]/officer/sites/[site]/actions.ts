'use server';

import { endOverNumber } from '@/lib/placements/commands/end-over-number';
import { formAction } from '@/lib/server/form-action';

export const endAuthorisation = formAction({
  action: 'site.end_over_number',
  command: endOverNumber,
  read: (form) => ({ siteId: form.text('siteId'), overNumberId: form.text('overNumberId'), lastOn: form.date('lastOn'), endedBecause: form.text('endedBecause') }),
  then: (outcome) => `/officer/sites/${outcome.slug}#over-number`,
});
