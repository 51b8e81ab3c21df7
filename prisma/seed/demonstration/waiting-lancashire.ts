/** Waiting in Lancashire on 2 March 2026: fifteen permanently excluded, ten by other routes. */
import type { WaitingPlan } from './waiting';

const TUITION = { provider: 'ribble-tuition', kind: 'tuition' as const };
const ONLINE = { provider: 'open-desk-online', kind: 'online' as const };

const EXCLUDED: readonly WaitingPlan[] = [
  { key: 'today', route: 'permanent_exclusion', urn: '119707', yearGroup: 8, on: '2026-03-02', at: '08:55', shows: ['excluded today'], note: '' },
  {
    key: 'day-6', route: 'permanent_exclusion', urn: '143794', yearGroup: 9, on: '2026-02-23', at: '10:00',
    interim: { ...TUITION, hours: 12, from: '2026-02-26' }, shows: ['day 6 today', 'interim education running'], note: '',
  },
  {
    key: 'overdue', route: 'permanent_exclusion', urn: '134989', yearGroup: 10, on: '2026-02-11', at: '10:00',
    interim: { ...ONLINE, hours: 15, from: '2026-02-25' },
    shows: ['overdue by three school days', 'half-term inside the count', 'interim education running'], note: 'Pendle is at its quota',
  },
  {
    key: 'afternoon', route: 'permanent_exclusion', urn: '119759', yearGroup: 9, on: '2026-02-26', at: '14:05',
    shows: ['excluded after the afternoon session began'], note: 'The school has INSET days of its own',
  },
  {
    key: 'looked-after', route: 'permanent_exclusion', urn: '147115', yearGroup: 8, on: '2026-02-27', at: '10:40',
    pupil: { lookedAfterByCode: '888', socialWorker: true }, shows: ['looked after by this authority'], note: 'Day-1 target (R36b)',
  },
  {
    key: 'looked-after-elsewhere', route: 'permanent_exclusion', urn: '150607', yearGroup: 9, on: '2026-02-27', at: '11:15',
    pupil: { lookedAfterByCode: '890', socialWorker: true }, shows: ['looked after by another authority'], note: 'Looked after by Blackpool, living in Lytham',
  },
  {
    key: 'home-elsewhere', route: 'permanent_exclusion', urn: '148922', yearGroup: 8, on: '2026-02-26', at: '09:50',
    pupil: { homeAuthorityCode: '889', homePostcodeDistrict: 'BB1', homeLocation: { easting: 369500, northing: 429000, quality: 'district' } },
    shows: ['home authority elsewhere'], note: 'Lives in Blackburn with Darwen: the duty is theirs (R24)',
  },
  {
    key: 'excluded-elsewhere', route: 'permanent_exclusion', urn: null, yearGroup: 9, on: '2026-02-25', at: '13:50',
    outsideSchool: { name: 'A secondary school in Blackpool', authorityCode: '890' },
    pupil: { homePostcodeDistrict: 'FY6', homeLocation: { easting: 335500, northing: 440000, quality: 'district' } },
    heldBecause: 'Lives here, excluded in another authority', shows: ['excluded elsewhere, living here'], note: '',
  },
  {
    key: 'plan', route: 'permanent_exclusion', urn: '148254', yearGroup: 9, on: '2026-02-24', at: '12:00',
    pupil: { senProvision: 'E', needs: ['SEMH', 'ASD'] }, shows: ['EHC plan'], note: 'SEN caseworker told on 24 February',
  },
  {
    key: 'year-11', route: 'permanent_exclusion', urn: '135649', yearGroup: 11, on: '2026-02-25', at: '10:20',
    pupil: { publicExamsLeft: 0 }, shows: ['Year 11 with no public exam left'], note: 'All entries were taken in November (R36c)',
  },
  { key: 'primary', route: 'permanent_exclusion', urn: '119130', yearGroup: 5, on: '2026-02-25', at: '11:30', shows: ['primary'],
    note: 'No primary partnership: the authority holds the pupil', heldBecause: 'No primary partnership' },
  {
    key: 'twice', route: 'permanent_exclusion', urn: '135003', yearGroup: 9, on: '2026-02-12', at: '09:40', earlier: { urn: '134994', on: '2024-11-12' },
    place: { site: 'coal-clough', kind: 'day6', from: '2026-02-26', state: 'not_arrived', proposedOn: '2026-02-23', parentsTold: ['2026-02-23', '16:15'] },
    shows: ['twice excluded', 'did not arrive'], note: 'Site rang home twice; no answer',
  },
  {
    key: 'from-pru', route: 'permanent_exclusion', urn: '134127', yearGroup: 10, on: '2026-02-26', at: '10:00',
    heldBecause: 'Excluded from the PRU itself', shows: ['excluded from the PRU'], note: '',
  },
  {
    key: 'apart-1', route: 'permanent_exclusion', urn: '119767', yearGroup: 9, on: '2026-02-24', at: '12:05', reasons: ['PP'],
    place: { site: 'oswaldtwistle', kind: 'day6', from: '2026-03-03', state: 'accepted', proposedOn: '2026-02-25', parentsTold: ['2026-02-27', '14:20'] },
    shows: ['two who must not meet', 'accepted and starting tomorrow'], note: '',
  },
  {
    key: 'apart-2', route: 'permanent_exclusion', urn: '119767', yearGroup: 9, on: '2026-02-24', at: '12:05', reasons: ['PP'],
    place: { site: 'coal-clough', kind: 'day6', from: '2026-03-05', state: 'proposed', proposedOn: '2026-02-25' },
    shows: ['two who must not meet', 'proposed and unanswered past its reply date'], note: 'Reply was due on Friday 27 February',
  },
];

const OTHERS: readonly WaitingPlan[] = [
  { key: 'preventative-1', route: 'preventative', urn: '149457', yearGroup: 8, on: '2026-02-12', shows: [], note: '' },
  { key: 'preventative-2', route: 'preventative', urn: '136801', yearGroup: 9, on: '2026-02-24', shows: [], note: '' },
  { key: 'preventative-3', route: 'preventative', urn: '138647', yearGroup: 7, on: '2026-02-26', shows: [], note: 'The school has six terms' },
  { key: 'preventative-4', route: 'preventative', urn: '119782', yearGroup: 10, on: '2026-02-27', shows: [], note: '' },
  { key: 'fair-access-1', route: 'fair_access', urn: null, yearGroup: 9, on: '2026-02-09', heldBecause: 'Moved into the area; no school yet',
    pupil: { homePostcodeDistrict: 'PR1', homeLocation: { easting: 354500, northing: 429500, quality: 'district' } }, shows: [], note: '' },
  { key: 'fair-access-2', route: 'fair_access', urn: null, yearGroup: 8, on: '2026-02-25', heldBecause: 'Moved into the area; no school yet',
    pupil: { homePostcodeDistrict: 'BB9', homeLocation: { easting: 386000, northing: 437500, quality: 'district' }, language: 'Urdu' }, shows: ['language support'], note: '' },
  { key: 'plan-other', route: 'ehc_plan', urn: '119753', yearGroup: 7, on: '2026-02-04', pupil: { senProvision: 'E' }, shows: ['EHC plan'], note: 'Panel named a special school; place awaited' },
  { key: 'medical', route: 'medical', urn: '119798', yearGroup: 10, on: '2026-02-23', shows: [], note: 'Returning from hospital education' },
  { key: 'short-break', route: 'short_break', urn: '141028', yearGroup: 9, on: '2026-02-27', schoolDaysAsked: 10, shows: [], note: 'Two weeks asked for by the school' },
  { key: 'authority-placed', route: 'authority_placed', urn: null, yearGroup: 8, on: '2026-02-26', heldBecause: 'Placed by the authority near new carers',
    pupil: { homePostcodeDistrict: 'LA1', homeLocation: { easting: 347800, northing: 461500, quality: 'district' }, lookedAfterByCode: '888', socialWorker: true },
    shows: ['looked after by this authority'], note: '' },
];

export const LANCASHIRE_WAITING: readonly WaitingPlan[] = [...EXCLUDED, ...OTHERS];
