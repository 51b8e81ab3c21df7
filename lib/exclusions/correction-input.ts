import { z } from 'zod';
import { choiceInput, dateInput, idInput, optionalText, requiredText, timeInput, versionInput } from '@/lib/core/input';
import { pupilFields } from '@/lib/pupils/input';
import { recordExclusionInput } from './input';
import { CONTACTS_OFFERED } from './rules/corrections';

const contacts = z.array(z.object({ name: optionalText(200), relationship: optionalText(100), phone: optionalText(40) })).max(CONTACTS_OFFERED)
  .superRefine((all, context) => {
    all.forEach((one, index) => {
      if (one.name === '' && (one.relationship !== '' || one.phone !== '')) {
        context.addIssue({ code: 'custom', path: [index, 'name'], message: `Enter the name of contact ${index + 1}, or clear the whole line to take the contact away` });
      }
    });
  });

const { firstName, lastName, bornOn, sex, upn, yearGroup, yearChecked, yearNote, homeAddress, homePostcode, homeAuthority, language, needsInterpreter, senProvision, lookedAfterBy,
  hasSocialWorker, socialWorkerContact, needs } = pupilFields;
const ofPupil = {
  pupilId: idInput, pupilVersion: versionInput, firstName, lastName, bornOn, sex, upn, yearGroup, yearChecked, yearNote, homeAddress, homePostcode, homeAuthority,
  language, needsInterpreter, contacts, senProvision, lookedAfterBy, previouslyLookedAfter: z.boolean(), hasSocialWorker, socialWorkerContact, needs,
};
const ofCorrection = {
  /** What follows from the correction, sent back by the tick of the check step. */
  effectsChecked: z.string().default(''),
  correctionReason: requiredText('Say what was wrong and how you know', 500),
};

export const correctPupilInput = z.object({ ...ofPupil, ...ofCorrection });

const { mainReason, secondReason, thirdReason, dayChecked, timeChecked, noExamLeft, decidedBy } = recordExclusionInput.shape;

const time = timeInput('Time of the exclusion');

/** Empty for an exclusion that is on record without its time of day. */
const timeOrNone = z.string().nullable().transform((text, context): string | null => {
  if (text === null || text.trim() === '') return null;
  const parsed = time.safeParse(text);
  if (parsed.success) return parsed.data;
  for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

export const correctExclusionInput = z.object({
  exclusionId: idInput, exclusionVersion: versionInput,
  excludedOn: dateInput('Date of the exclusion'), dayChecked, timeChecked, excludedAt: timeOrNone,
  afternoonBegan: choiceInput(['yes', 'no'], 'Say whether the afternoon session had begun'),
  decidedBy, mainReason, secondReason, thirdReason, noExamLeft, ...ofPupil, ...ofCorrection,
});

export type CorrectedPupil = z.output<typeof correctPupilInput>;
export type CorrectedExclusion = z.output<typeof correctExclusionInput>;
