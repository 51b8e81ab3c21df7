import type { FormReader } from '@/lib/server/form-action';

const PUPIL_TEXTS = [
  'pupilId', 'pupilVersion', 'samePupil', 'firstName', 'lastName', 'sex', 'upn', 'yearGroup', 'yearChecked', 'yearNote', 'homeAddress', 'homePostcode', 'homeAuthority',
  'contactName', 'contactRelationship', 'contactPhone', 'secondContactName', 'secondContactRelationship', 'secondContactPhone', 'language',
  'senProvision', 'lookedAfterBy', 'socialWorkerContact',
] as const;
const EXCLUSION_TEXTS = ['excludedAt', 'dayChecked', 'timeChecked', 'afternoonBegan', 'schoolId', 'elsewhereSchool', 'elsewhereAuthority', 'decidedBy', 'mainReason', 'secondReason', 'thirdReason', 'askedFor'] as const;

function texts(form: FormReader, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}

/** The pupil's part of a form that brings somebody onto the list. */
export function readPupil(form: FormReader): Record<string, unknown> {
  return {
    ...texts(form, PUPIL_TEXTS), bornOn: form.date('bornOn'), needsInterpreter: form.checked('needsInterpreter'),
    hasSocialWorker: form.checked('hasSocialWorker'), needs: form.texts('needs'),
  };
}

/** The form of a permanent exclusion, the same for officers and for schools. */
export function readExclusion(form: FormReader): Record<string, unknown> {
  return { ...texts(form, EXCLUSION_TEXTS), excludedOn: form.date('excludedOn'), noExamLeft: form.checked('noExamLeft'), ...readPupil(form) };
}

/** Who was told of an exclusion, the same for officers and for schools. */
export function readTold(form: FormReader): Record<string, unknown> {
  return { exclusionId: form.text('exclusionId'), notices: form.texts('notices'), toldOn: form.date('toldOn'), toldBy: form.text('toldBy') };
}
