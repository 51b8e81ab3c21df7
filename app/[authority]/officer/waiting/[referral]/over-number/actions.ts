'use server';

import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { formAction } from '@/lib/server/form-action';
import { addressOf } from '../../../address';

export const authorise = formAction({
  action: 'site.authorise_over_number',
  command: authoriseOverNumber,
  read: (form) => ({
    referralId: form.text('referralId'), siteId: form.text('siteId'), kind: form.text('kind'), places: form.text('places'), firstOn: form.date('firstOn'),
    lastOn: form.date('lastOn'), agreedBySite: form.text('agreedBySite'), authorisedBy: form.text('authorisedBy'), reason: form.text('reason'),
  }),
  // What was asked for goes on as it was, whatever days were authorised.
  then: (outcome, _slug, form) => addressOf(`/officer/waiting/${outcome.referralId}/place`, {
    from: form.text('wantedFrom'), to: form.text('wantedTo'), share: form.text('wantedShare'), kind: form.text('wantedKind'), site: outcome.siteSlug,
    'over-number': outcome.siteSlug, 'over-kind': outcome.kind, 'over-from': outcome.firstOn, 'over-to': outcome.lastOn,
  }),
});
