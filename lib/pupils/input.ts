import { z } from 'zod';
import { choiceInput, dateInput, optionalText, requiredText, optionalIdInput } from '@/lib/core/input';
import { parsePostcode } from './rules/postcode';
import { parseUpn } from './rules/upn';
import { SEN_PROVISION, SEN_TYPES } from './rules/sen-types';
import type { Upn } from './types';

const optionalId = optionalIdInput('The page is out of date. Open it again');

/** A UPN as typed, or null; what is wrong is said at the field (R64). */
const upnInput = z.string().trim().default('').transform((text, context): Upn | null => {
  if (text === '') return null;
  const parsed = parseUpn(text);
  if (parsed.kind === 'valid') return parsed.upn;
  context.addIssue({ code: 'custom', message: parsed.message });
  return z.NEVER;
});

const postcodeInput = z.string().transform((text, context): string => {
  const postcode = parsePostcode(text);
  if (postcode !== null) return postcode;
  context.addIssue({ code: 'custom', message: 'Postcode must be a full postcode or its first half, for example S66 2BH or S66' });
  return z.NEVER;
});

/** The pupil as a form gives them: one on record, chosen before or recognised, or a new one. */
export const pupilFields = {
  pupilId: optionalId,
  pupilVersion: z.string().default(''),
  /** The answer to "is this the same pupil?", asked only when the name and birth date, or the UPN, are on record. */
  samePupil: z.enum(['', 'yes', 'no']).default(''),
  firstName: requiredText('Enter the first name', 100),
  lastName: requiredText('Enter the last name', 100),
  bornOn: dateInput('Birth date'),
  sex: choiceInput(['F', 'M'], 'Choose the sex on the school\u2019s record'),
  upn: upnInput,
  yearGroup: z.string().regex(/^(\d|1[0-3])$/, 'Choose the year group').transform(Number),
  /** The question about an unusual year group, sent back by the tick that answers it. */
  yearChecked: z.string().default(''),
  yearNote: optionalText(300),
  homeAddress: optionalText(300),
  homePostcode: postcodeInput,
  homeAuthority: requiredText('Choose the authority the pupil lives in', 8),
  contactName: optionalText(200),
  contactRelationship: optionalText(100),
  contactPhone: optionalText(40),
  secondContactName: optionalText(200),
  secondContactRelationship: optionalText(100),
  secondContactPhone: optionalText(40),
  language: requiredText('Enter the language spoken at home', 60),
  needsInterpreter: z.boolean(),
  senProvision: choiceInput(SEN_PROVISION, 'Choose whether the pupil has an EHC plan or SEN support'),
  lookedAfterBy: optionalText(8),
  hasSocialWorker: z.boolean(),
  socialWorkerContact: optionalText(200),
  needs: z.array(z.enum(SEN_TYPES.map((type) => type.code) as [string, ...string[]], { error: 'Choose needs from the list' })).max(5, 'Choose no more than five needs'),
};

export type PupilEntry = z.output<z.ZodObject<typeof pupilFields>>;
