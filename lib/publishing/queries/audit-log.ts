import { z } from 'zod';
import { addDays, type CalendarDate, londonDateOf, londonInstant, londonTimeOf } from '@/lib/core/calendar-date';
import { countColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlEmpty } from '@/lib/server/unit-of-work';
import { changedValues } from '../rules/audit-values';
import { actInWords, kindInWords, refusalInWords } from '../rules/audit-words';
import type { AuditLine } from '../types';
import { idsIn, recordNames } from './record-names';

export const AUDIT_PAGE_SIZE = 25;

export interface AuditFilter {
  readonly act: string;
  /** A person's id, or empty. */
  readonly person: string;
  /** A pupil's reference, or empty. */
  readonly pupil: string;
  /** The id of the record acted on, or empty. */
  readonly record: string;
  readonly on: CalendarDate | null;
  readonly page: number;
}

export interface AuditLog {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly AuditLine[];
  readonly acts: readonly { readonly code: string; readonly words: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const lineRow = z.object({
  id: textColumn, at: instantColumn, who: textColumn.nullable(), act: textColumn, outcome: z.enum(['done', 'refused', 'opened']),
  subject_kind: textColumn, subject_id: textColumn, pupil: textColumn.nullable(), before: z.unknown(), after: z.unknown(), reason: textColumn,
});
const actRow = z.object({ act: textColumn });
const personRow = z.object({ id: uuidColumn, name: textColumn });
const totalRow = z.object({ total: countColumn });
const refusal = z.object({ refusal: z.string(), why: z.array(z.string()).default([]) });

/** The pupil of a line: the one written with it, else the one of its record, as for a refused act. */
const PUPIL = sql`LEFT JOIN pupil u ON u.authority_id = a.authority_id AND u.id = coalesce(a.pupil_id, (
  SELECT r.pupil_id FROM (
    SELECT id, pupil_id FROM placement UNION ALL SELECT id, pupil_id FROM referral UNION ALL SELECT id, pupil_id FROM permanent_exclusion UNION ALL SELECT id, pupil_id FROM task UNION ALL SELECT id, id FROM pupil
  ) r WHERE a.outcome = 'refused' AND a.subject_kind IN ('placement', 'referral', 'exclusion', 'task', 'pupil') AND r.id = CASE WHEN a.subject_id ~ '^[0-9a-f-]{36}$' THEN a.subject_id::uuid END LIMIT 1))`;

/** Who did what, newest first; a page past the last gives the last. */
export async function auditLog(tx: ReadTx, filter: AuditFilter): Promise<AuditLog> {
  const where = whereOf(filter);
  const total = (await tx.row(totalRow, sql`SELECT count(*) AS total FROM audit_event a ${filter.pupil === '' ? sqlEmpty : PUPIL} WHERE true ${where}`))?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / AUDIT_PAGE_SIZE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = await tx.rows(lineRow, sql`
    SELECT a.id::text AS id, a.at, p.name AS who, a.act, a.outcome, a.subject_kind, a.subject_id, u.reference AS pupil, a.before, a.after, a.reason
      FROM audit_event a
      LEFT JOIN person p ON p.authority_id = a.authority_id AND p.id = a.actor_id
      ${PUPIL}
     WHERE true ${where}
     ORDER BY a.id DESC LIMIT ${AUDIT_PAGE_SIZE} OFFSET ${(page - 1) * AUDIT_PAGE_SIZE}`);
  const names = await recordNames(tx, idsIn(rows.map((row) => [row.subject_id, row.before, row.after])));
  const acts = await tx.rows(actRow, sql`SELECT DISTINCT act FROM audit_event ORDER BY act`);
  const people = await tx.rows(personRow, sql`
    SELECT p.id, p.name FROM person p WHERE EXISTS (SELECT 1 FROM audit_event a WHERE a.authority_id = p.authority_id AND a.actor_id = p.id) ORDER BY p.name`);
  return {
    total, page, pages, people, acts: acts.map(({ act }) => ({ code: act, words: actInWords(act) })).sort((a, b) => (a.words < b.words ? -1 : 1)),
    lines: rows.map((row) => lineOf(row, names)),
  };
}

function lineOf(row: z.output<typeof lineRow>, names: ReadonlyMap<string, string>): AuditLine {
  const refused = row.outcome === 'refused' ? refusal.safeParse(row.after).data : undefined;
  const kind = kindInWords(row.subject_kind);
  const name = names.get(row.subject_id);
  return {
    id: row.id, on: londonDateOf(row.at), time: londonTimeOf(row.at), who: row.who ?? 'Nobody signed in', act: row.act, words: actInWords(row.act), outcome: row.outcome,
    record: row.subject_kind === 'command' ? null : { kind: row.subject_kind, id: row.subject_id, words: name === undefined ? kind : `${kind} ${name}` },
    pupil: row.pupil, why: refused ? refused.why.join('. ') || refusalInWords(refused.refusal) : row.reason,
    changed: row.outcome === 'refused' ? [] : changedValues(row.before, row.after, (id) => names.get(id) ?? null),
  };
}

function whereOf({ act, person, pupil, record, on }: AuditFilter) {
  const isId = z.uuid().safeParse(person).success;
  const whose = person === '' ? sqlEmpty : isId ? sql`AND a.actor_id = ${person}::uuid` : sql`AND false`;
  return sql`
    ${act === '' ? sqlEmpty : sql`AND a.act = ${act}`} ${whose}
    ${record === '' ? sqlEmpty : sql`AND a.subject_id = ${record}`}
    ${pupil === '' ? sqlEmpty : sql`AND upper(u.reference) = ${pupil.toUpperCase()}`}
    ${on === null ? sqlEmpty : sql`AND a.at >= ${londonInstant(on, '00:00')} AND a.at < ${londonInstant(addDays(on, 1), '00:00')}`}`;
}
