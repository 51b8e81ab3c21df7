import { z } from 'zod';
import { alongside, choiceInput, dateInput, idInput, inOrder, optionalDateInput, optionalIdInput, requiredText, versionInput, wholeNumberInput } from '@/lib/core/input';
import { isSettingName } from './rules/known-settings';

export const PHASES = ['primary', 'secondary'] as const;
export const DEVOLUTION_MODELS = ['A', 'B'] as const;

const optionalId = optionalIdInput('Choose one from the list');

export const savePartnershipInput = z.object({
  partnershipId: optionalId,
  version: versionInput,
  name: requiredText('Enter the name', 100),
  phase: choiceInput(PHASES, 'Choose primary or secondary'),
  devolutionModel: choiceInput(DEVOLUTION_MODELS, 'Choose the model'),
  displayOrder: wholeNumberInput('Order in lists', 0, 999),
  firstOn: dateInput('First day of the partnership'),
  lastOn: optionalDateInput('Last day of the partnership'),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'Last day of the partnership must be the first day or later', when: alongside });

export const joinPartnershipInput = z.object({
  partnershipId: idInput,
  establishmentId: z.uuid({ error: 'Choose the school' }),
  joinsOn: dateInput('First day as a member'),
  leavesOn: optionalDateInput('Last day as a member'),
}).refine((input) => inOrder(input.joinsOn, input.leavesOn), { path: ['leavesOn'], message: 'Last day as a member must be the first day or later', when: alongside });

export const leavePartnershipInput = z.object({ memberId: idInput, lastDay: dateInput('Last day as a member') });

export const saveTrustInput = z.object({
  trustId: optionalId,
  version: versionInput,
  name: requiredText('Enter the name of the trust', 150),
  companyNumber: z.string().trim().toUpperCase().regex(/^([A-Z0-9]{8})?$/, 'Companies House number must have eight letters and figures, for example 07654321, or be empty').default(''),
  address: requiredText('Enter the address that invoices go to', 500),
  customerNumber: requiredText('Enter the customer number of the trust in the finance system', 40),
  firstOn: dateInput('First day of the trust'),
  lastOn: optionalDateInput('Last day of the trust'),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'Last day of the trust must be the first day or later', when: alongside });

export const joinTrustInput = z.object({
  trustId: idInput,
  establishmentId: z.uuid({ error: 'Choose the school' }),
  joinsOn: dateInput('First day in the trust'),
  leavesOn: optionalDateInput('Last day in the trust'),
}).refine((input) => inOrder(input.joinsOn, input.leavesOn), { path: ['leavesOn'], message: 'Last day in the trust must be the first day or later', when: alongside });

export const changeTrustMemberInput = z.object({
  trustMemberId: idInput,
  version: versionInput,
  beginsOn: dateInput('First day in the trust'),
  endsOn: optionalDateInput('Last day in the trust'),
}).refine((input) => inOrder(input.beginsOn, input.endsOn), { path: ['endsOn'], message: 'Last day in the trust must be the first day or later', when: alongside });

export const setClockInput = z.object({ today: dateInput('Day of the demonstration') });

export const changeSettingInput = z.object({
  setting: z.string().refine(isSettingName, { error: 'The page is out of date. Open it again' }),
  /** Read against the range of the setting, which the shape does not know. */
  value: requiredText('Enter the new value', 20),
  firstOn: dateInput('First day'),
  reason: requiredText('Enter the reason', 500),
});
