import 'server-only';
import { type ReadTx, type WriteTx, sql, writeUnit, type Caller } from './unit-of-work';

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

export async function writeAudit(tx: WriteTx, outcome: 'done' | 'refused' | 'opened', entry: AuditEntry): Promise<void> {
  await tx.execute(sql`
    INSERT INTO audit_event (authority_id, at, actor_id, act, outcome, subject_kind, subject_id, pupil_id, before, after, reason)
    VALUES (${tx.authorityId}, ${tx.now}, ${actorId(tx)}::uuid, ${entry.act}, ${outcome}, ${entry.subjectKind}, ${entry.subjectId},
            ${entry.pupilId ?? null}::uuid, ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb, ${entry.reason ?? ''})`);
}

/** A pupil's record was opened: its own small unit, after the page's read. */
export async function recordOpening(caller: Caller, entry: AuditEntry): Promise<void> {
  await writeUnit(caller, (tx) => writeAudit(tx, 'opened', entry));
}

function actorId(tx: ReadTx): string | null {
  return tx.actor?.personId ?? null;
}

function json(value: unknown): string | null {
  return value === undefined || value === null
    ? null
    : JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}
