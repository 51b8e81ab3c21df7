import { z } from 'zod';
import { alongside, choiceInput, dateInput, optionalDateInput, optionalIdInput, optionalText, requiredText, timeInput, versionInput, wholeNumberInput } from '@/lib/core/input';
import { SEN_TYPES } from '@/lib/pupils/rules/sen-types';

export const PROVIDER_KINDS = ['pru', 'ap_academy', 'special_school', 'independent', 'unregistered', 'college', 'in_school'] as const;

const optionalId = optionalIdInput('Choose one from the list');

export const saveSiteInput = z.object({
  siteId: optionalId,
  version: versionInput,
  /** An existing provider, or a new one by name and kind. */
  providerId: optionalId,
  newProviderName: optionalText(200),
  newProviderKind: z.union([z.literal(''), choiceInput(PROVIDER_KINDS, 'Choose the kind of provider')]),
  name: requiredText('Enter the name of the site', 120),
  specialism: optionalText(300),
  lowYear: wholeNumberInput('Youngest year group', 0, 13),
  highYear: wholeNumberInput('Oldest year group', 0, 13),
  needs: z.array(z.enum(SEN_TYPES.map((type) => type.code) as [string, ...string[]], { error: 'Choose needs from the list' })),
  languages: z.string().default('').transform((text) => [...new Set(text.split(',').map((one) => one.trim()).filter((one) => one !== ''))]),
  mustAgree: z.boolean(),
  countsToQuota: z.boolean(),
  address: optionalText(300),
  startTime: timeInput('Start of the day'),
  endTime: timeInput('End of the day'),
  contactName: optionalText(200),
  contactPhone: optionalText(40),
  openedOn: dateInput('First day open'),
  closedOn: optionalDateInput('Day closed for good'),
}).refine((input) => !(input.lowYear > input.highYear), { path: ['highYear'], message: 'Oldest year group must be the youngest or above', when: alongside });
