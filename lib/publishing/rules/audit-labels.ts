import { PLACE_KIND_WORDS, ROUTE_WORDS, TRANSPORT_WORDS } from '@/lib/core/field-words';
import { ROLE_NAMES } from '@/lib/core/roles';
import { KNOWN_SETTINGS } from '@/lib/organisations/rules/known-settings';

const SETTING_TITLES = Object.fromEntries(Object.entries(KNOWN_SETTINGS).map(([name, { title }]) => [name, title]));

/** The fields that acts write to the audit, in words; a test holds them against every field that there is. */
const LABELS: Readonly<Record<string, string>> = {
  ...SETTING_TITLES,
  afternoonBegan: 'Afternoon session had begun', along: 'Later shares with the same answer', inConflict: 'Places against the marker', annualPence: 'Price a year', answer: 'Answer', binding: 'Legally binding', bookedOn: 'Booked on', bornOn: 'Date of birth',
  cancelled: 'Places cancelled', closed: 'Closed', closedDays: 'Closed days', closedFrom: 'Closed from', closedOn: 'Closed for good', closedTo: 'Closed to', copyFrom: 'Dates of',
  corrected: 'Corrected', created: 'Rows created', done: 'Finished', effectiveOn: 'From', ended: 'Places ended', endedOn: 'Ended on', excludedAt: 'Excluded at', excludedOn: 'Excluded on',
  disputed: 'In dispute', receivedOn: 'Came in on', reference: 'Our reference',
  expectedOn: 'Expected on', firstOn: 'First day', follows: 'What follows from it', fromOn: 'From', hasSocialWorker: 'Social worker', hash: 'Fingerprint of the contents',
  homeAuthority: 'DfE number of the home authority', hours: 'Hours a week', inForceFrom: 'In force from', inForceTo: 'In force to', isNew: 'New', kind: 'Kind', lastOn: 'Last day',
  leftOn: 'Left on', leftOut: 'Tables and figures left out', lessNoticeAgreed: 'Parents agree to less notice', lines: 'Lines', lookedAfterBy: 'DfE number of the authority that looks after the pupil', meaning: 'Whose duty it is',
  measure: 'Counting rule', member: 'Membership', model: 'Devolution model', month: 'Month', name: 'Name', needs: 'Needs', newPassword: 'New password', noExamLeft: 'No public exam left',
  noPlaceFound: 'No place found', opensHereOnly: 'The sign-in opens this authority only', otherPupil: 'Other pupil', overNumber: 'Over-number', parentsToldAt: 'Parents told',
  partnership: 'Partnership', passwordGivenElsewhere: 'Another authority gave a new password', pence: 'Amount', person: 'Person', phase: 'Phase', placement: 'Placement', places: 'Places',
  posted: 'Amount posted', reasons: 'Reasons', referral: 'State of the request', rejected: 'Rows with a problem', reopened: 'Closure', role: 'Role', rollsKept: 'Entries on school rolls that stay',
  route: 'Route', rows: 'Rows read', school: 'School', scope: 'Where', senProvision: 'Special educational provision', share: 'Share', signIn: 'Has a sign-in', site: 'Site',
  startedOn: 'Started on', state: 'State', statement: 'Statement', terms: 'Terms', today: 'Day', told: 'Told', transport: 'Transport', unchanged: 'Rows on record already', undone: 'Undone',
  entryKind: 'Spent or estimate', financialYear: 'Financial year', noteKind: 'Note', paidBy: 'Paid by', per: 'For each', priceOf: 'Price of', provider: 'Provider', spendLine: 'Line', when: 'When',
  companyNumber: 'Companies House number', customerNumber: 'Customer number', invoiceAddress: 'Address for invoices', payer: 'Payer', trust: 'Trust',
  version: 'Version', waiting: 'Lines that wait for an answer', wantedFrom: 'Wanted from', wantedTo: 'Wanted until', year: 'Academic year', yearGroup: 'Year group', years: 'Year groups',
};

/** Values of a field that mean something else there than elsewhere, or stand for a record without a name of its own. */
const VALUES_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  senProvision: { N: 'none', K: 'SEN support', E: 'EHC plan' },
};

const VALUES: Readonly<Record<string, string>> = {
  ...PLACE_KIND_WORDS, ...ROUTE_WORDS, ...ROLE_NAMES, ...TRANSPORT_WORDS, not_arrived: 'did not arrive', not_at: 'not at a site', not_with: 'not with a pupil',
  tell_home_authority: 'the home authority\u2019s, which is told', local_duty: 'this authority\u2019s', held_by_authority: 'this authority\u2019s, which holds the pupil outside every quota',
  home_authority_unknown: 'not known: the home authority is to be found', not_ours: 'another authority\u2019s',
  credit_asked: 'credit note asked for', credit_refused: 'credit note refused', credit_note: 'credit note', dispute_settled: 'dispute settled',
  fund_holder_school: 'the fund-holder school', fund_holder_trust: 'the fund-holder trust', excluding_school: 'the excluding school', devolved_pot: 'the devolved funding',
  yearly_allowance: 'yearly allowance', census_day: 'census day', annual_average: 'annual average',
};

/** What stands for a record that has no name of its own, by the field it is in. */
const UNNAMED: Readonly<Record<string, string>> = { undone: 'the act before', reopened: 'withdrawn', member: 'one school\u2019s', overNumber: 'the authorisation' };

/** The label of a field in words; undefined for one that has none. */
export function fieldLabel(name: string): string | undefined {
  return Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
}

/** A code in words; undefined for one that has none. */
export function codeWords(name: string, value: string): string | undefined {
  const own = VALUES_OF[name];
  if (own && Object.hasOwn(own, value)) return own[value];
  return Object.hasOwn(VALUES, value) ? VALUES[value] : undefined;
}

/** A record that has no name of its own. */
export function unnamedRecord(name: string): string {
  return UNNAMED[name] ?? 'a record';
}
