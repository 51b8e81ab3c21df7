import { randomUUID } from 'node:crypto';
import type { ActionName } from '@/lib/server/access';
import type { RecordIds } from './record-ids';

const DATES = [
  'firstOn', 'lastOn', 'fromOn', 'leftOn', 'startedOn', 'expectedOn', 'toldOn', 'bookedOn', 'admissionMeetingOn', 'effectiveOn', 'happenedOn', 'decidedOn', 'cancelledOn',
  'endedOn', 'excludedOn', 'receivedOn', 'wantedFrom', 'wantedTo', 'signedOn', 'executedOn', 'inForceFrom', 'openedOn', 'joinsOn', 'beginsOn', 'lastDay', 'endsOn', 'shownFrom', 'dueOn', 'meetsOn', 'notedOn',
] as const;

const TEXTS = [
  'reason', 'endReason', 'endedBecause', 'concern', 'whereNext', 'doneNote', 'note', 'nextAction', 'withWhom', 'challenge', 'alternatives', 'whySuits', 'agreedBySite', 'authorisedBy', 'providerName',
  'decidedBy', 'toldBy', 'noticeAgreed', 'correctionReason', 'cancelReason', 'closedBecause', 'askedFor', 'words', 'answerWords', 'firstName', 'lastName', 'name', 'language', 'party', 'signatory', 'document',
] as const;

const dateFields = (name: string, [year = '', month = '', day = '']: readonly string[]): [string, string][] => [
  [name, `${year}-${month}-${day}`], [`${name}-day`, String(Number(day))], [`${name}-month`, String(Number(month))], [`${name}-year`, year],
];

/** Values of the right shape for the fields of every form; an act reads those that it knows. */
const WELL_FORMED: Readonly<Record<string, string>> = Object.fromEntries([
  ...DATES.flatMap((name) => dateFields(name, ['2026', '03', '16'])),
  ...dateFields('bornOn', ['2012', '03', '15']),
  // What has happened, not what is planned.
  ...dateFields('excludedOn', ['2026', '02', '27']), ...dateFields('receivedOn', ['2026', '02', '27']), ...dateFields('notedOn', ['2026', '02', '27']),
  ...TEXTS.map((name) => [name, 'As agreed by telephone']),
  ['version', '1'], ['referralVersion', '1'], ['pupilVersion', '1'], ['exclusionVersion', '1'], ['notices', 'R20-parent'], ['placeKind', 'day6'], ['kind', 'day6'], ['places', '1'], ['shareTenths', '5'], ['transport', 'none'], ['seen', ''],
  ['toldAt', '10:00'], ['excludedAt', '10:00'], ['decision', 'upheld'], ['outcome', 'goes_on'], ['boardBegan', 'no'], ['hoursPerWeek', '10'], ['afternoonBegan', 'no'],
  ['mainReason', 'PP'], ['sex', 'M'], ['yearGroup', '9'], ['homePostcode', 'S66'], ['homeAuthority', '372'], ['senProvision', 'N'], ['needs', 'SEMH'], ['route', 'preventative'],
  ['academicYear', '2025/26'], ['reference', 'AG-9'], ['weightPermanentExclusion', '10'], ['weightDualRegistered', '10'], ['weightAuthorityPlaced', '0'], ['weightEhcNamed', '0'],
  ['partTime', 'tenths'], ['startRule', 'first_day_counts'], ['endRule', 'last_day_counts'], ['measure', 'daily'], ['annualPrice', '18000'], ['basisDays', '190'], ['payer', 'fund_holder_school'],
  ['poolPhase', 'secondary'], ['chargeClause', 'clause 4'], ['binding', 'yes'], ['shareWeight', '1'], ['phase', 'secondary'], ['devolutionModel', 'A'], ['displayOrder', '1'], ['companyNumber', '07654321'], ['address', '1 Sample Street'], ['customerNumber', 'C-1'],
  ['lowYear', '7'], ['highYear', '11'], ['startTime', '09:00'], ['endTime', '15:00'],
  ['line', 'transport'], ['year', '2025-26'], ['lastYear', '2027-28'], ['amount', '500'], ['profile', ''], ['source', 'Budget book'], ['priceKind', 'pupil'], ['paidBy', 'authority'], ['basis', 'year_190'],
  ['boughtBy', 'authority'], ['change', 'more'], ['entryKind', 'actual'], ['direction', 'spend'], ['reserveEnd', 'brought_forward'], ['sign', 'surplus'], ['baseline', '1000'], ['target', '500'],
  ['calculation', 'retained'], ['owner', 'Commissioner'], ['numerator', 'Pupils'], ['denominator', 'All pupils'], ['definition', 'More pupils stay'], ['baselineSource', 'The records'], ['title', 'A trial'], ['itemKind', 'decision'], ['itemState', 'needed'],
  ['noteKind', 'decision'], ['who', 'Monitoring group'],
  ['month', '2026-02'], ['way', 'journal'], ['costCode', 'HN-01'], ['bankReference', ''], ['answer', 'refused'], ['purpose', 'information'], ['email', 'somebody.new@rotherham.example'], ['role', 'headteacher'], ['samePupil', 'yes'], ['newPassword', 'Anything-2026-new'],
] as [string, string][]);

/** Where one name means another thing. */
const OTHER_MEANING: Readonly<Partial<Record<ActionName, Readonly<Record<string, string>>>>> = {
  'referral.interim': { kind: 'tuition' },
  'pupil.mark': { kind: 'not_at' },
  'measure.save': { direction: 'lower', baseline: '', target: '' },
};

/** Fields for an act on given records. */
export function sampleFields(action: ActionName, ids: RecordIds): Record<string, string> {
  return {
    ...WELL_FORMED, ...ids, closureId: ids.siteId, overNumberId: ids.siteId, uploadId: ids.batchId, establishmentId: ids.schoolId, calendarId: ids.calendarYearId, roleId: ids.assignmentId, fundHolderId: ids.schoolId, fundHolderTrustId: ids.trustId,
    ...OTHER_MEANING[action], 'form-key': randomUUID(),
  };
}

/** Acts that name no record, so there is none of another authority to try: signing in and out, the own password, the authority's own day and settings, a calendar begun afresh, a month's charge, the authority's own budget. */
export const NAME_NO_RECORD: readonly string[] = ['session.sign_in', 'session.sign_out', 'session.change_password', 'clock.set', 'setting.change', 'charge_run.draft', 'report.draft', 'board_close.freeze', 'spend.enter_budget', 'spend.enter_amount', 'spend.enter_reserve', 'spend.set_target', 'monitor.note', 'app/[authority]/admin/calendars/actions.ts#create'];
