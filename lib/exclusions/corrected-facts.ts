import type { CorrectedExclusion, CorrectedPupil } from './correction-input';
import type { ExclusionFacts, PupilFacts } from './rules/corrections';

/** What stands for a contact's relationship that nobody said. */
const NOT_SAID = 'Not said';

/** The pupil's facts as a correction was typed; `homeAuthority` is the authority that the pupil would then live in. */
export function pupilFacts(typed: CorrectedPupil, homeAuthority: string): PupilFacts {
  return {
    first_name: typed.firstName, last_name: typed.lastName, born_on: typed.bornOn, sex: typed.sex, upn: typed.upn, year_group: typed.yearGroup, year_group_note: typed.yearNote,
    home_address: typed.homeAddress, home_postcode: typed.homePostcode, home_authority_code: homeAuthority, language: typed.language, needs_interpreter: typed.needsInterpreter,
    sen_provision: typed.senProvision, looked_after_by: typed.lookedAfterBy || null, previously_looked_after: typed.previouslyLookedAfter, has_social_worker: typed.hasSocialWorker,
    social_worker_contact: typed.socialWorkerContact, needs: typed.needs, contacts: contactFacts(typed.contacts),
  };
}

/** Contacts as they are written, in the lines of the form. */
export function contactFacts(typed: CorrectedPupil['contacts']): PupilFacts['contacts'] {
  return typed.map((one) => ({ ...one, relationship: one.relationship || NOT_SAID }));
}

/** The exclusion's facts as a correction was typed, with its reason codes in order. */
export function exclusionFacts(typed: CorrectedExclusion, reasons: readonly string[]): ExclusionFacts {
  return {
    excluded_on: typed.excludedOn, excluded_at_time: typed.excludedAt, after_afternoon_began: typed.afternoonBegan === 'yes', decided_by: typed.decidedBy,
    reasons, home_authority_code: typed.homeAuthority, no_exam_left: typed.noExamLeft,
  };
}
