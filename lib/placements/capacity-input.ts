import { z } from 'zod';
import { alongside, choiceInput, dateInput, idInput, inOrder, requiredText, wholeNumberInput } from '@/lib/core/input';
import { PLACE_KIND_CHOICES } from './input';

export const changePlacesInput = z.object({
  siteId: idInput,
  kind: choiceInput(PLACE_KIND_CHOICES, 'Choose the kind of place'),
  effectiveOn: dateInput('First day with the new number'),
  places: wholeNumberInput('Places', 0, 500),
  reason: requiredText('Say why the number of places changes'),
});

export const closeDaysInput = z.object({
  siteId: idInput,
  firstOn: dateInput('First day closed'),
  lastOn: dateInput('Last day closed'),
  closedBecause: requiredText('Say why the site is closed'),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'Last day closed must be the first day or later', when: alongside });

export const reopenDaysInput = z.object({ siteId: idInput, closureId: idInput });

export const overNumberInput = z.object({
  /** The pupil waiting for whom it is asked; only says where to go back to. */
  referralId: idInput,
  siteId: z.uuid({ error: 'Choose a site' }),
  kind: choiceInput(PLACE_KIND_CHOICES, 'Choose the kind of place'),
  places: wholeNumberInput('Places over number', 1, 50),
  firstOn: dateInput('First day'),
  lastOn: dateInput('Last day'),
  agreedBySite: requiredText('Say who at the site agreed', 200),
  authorisedBy: requiredText('Say who in the authority authorised it', 200),
  reason: requiredText('Say why places over number are authorised'),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'Last day must be the first day or later', when: alongside });

export const endOverNumberInput = z.object({
  siteId: idInput, overNumberId: idInput, lastOn: dateInput('Last day of the authorisation'), endedBecause: requiredText('Say why it ends'),
});
