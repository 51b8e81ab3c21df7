import 'server-only';
import { type Caller, sql, statementAlone } from './unit-of-work';

/** One line of the audit: ids and codes, never names or free text of a case. */
export interface AuditEntry {
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly pupilId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

/** Lines of audit by themselves, in a statement of their own: what was refused or opened leaves no other trace. */
export async function noteInAudit(caller: Caller, outcome: 'done' | 'refused' | 'opened', entry: AuditEntry): Promise<void> {
  await statementAlone(sql`SELECT note_in_audit(${caller.authorityId}, ${outcome}, ${caller.actor?.personId ?? null}::uuid, ${caller.clock.now}, ${auditJson([entry])}::jsonb)`);
}

/** A pupil's record was opened: noted after the page's read. */
export async function recordOpening(caller: Caller, entry: AuditEntry): Promise<void> {
  await noteInAudit(caller, 'opened', entry);
}

/** The entries as the database's own functions take them. */
export function auditJson(entries: readonly AuditEntry[]): string {
  return JSON.stringify(entries.map(withoutNothing), (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}

/** A key without a value is left out: what is not given is no value in the database, and not JSON's null. */
function withoutNothing(entry: AuditEntry): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== null));
}
