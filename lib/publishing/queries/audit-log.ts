import { z } from 'zod';
import { addDays, type CalendarDate, londonDateOf, londonInstant, londonTimeOf } from '@/lib/core/calendar-date';
import { countColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';

export const AUDIT_PAGE_SIZE = 50;

export interface AuditFilter {
  readonly act: string;
  /** A person's id, or empty. */
  readonly person: string;
  /** A pupil's reference, or empty. */
  readonly pupil: string;
  readonly on: CalendarDate | null;
  readonly page: number;
}

/** One act: ids and codes. No pupil is named, and no free text is shown. */
export interface AuditLine {
  readonly id: string;
  readonly on: CalendarDate;
  readonly time: string;
  readonly who: string;
  readonly act: string;
  readonly outcome: 'done' | 'refused' | 'opened';
  readonly subject: string;
  readonly pupil: string | null;
  /** Names of the columns that the act set, in order; values stay in the log. */
  readonly changed: readonly string[];
}

export interface AuditLog {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly AuditLine[];
  readonly acts: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const lineRow = z.object({
  id: textColumn, at: instantColumn, who: textColumn.nullable(), act: textColumn, outcome: z.enum(['done', 'refused', 'opened']),
  subject_kind: textColumn, subject_id: textColumn, pupil: textColumn.nullable(), changed: z.array(z.string()),
});
const actRow = z.object({ act: textColumn });
const personRow = z.object({ id: uuidColumn, name: textColumn });
const totalRow = z.object({ total: countColumn });

/** Who did what, newest first; a page past the last gives the last. */
export async function auditLog(tx: ReadTx, filter: AuditFilter): Promise<AuditLog> {
  const where = whereOf(filter);
  const total = (await tx.row(totalRow, sql`
    SELECT count(*) AS total FROM audit_event a LEFT JOIN pupil u ON u.authority_id = a.authority_id AND u.id = a.pupil_id WHERE true ${where}`))?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / AUDIT_PAGE_SIZE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const lines = await tx.rows(lineRow, sql`
    SELECT a.id::text AS id, a.at, p.name AS who, a.act, a.outcome, a.subject_kind, a.subject_id, u.reference AS pupil,
           CASE WHEN jsonb_typeof(a.after) = 'object' THEN ARRAY(SELECT k FROM jsonb_object_keys(a.after) k ORDER BY k) ELSE '{}' END AS changed
      FROM audit_event a
      LEFT JOIN person p ON p.authority_id = a.authority_id AND p.id = a.actor_id
      LEFT JOIN pupil u ON u.authority_id = a.authority_id AND u.id = a.pupil_id
     WHERE true ${where}
     ORDER BY a.id DESC LIMIT ${AUDIT_PAGE_SIZE} OFFSET ${(page - 1) * AUDIT_PAGE_SIZE}`);
  const acts = await tx.rows(actRow, sql`SELECT DISTINCT act FROM audit_event ORDER BY act`);
  const people = await tx.rows(personRow, sql`
    SELECT p.id, p.name FROM person p WHERE EXISTS (SELECT 1 FROM audit_event a WHERE a.authority_id = p.authority_id AND a.actor_id = p.id) ORDER BY p.name`);
  return {
    total, page, pages, people, acts: acts.map((row) => row.act),
    lines: lines.map((row) => ({
      id: row.id, on: londonDateOf(row.at), time: londonTimeOf(row.at), who: row.who ?? 'Nobody signed in', act: row.act, outcome: row.outcome,
      subject: `${row.subject_kind} ${row.subject_id}`, pupil: row.pupil, changed: row.changed,
    })),
  };
}

function whereOf({ act, person, pupil, on }: AuditFilter) {
  const isId = z.uuid().safeParse(person).success;
  const whose = person === '' ? sqlEmpty : isId ? sql`AND a.actor_id = ${person}::uuid` : sql`AND false`;
  return sql`
    ${act === '' ? sqlEmpty : sql`AND a.act = ${act}`} ${whose}
    ${pupil === '' ? sqlEmpty : sql`AND u.reference = ${pupil.toUpperCase()}`}
    ${on === null ? sqlEmpty : sql`AND a.at >= ${londonInstant(on, '00:00')} AND a.at < ${londonInstant(addDays(on, 1), '00:00')}`}`;
}
