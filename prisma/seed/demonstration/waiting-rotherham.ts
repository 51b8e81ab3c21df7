/** Waiting in Rotherham on 2 March 2026: eight permanently excluded, six by other routes. */
import type { WaitingPlan } from './waiting';

const TUITION = { provider: 'don-valley-tuition', kind: 'tuition' as const };

export const ROTHERHAM_WAITING: readonly WaitingPlan[] = [
  {
    key: 'main-job', route: 'permanent_exclusion', urn: '136331', yearGroup: 9, on: '2026-02-26', at: '10:00', reasons: ['DB', 'VA'],
    pupil: { forename: 'Callum', surname: 'Hartley', sex: 'M', language: 'English' },
    shows: ['main job'], note: 'Due Thursday 5 March; a start on Monday 9 March takes Rotherham South over its quota',
  },
  {
    key: 'today', route: 'permanent_exclusion', urn: '140646', yearGroup: 8, on: '2026-03-02', at: '09:10',
    talking: 'Asked the head to consider a managed move within the partnership; answer by Wednesday', shows: ['excluded today'], note: '',
  },
  {
    key: 'day-6', route: 'permanent_exclusion', urn: '139992', yearGroup: 10, on: '2026-02-23', at: '10:00',
    pupil: { forename: 'Dominik', surname: 'Horvath', sex: 'M', language: 'Slovak' },
    interim: { ...TUITION, hours: 10, from: '2026-02-26' },
    shows: ['day 6 today', 'interim education running', 'language support'], note: 'Family asks for an interpreter: Slovak',
  },
  {
    key: 'overdue', route: 'permanent_exclusion', urn: '136042', yearGroup: 9, on: '2026-02-11', at: '10:00',
    pupil: { lookedAfterByCode: '372', socialWorker: true }, interim: { ...TUITION, hours: 15, from: '2026-02-25' },
    shows: ['overdue by three school days', 'half-term inside the count', 'looked after by this authority', 'interim education running'],
    note: 'Virtual School Head told on 11 February',
  },
  {
    key: 'starts-tomorrow', route: 'permanent_exclusion', urn: '141853', yearGroup: 8, on: '2026-02-24', at: '09:15',
    place: { site: 'aspire-secondary', kind: 'day6', from: '2026-03-03', state: 'accepted', proposedOn: '2026-02-25', parentsTold: ['2026-02-27', '15:10'] },
    shows: ['accepted and starting tomorrow'], note: '',
  },
  {
    key: 'afternoon-primary', route: 'permanent_exclusion', urn: '106833', yearGroup: 5, on: '2026-02-25', at: '14:10',
    shows: ['excluded after the afternoon session began', 'primary'], note: 'No primary partnership: the authority holds the pupil',
    heldBecause: 'No primary partnership',
  },
  {
    key: 'home-elsewhere', route: 'permanent_exclusion', urn: '136718', yearGroup: 9, on: '2026-02-27', at: '11:30',
    pupil: { homeAuthorityCode: '373', homePostcodeDistrict: 'S20', homeLocation: { easting: 443200, northing: 382200, quality: 'district' } },
    shows: ['home authority elsewhere'], note: 'Lives in Sheffield: the duty is Sheffield\'s (R24)',
  },
  {
    key: 'excluded-elsewhere', route: 'permanent_exclusion', urn: null, yearGroup: 8, on: '2026-02-26', at: '13:40',
    outsideSchool: { name: 'A secondary school in Doncaster', authorityCode: '371' },
    pupil: { homePostcodeDistrict: 'S66', homeLocation: { easting: 450400, northing: 391800, quality: 'district' } },
    heldBecause: 'Lives here, excluded in another authority', shows: ['excluded elsewhere, living here', 'excluded after the afternoon session began'], note: '',
  },
  {
    key: 'unanswered', route: 'preventative', urn: '140459', yearGroup: 8, on: '2026-02-12',
    place: { site: 'aspire-secondary', kind: 'preventative', from: '2026-03-09', to: '2026-05-22', state: 'proposed', proposedOn: '2026-02-25' },
    shows: ['proposed and unanswered past its reply date'], note: 'Reply was due on Friday 27 February',
  },
  {
    key: 'fair-access', route: 'fair_access', urn: null, yearGroup: 9, on: '2026-02-24',
    pupil: { homePostcodeDistrict: 'S65', homeLocation: { easting: 445200, northing: 393400, quality: 'district' }, lookedAfterByCode: '373', socialWorker: true },
    heldBecause: 'Moved into the area; no school yet', shows: ['looked after by another authority'], note: 'Looked after by Sheffield, living with carers in Rotherham',
  },
  {
    key: 'plan', route: 'ehc_plan', urn: '140553', yearGroup: 7, on: '2026-02-10', pupil: { senProvision: 'E', needs: ['SEMH', 'SLCN'] },
    shows: ['EHC plan'], note: 'Plan amended after an emergency review; caseworker told',
  },
  { key: 'medical', route: 'medical', urn: '138329', yearGroup: 10, on: '2026-02-26', shows: [], note: 'Returning from hospital education' },
  { key: 'short-break', route: 'short_break', urn: '143545', yearGroup: 10, on: '2026-02-27', schoolDaysAsked: 10, shows: [], note: 'Two weeks asked for by the school' },
  {
    key: 'primary-not-arrived', route: 'preventative', urn: '106834', yearGroup: 4, on: '2026-02-04', heldBecause: 'No primary partnership',
    place: { site: 'aspire-primary-a', kind: 'preventative', from: '2026-02-26', to: '2026-05-22', state: 'not_arrived', proposedOn: '2026-02-10', parentsTold: ['2026-02-13', '11:00'] },
    shows: ['did not arrive', 'primary'], note: 'Taxi went to the old address',
  },
];
