import type { ColumnSpec, ImportKind } from '../types';

const column = (key: string, header: string, also: readonly string[], what: string, example: string, empty: 'filled' | 'may be empty' | 'may be left out' = 'filled'): ColumnSpec =>
  ({ key, header, also, what, example, inFile: empty !== 'may be left out', mayBeEmpty: empty !== 'filled' });

const PUPIL: readonly ColumnSpec[] = [
  column('firstName', 'First name', ['Forename', 'Legal first name', 'Pupil first name'], 'Legal first name', 'Amina'),
  column('lastName', 'Last name', ['Surname', 'Legal surname', 'Legal last name', 'Pupil last name'], 'Legal last name', 'Clarke'),
  column('bornOn', 'Birth date', ['DOB', 'Date of birth'], 'Day, month and four-figure year', '14/05/2011'),
  column('upn', 'UPN', ['Unique pupil number'], 'The 13 characters of the school\u2019s record, where known', 'B801200005001', 'may be empty'),
  column('yearGroup', 'Year group', ['NC year', 'Year', 'National Curriculum year'], '0 for Reception, 1 to 13', '10'),
  column('sex', 'Sex', ['Gender', 'Legal sex'], 'F or M, as on the school\u2019s record', 'F'),
  column('homeAuthority', 'Home authority', ['Home LA', 'LA of residence'], 'The authority the pupil lives in: its three-figure number or its name', '372'),
];

/** What changes the clock of an exclusion or the choice of a place; the last columns, because a file may lack them. */
const CARE: readonly ColumnSpec[] = [
  column('lookedAfterBy', 'Looked after by', ['Looked after by authority', 'Corporate parent', 'CLA authority'], 'The authority that looks after the pupil: its three-figure number or its name; empty for a pupil who is not looked after', '', 'may be left out'),
  column('hasSocialWorker', 'Social worker', ['Has social worker', 'Has a social worker'], 'Yes or No', 'No', 'may be left out'),
  column('senProvision', 'EHC plan', ['EHCP', 'SEN provision', 'SEN status'], 'Yes, No or SEN support', 'SEN support', 'may be left out'),
  column('needs', 'Needs', ['SEN types', 'SEN type', 'Primary need'], 'One to five codes of the school census, the main one first, with spaces between', 'SEMH SLCN', 'may be left out'),
  column('language', 'Language', ['Home language', 'Language at home', 'First language'], 'The language spoken at home; English where nothing is said', 'English', 'may be left out'),
  column('homePostcode', 'Home postcode', ['Postcode'], 'Postcode, or its first half', 'S66 2BH', 'may be left out'),
];

const SCHOOL_WORDS = 'URN (six figures) or DfE number (LAESTAB, seven figures) of a school of this authority';

const COLUMNS: Readonly<Record<ImportKind, readonly ColumnSpec[]>> = {
  placements: [
    ...PUPIL,
    column('school', 'Home school', ['School', 'School URN', 'URN', 'LAESTAB', 'Home school URN'], `${SCHOOL_WORDS}; empty when the authority holds the pupil`, '136331', 'may be empty'),
    column('route', 'Route', ['Placement route', 'Reason for placement'], 'Permanently excluded, Preventative, Fair Access, EHC plan, Medical, Short break or Placed by the authority', 'Preventative'),
    column('site', 'Site', ['Provision', 'Placement site'], 'The name of a site in Sites and places', 'Rowan'),
    column('placeKind', 'Kind of place', ['Place kind', 'Place type'], 'Day-6, Preventative or Reserve', 'Preventative'),
    column('share', 'Share in tenths', ['Share', 'Tenths', 'Share tenths'], '10 for full time, 5 for half time', '10'),
    column('startedOn', 'Started on', ['Actual start', 'Start date'], 'The first day the pupil came; empty when still expected', '08/09/2025', 'may be empty'),
    column('plannedStart', 'Planned start', ['Planned start date'], 'Needed only when the pupil has not started', '', 'may be empty'),
    column('plannedEnd', 'Planned end', ['End date', 'Planned end date'], 'The last day the place is held for', '17/07/2026'),
    ...CARE,
  ],
  exclusions: [
    ...PUPIL,
    column('school', 'School', ['Excluding school', 'School URN', 'URN', 'LAESTAB'], SCHOOL_WORDS, '136331'),
    column('excludedOn', 'Excluded on', ['Date', 'Date of exclusion', 'Exclusion date'], 'The day of the head\u2019s decision', '23/02/2026'),
    column('time', 'Time', ['Time of exclusion', 'Exclusion time'], 'Time of day, 24 hours', '10:00'),
    column('afternoon', 'Afternoon session had begun', ['Afternoon', 'After afternoon began'], 'Yes or No: it decides the first day of the exclusion', 'No'),
    column('reasons', 'Reasons', ['Reason codes', 'Reason'], 'One to three DfE reason codes, the main one first, with spaces between', 'PP DB'),
    column('decidedBy', 'Decided by', ['Head', 'Decision maker'], 'Name and post of who decided', '', 'may be left out'),
    ...CARE,
  ],
  places: [
    column('site', 'Site', ['Provision'], 'The name of a site in Sites and places', 'Rowan'),
    column('placeKind', 'Kind of place', ['Place kind', 'Place type'], 'Day-6, Preventative or Reserve', 'Day-6'),
    column('from', 'From', ['Effective on', 'From date', 'First day'], 'The first day with this number', '01/09/2025'),
    column('number', 'Number', ['Places', 'Number of places'], 'Whole number of places of this kind from that day on', '12'),
    column('reason', 'Reason', ['Why'], 'Why there are this many', 'Agreed number for 2025/26'),
  ],
};

/** The columns of a kind of file, in the order of its template. */
export function columnsOf(kind: ImportKind): readonly ColumnSpec[] {
  return COLUMNS[kind];
}

/** The heading of a column. RangeError for a key the kind does not have. */
export function headerOf(kind: ImportKind, key: string): string {
  const found = COLUMNS[kind].find((one) => one.key === key);
  if (!found) throw new RangeError(`${kind} has no column ${key}`);
  return found.header;
}

export const KIND_WORDS: Readonly<Record<ImportKind, { readonly title: string; readonly one: string; readonly many: string }>> = {
  places: { title: 'Places at sites', one: 'dated number of places', many: 'dated numbers of places' },
  exclusions: { title: 'Permanent exclusions', one: 'permanent exclusion', many: 'permanent exclusions' },
  placements: { title: 'Open placements', one: 'placement', many: 'placements' },
};
