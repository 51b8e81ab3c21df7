import { randomUUID } from 'node:crypto';
import type { World } from '@/scripts/run/worlds';
import { valuesOf } from './database';
import type { AuthoritySlug } from './people';

/** What the forms' hidden fields name, each with the query of one such record of an authority. */
const RECORDS = {
  referralId: "SELECT id FROM referral WHERE authority_id = $1 AND state = 'waiting' LIMIT 1",
  exclusionId: 'SELECT id FROM permanent_exclusion WHERE authority_id = $1 LIMIT 1',
  placementId: "SELECT id FROM placement WHERE authority_id = $1 AND state = 'started' LIMIT 1",
  actId: 'SELECT act_id FROM placement_event WHERE authority_id = $1 LIMIT 1',
  pupilId: 'SELECT id FROM pupil WHERE authority_id = $1 LIMIT 1',
  markerId: 'SELECT id FROM pupil_marker WHERE authority_id = $1 LIMIT 1',
  siteId: 'SELECT id FROM site WHERE authority_id = $1 LIMIT 1',
  schoolId: 'SELECT id FROM establishment WHERE authority_id = $1 LIMIT 1',
  taskId: 'SELECT id FROM task WHERE authority_id = $1 LIMIT 1',
  interimId: 'SELECT id FROM interim_education WHERE authority_id = $1 LIMIT 1',
  personId: 'SELECT id FROM person WHERE authority_id = $1 LIMIT 1',
  assignmentId: 'SELECT id FROM role_assignment WHERE authority_id = $1 LIMIT 1',
  partnershipId: 'SELECT id FROM partnership WHERE authority_id = $1 LIMIT 1',
  memberId: 'SELECT id FROM partnership_member WHERE authority_id = $1 LIMIT 1',
  trustId: 'SELECT id FROM trust WHERE authority_id = $1 LIMIT 1',
  trustMemberId: 'SELECT id FROM trust_member WHERE authority_id = $1 LIMIT 1',
  agreementId: 'SELECT id FROM agreement WHERE authority_id = $1 LIMIT 1',
  agreementSchoolId: 'SELECT id FROM agreement_school WHERE authority_id = $1 LIMIT 1',
  providerId: 'SELECT id FROM provider WHERE authority_id = $1 LIMIT 1',
  calendarYearId: 'SELECT id FROM calendar_year WHERE authority_id = $1 LIMIT 1',
  periodId: 'SELECT id FROM ledger_period WHERE authority_id = $1 LIMIT 1',
  runId: 'SELECT id FROM charge_run WHERE authority_id = $1 LIMIT 1',
  statementId: 'SELECT id FROM charge_statement WHERE authority_id = $1 LIMIT 1',
  invoiceId: 'SELECT id FROM invoice WHERE authority_id = $1 LIMIT 1',
  eventId: 'SELECT id FROM invoice_event WHERE authority_id = $1 LIMIT 1',
  paymentFileId: 'SELECT id FROM payment_file WHERE authority_id = $1 LIMIT 1',
  queryId: 'SELECT id FROM statement_query WHERE authority_id = $1 LIMIT 1',
  reportId: 'SELECT id FROM report_version WHERE authority_id = $1 LIMIT 1',
  batchId: 'SELECT id FROM import_batch WHERE authority_id = $1 LIMIT 1',
  measureId: 'SELECT measure_id FROM board_measure WHERE authority_id = $1 LIMIT 1',
  meetingId: 'SELECT meeting_id FROM board_pack WHERE authority_id = $1 LIMIT 1',
  itemId: 'SELECT item_id FROM board_item WHERE authority_id = $1 LIMIT 1',
} as const;

export type RecordIds = Readonly<Record<keyof typeof RECORDS, string>>;

/**
 * One real record of each kind.
 * @throws Error naming the kind that the authority has none of
 */
export async function recordIdsOf(world: World, authority: AuthoritySlug): Promise<RecordIds> {
  const [code = ''] = await valuesOf(world, 'SELECT id FROM authority WHERE slug = $1', [authority]);
  const found = await Promise.all(Object.entries(RECORDS).map(async ([name, query]) => {
    const [id] = await valuesOf(world, query, [code]);
    if (id === undefined) throw new Error(`${authority} has no record for ${name}.`);
    return [name, id];
  }));
  return Object.fromEntries(found) as RecordIds;
}

/** Ids of nothing. */
export function nobodysIds(): RecordIds {
  return Object.fromEntries(Object.keys(RECORDS).map((name) => [name, randomUUID()])) as unknown as RecordIds;
}
