import { z } from 'zod';
import { alongside, choiceInput, dateInput, idInput, inOrder, optionalDateInput, optionalText, requiredText, timeInput, versionInput, wholeNumberInput } from '@/lib/core/input';

export const TRANSPORT_CHOICES = ['none', 'bus_pass', 'minibus', 'taxi'] as const;
export const PLACE_KIND_CHOICES = ['day6', 'preventative', 'reserve'] as const;

const share = wholeNumberInput('Share', 1, 10);

export const proposeInput = z.object({
  referralId: idInput,
  referralVersion: versionInput,
  siteId: z.uuid({ error: 'Choose a site' }),
  placeKind: choiceInput(PLACE_KIND_CHOICES, 'Choose the kind of place'),
  firstOn: dateInput('Start date'),
  lastOn: dateInput('End date'),
  shareTenths: share,
  transport: choiceInput(TRANSPORT_CHOICES, 'Choose how the pupil gets there'),
  viewPupil: optionalText(),
  viewParent: optionalText(),
  whySuits: requiredText('Say why this place suits the pupil'),
  lateReason: optionalText(),
  /** The quota effect that the check page showed. */
  seen: z.string(),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'End date must be the start date or later', when: alongside });

const existing = { placementId: idInput, version: versionInput };

export const extendInput = z.object({ ...existing, lastOn: dateInput('New end date'), reason: requiredText('Say why the end moves'), seen: z.string() });
export const endInput = z.object({ ...existing, leftOn: dateInput('Last day'), whereNext: requiredText('Say where the pupil goes next') });
export const cancelInput = z.object({ ...existing, reason: requiredText('Say why the placement is cancelled') });
export const changeSiteInput = z.object({
  ...existing, siteId: z.uuid({ error: 'Choose a site' }), placeKind: choiceInput(PLACE_KIND_CHOICES, 'Choose the kind of place'),
  fromOn: dateInput('First day at the new site'), reason: requiredText('Say why the pupil changes site'), seen: z.string(),
});
export const changeShareInput = z.object({
  ...existing, shareTenths: share, fromOn: dateInput('First day of the new share'), reason: requiredText('Say why the share changes'), seen: z.string(),
});
export const undoInput = z.object({ placementId: idInput, actId: idInput });

export const acceptInput = z.object({ ...existing, admissionMeetingOn: optionalDateInput('Admission meeting') });
export const concernInput = z.object({ ...existing, concern: requiredText('Say what the concern is and what would settle it') });
export const toldInput = z.object({ ...existing, toldOn: dateInput('Date parents were told'), toldAt: timeInput('Time they were told') });
export const lessNoticeInput = z.object({ ...existing, noticeAgreed: requiredText('Say who agreed, to whom, when and how', 300) });
export const transportInput = z.object({ ...existing, transport: choiceInput(TRANSPORT_CHOICES, 'Choose the transport'), bookedOn: dateInput('Date booked') });
export const startInput = z.object({ ...existing, startedOn: dateInput('Date started') });
export const notArrivedInput = z.object({ ...existing, expectedOn: dateInput('Day the pupil was expected') });
