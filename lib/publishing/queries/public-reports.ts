/** What anybody may read: published reports as they were stored, asked as the public's role. */
import { z } from 'zod';
import { isMonth, monthInWords } from '@/lib/charges/rules/months';
import { monthColumn } from '@/lib/charges/store';
import { londonDateOf } from '@/lib/core/calendar-date';
import { bytesColumn, countColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type PublicTx, publicUnit, sql } from '@/lib/server/unit-of-work';
import { type PublicReport, type PublicReportView, type PublishedVersion, REPORT_FORMATS, type ReportFormat } from '../types';

const versionRow = z.object({ id: uuidColumn, month: monthColumn, number: countColumn, note: textColumn, published_at: instantColumn, sha256: textColumn, size: countColumn });
const reportRow = versionRow.extend({ bytes: bytesColumn });
const fileRow = z.object({ format: z.enum(REPORT_FORMATS), sha256: textColumn, size: countColumn });
const bytesRow = z.object({ bytes: bytesColumn, sha256: textColumn });

function versionOf(row: z.output<typeof versionRow>): PublishedVersion {
  return { month: row.month, monthTitle: monthInWords(row.month), number: row.number, note: row.note, publishedOn: londonDateOf(row.published_at), sha256: row.sha256 };
}

/** Every published version, newest month first and in it the newest version; null where there is no such authority. */
export async function publicReports(slug: string): Promise<{ readonly authority: string; readonly versions: readonly PublishedVersion[] } | null> {
  return publicUnit(slug, async (tx, { councilName }) => ({ authority: councilName, versions: await allVersions(tx) }));
}

async function allVersions(tx: PublicTx): Promise<PublishedVersion[]> {
  return (await tx.rows(versionRow, sql`
    SELECT id, month, number, note, published_at, sha256, length(bytes) AS size FROM report_publication WHERE kind = 'forum_spend' ORDER BY month DESC, number DESC`)).map(versionOf);
}

/** The latest version of the latest month that has one; null where nothing is published. */
export async function latestReport(slug: string): Promise<PublicReportView | null> {
  const latest = (await publicReports(slug))?.versions[0];
  return latest ? publicReport(slug, latest.month, String(latest.number)) : null;
}

/** One published version from its stored bytes; the latest of the month where no number is given. Null where there is none. */
export async function publicReport(slug: string, month: string, number: string | null): Promise<PublicReportView | null> {
  if (!isMonth(month) || (number !== null && !/^[1-9]\d{0,4}$/.test(number))) return null;
  return publicUnit(slug, async (tx) => {
    const found = await tx.row(reportRow, sql`
      SELECT id, month, number, note, published_at, sha256, length(bytes) AS size, bytes FROM report_publication
       WHERE kind = 'forum_spend' AND month = ${month} AND (${number}::integer IS NULL OR number = ${number}::integer) ORDER BY number DESC LIMIT 1`);
    if (!found) return null;
    const files = await tx.rows(fileRow, sql`
      SELECT format, sha256, length(bytes) AS size FROM report_file WHERE publication_id = ${found.id}::uuid ORDER BY array_position(${[...REPORT_FORMATS]}::text[], format)`);
    return {
      report: JSON.parse(new TextDecoder().decode(found.bytes)) as PublicReport, sha256: found.sha256, files,
      versions: (await allVersions(tx)).filter((one) => one.month === month),
    };
  });
}

/** The bytes of a file of a published version, as they were stored; `json` is the report's own data. */
export async function publicFile(slug: string, month: string, number: string, format: ReportFormat | 'json'): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string } | null> {
  if (!isMonth(month) || !/^[1-9]\d{0,4}$/.test(number)) return null;
  return publicUnit(slug, (tx) => (format === 'json'
    ? tx.row(bytesRow, sql`SELECT bytes, sha256 FROM report_publication WHERE kind = 'forum_spend' AND month = ${month} AND number = ${number}::integer`)
    : tx.row(bytesRow, sql`
        SELECT f.bytes, f.sha256 FROM report_file f JOIN report_publication p ON p.authority_id = f.authority_id AND p.id = f.publication_id
         WHERE p.kind = 'forum_spend' AND p.month = ${month} AND p.number = ${number}::integer AND f.format = ${format}`)));
}
