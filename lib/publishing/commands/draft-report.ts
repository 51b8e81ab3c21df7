import { z } from 'zod';
import { financialYearOf } from '@/lib/calendars/rules/academic-year';
import { firstDayOf, isMonth, type Month, monthInWords } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { sql } from '@/lib/server/unit-of-work';
import { draftReportInput } from '../input';
import { mayReport } from '../policy';
import { loadForumFigures } from '../queries/forum-figures';
import { loadReleases, loadReportVersions, lockReports, publishedSoFar } from '../report-store';
import { forumDraft } from '../rules/forum/forum-draft';
import { NO_WORDS } from '../rules/forum/officer-words';

const made = z.object({ id: uuidColumn });

/**
 * Draws the report of a closed month up from the figures at this moment: its first version, or after one is published a
 * correction. A version that is not published yet gets its figures afresh, keeps its words, and is a draft again.
 */
export const draftReport: Command<typeof draftReportInput, { month: Month }> = {
  name: 'report.draft',
  input: draftReportInput,
  handle: async (tx, { month }) => {
    if (!mayReport(tx.actor)) throw notFoundRefusal();
    await lockReports(tx);
    const period = (await loadPeriods(tx)).find((one) => one.month === month);
    if (!period?.closed_at) throw conflict(`${monthInWords(month)} is not closed. A report is drawn up for a month that is closed`);
    const versions = await loadReportVersions(tx);
    const { reports, values, months, frozen } = publishedSoFar(versions, await loadReleases(tx));
    const own = versions.filter((one) => one.month === month).sort((a, b) => a.number - b.number);
    const last = own.at(-1);
    const number = last === undefined ? 1 : last.state === 'published' ? last.number + 1 : last.number;
    const figures = forumDraft(await loadForumFigures(tx, month, [...new Set([...months, ...frozen.months])]), number, values, previousOf(month, months), reports.length, frozen.relations);
    const subjectId = last !== undefined && last.state !== 'published' ? last.id : null;
    if (subjectId !== null) {
      await tx.execute(sql`
        UPDATE report_version SET figures = ${JSON.stringify(figures)}::jsonb, state = 'draft', signed_by = NULL, signed_at = NULL, drafted_by = ${tx.actor.personId}::uuid,
               drafted_at = ${tx.now}, version = version + 1 WHERE id = ${subjectId}::uuid`);
    }
    const id = subjectId ?? (await tx.row(made, sql`
      INSERT INTO report_version (authority_id, kind, month, number, figures, words, left_out, drafted_by, drafted_at)
      VALUES (${tx.authorityId}, 'forum_spend', ${month}, ${number}, ${JSON.stringify(figures)}::jsonb, ${JSON.stringify(last?.words ?? NO_WORDS)}::jsonb,
              ${last?.left_out ?? []}::text[], ${tx.actor.personId}::uuid, ${tx.now}) RETURNING id`))?.id ?? '';
    return { outcome: { month }, audit: { subjectKind: 'report_version', subjectId: id, after: { month, version: number, state: 'draft' } } };
  },
};

/** The last month before this one in the same financial year that has a published report. */
function previousOf(month: Month, months: readonly string[]): string | null {
  const year = financialYearOf(firstDayOf(month)).label;
  return months.filter((one) => isMonth(one) && one < month && financialYearOf(firstDayOf(one)).label === year).sort().at(-1) ?? null;
}
