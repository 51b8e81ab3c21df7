import { CONTACTS_OFFERED } from '@/lib/exclusions/rules/corrections';
import type { FormReader } from '@/lib/server/form-action';

const PUPIL_TEXTS = [
  'pupilId', 'pupilVersion', 'firstName', 'lastName', 'sex', 'upn', 'yearGroup', 'yearChecked', 'yearNote', 'homeAddress', 'homePostcode', 'homeAuthority', 'language',
  'senProvision', 'lookedAfterBy', 'socialWorkerContact', 'effectsChecked', 'correctionReason',
] as const;
const EXCLUSION_TEXTS = [
  'exclusionId', 'exclusionVersion', 'dayChecked', 'timeChecked', 'excludedAt', 'afternoonBegan', 'decidedBy', 'mainReason', 'secondReason', 'thirdReason',
] as const;

/** The form of a correction of a pupil's details. */
export function readPupilCorrection(form: FormReader): Record<string, unknown> {
  const contacts = Array.from({ length: CONTACTS_OFFERED }, (_, index) => ({
    name: form.text(`contacts-${index}-name`), relationship: form.text(`contacts-${index}-relationship`), phone: form.text(`contacts-${index}-phone`),
  }));
  return {
    ...Object.fromEntries(PUPIL_TEXTS.map((name) => [name, form.text(name)])), bornOn: form.date('bornOn'), needsInterpreter: form.checked('needsInterpreter'), contacts,
    previouslyLookedAfter: form.checked('previouslyLookedAfter'), hasSocialWorker: form.checked('hasSocialWorker'), needs: form.texts('needs'),
  };
}

/** The form of a correction of an exclusion with its pupil, the same for officers and for schools. */
export function readExclusionCorrection(form: FormReader): Record<string, unknown> {
  return {
    ...readPupilCorrection(form), ...Object.fromEntries(EXCLUSION_TEXTS.map((name) => [name, form.text(name)])),
    excludedOn: form.date('excludedOn'), noExamLeft: form.checked('noExamLeft'),
  };
}
