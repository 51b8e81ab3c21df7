import { z } from 'zod';
import { choiceInput, dateInput, idInput, optionalDateInput, optionalText, requiredText, versionInput } from '@/lib/core/input';

export const MARKER_KINDS = ['not_with', 'not_at'] as const;

export const markInput = z.object({
  pupilId: idInput,
  kind: choiceInput(MARKER_KINDS, 'Choose the kind of marker'),
  /** Reference of the other pupil, for "not with". */
  otherReference: optionalText(40),
  /** '' unless "not at". */
  siteId: z.union([z.literal(''), z.uuid({ error: 'Choose a site' })]),
  reason: requiredText('Say why the marker stands'),
  firstOn: dateInput('First day'),
  lastOn: optionalDateInput('Last day'),
}).superRefine((input, context) => {
  if (input.kind === 'not_with' && input.otherReference === '') context.addIssue({ code: 'custom', path: ['otherReference'], message: 'Enter the reference of the other pupil' });
  if (input.kind === 'not_at' && input.siteId === '') context.addIssue({ code: 'custom', path: ['siteId'], message: 'Choose a site' });
  if (input.lastOn !== null && input.lastOn < input.firstOn) context.addIssue({ code: 'custom', path: ['lastOn'], message: 'Last day must be the first day or later, or empty' });
});

export const endMarkerInput = z.object({
  pupilId: idInput, markerId: idInput, version: versionInput, lastOn: dateInput('Last day'), endReason: requiredText('Say why the marker ends'),
});
