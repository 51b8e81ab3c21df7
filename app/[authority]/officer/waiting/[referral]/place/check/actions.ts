'use server';

import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { formAction } from '@/lib/server/form-action';

export const propose = formAction({
  action: 'placement.propose',
  command: proposePlacement,
  read: (form) => ({
    referralId: form.text('referralId'), referralVersion: form.text('referralVersion'), siteId: form.text('siteId'), placeKind: form.text('placeKind'),
    firstOn: form.text('firstOn'), lastOn: form.text('lastOn'), shareTenths: form.text('shareTenths'), transport: form.text('transport'),
    viewPupil: form.text('viewPupil'), viewParent: form.text('viewParent'), whySuits: form.text('whySuits'), lateReason: form.text('lateReason'),
    seen: form.text('seen'),
  }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=propose`,
});
