import { z } from 'zod';
import { alongside, choiceInput, dateInput, idInput, inOrder, optionalDateInput, optionalIdInput, requiredText, versionInput } from '@/lib/core/input';
import { passwordProblem, SHORTEST_PASSWORD } from '@/lib/core/password-rule';

/** Roles that can be given; the public has no sign-in. */
export const ASSIGNABLE_ROLES = [
  'placement_officer', 'commissioner', 'finance_officer', 'administrator', 'headteacher', 'partnership_lead', 'pru_head', 'provider', 'forum_member',
  'board_member', 'auditor',
] as const;

const optionalId = optionalIdInput('Choose one from the list');

export const savePersonInput = z.object({
  personId: optionalId,
  version: versionInput,
  name: requiredText('Enter the name', 200),
  email: z.string().trim().toLowerCase().max(200, 'Use at most 200 characters').regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an e-mail address, for example name@council.gov.uk'),
  /** The first password of a sign-in; empty for none, or when there is one already. */
  password: z.string().max(200, 'Use at most 200 characters').refine((text) => text === '' || text.length >= SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters, or leave it empty for no sign-in`),
});

export const givePasswordInput = z.object({
  personId: idInput,
  version: versionInput,
  newPassword: z.string().superRefine((text, context) => {
    const problem = passwordProblem(text);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  }),
});

export const assignRoleInput = z.object({
  personId: idInput,
  role: choiceInput(ASSIGNABLE_ROLES, 'Choose the role'),
  establishmentId: optionalId,
  partnershipId: optionalId,
  providerId: optionalId,
  firstOn: dateInput('First day of the role'),
  lastOn: optionalDateInput('Last day of the role'),
}).refine((input) => inOrder(input.firstOn, input.lastOn), { path: ['lastOn'], message: 'Last day of the role must be the first day or later', when: alongside });

export const endRoleInput = z.object({ roleId: idInput, version: versionInput, endsOn: dateInput('Last day of the role') });
