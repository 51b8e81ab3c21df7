import { z } from 'zod';
import { choiceInput, dateInput, idInput, requiredText, wholeNumberInput } from '@/lib/core/input';
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
  reason: requiredText('Say why the site is closed'),
}).refine((input) => input.lastOn >= input.firstOn, { path: ['lastOn'], message: 'Last day closed must be the first day or later' });

export const reopenDaysInput = z.object({ siteId: idInput, closureId: idInput });
