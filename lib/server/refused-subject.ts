import 'server-only';
import type { FieldProblem, Refusal } from '@/lib/core/refusal';

/** The field of a form that names the record acted on, most telling first, and the kind that the audit knows it by. */
const RECORDS: readonly (readonly [field: string, kind: string])[] = [
  ['reportId', 'report_version'], ['runId', 'charge_run'], ['queryId', 'statement_query'], ['statementId', 'charge_statement'], ['invoiceId', 'invoice'], ['paymentFileId', 'payment_file'], ['periodId', 'ledger_period'], ['placementId', 'placement'], ['referralId', 'referral'], ['exclusionId', 'exclusion'], ['taskId', 'task'], ['pupilId', 'pupil'], ['siteId', 'site'],
  ['agreementId', 'agreement'], ['calendarId', 'calendar'], ['partnershipId', 'partnership'], ['trustId', 'trust'], ['roleId', 'role'], ['personId', 'person'], ['batchId', 'import'], ['uploadId', 'import'],
];

/** What a refused act was about: its record, or the act alone where it names none. */
export function subjectOf(act: string, input: unknown): { subjectKind: string; subjectId: string } {
  const fields = (input ?? {}) as Readonly<Record<string, unknown>>;
  for (const [field, subjectKind] of RECORDS) {
    const id = fields[field];
    if (typeof id === 'string' && id !== '') return { subjectKind, subjectId: id };
  }
  return { subjectKind: 'command', subjectId: act };
}

/** Why it was refused, for the audit: kind, fields and the sentences that were shown, which name no pupil. */
export function whyRefused(refusal: Refusal): { refusal: Refusal['kind']; fields: FieldProblem['field'][]; why?: string[] } {
  switch (refusal.kind) {
    case 'invalid':
      return { refusal: refusal.kind, fields: refusal.problems.map((one) => one.field), why: refusal.problems.map((one) => one.message) };
    case 'not_found':
      return { refusal: refusal.kind, fields: [] };
    case 'conflict':
    case 'stale':
    case 'expired':
      return { refusal: refusal.kind, fields: [], why: [refusal.message] };
  }
}
