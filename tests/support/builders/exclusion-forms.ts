import type { Council } from './authority';
import { asOwner } from './insert-rows';

/** The local authorities the forms name; the table is the country's, shared by every test of the database. */
export async function buildLocalAuthorities(council: Council): Promise<void> {
  await asOwner(council.database.owner, council.id, (query) => query(
    "INSERT INTO local_authority (code, name) VALUES ('371', 'Doncaster'), ('372', 'Rotherham'), ('373', 'Sheffield') ON CONFLICT DO NOTHING"));
}

type Form = Readonly<Record<string, unknown>>;

/** A new Year 9 pupil as a form gives them. */
export function pupilForm(changes: Form = {}): Form {
  return {
    pupilId: '', pupilVersion: '', samePupil: '', firstName: 'Nia', lastName: 'Thorne', bornOn: '2012-03-15', sex: 'F', upn: '', yearGroup: '9', homeAddress: '1 High Street',
    homePostcode: 's26 5qg', homeAuthority: '372', contactName: 'Ann Thorne', contactRelationship: 'Mother', contactPhone: '01709 960100', secondContactName: '',
    secondContactRelationship: '', secondContactPhone: '', language: 'English', needsInterpreter: false, senProvision: 'K', lookedAfterBy: '', hasSocialWorker: false,
    socialWorkerContact: '', needs: ['SEMH'], ...changes,
  };
}

/** An exclusion by Aston on Thursday 26 February 2026 at 10:00, as the form gives it: due on Thursday 5 March. */
export function exclusionForm(council: Council, changes: Form = {}): Form {
  return {
    excludedOn: '2026-02-26', excludedAt: '10.00', afternoonBegan: 'no', schoolId: council.schools.aston, elsewhereSchool: '', elsewhereAuthority: '', decidedBy: 'Mrs Rao, headteacher',
    mainReason: 'PA', secondReason: 'DB', thirdReason: '', noExamLeft: false, askedFor: 'Works well with animals', ...pupilForm(changes),
  };
}
