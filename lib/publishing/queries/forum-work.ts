import { z } from 'zod';
import { isMonth, monthInWords } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import { boolColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { mayReport } from '../policy';
import { protectVersion, whyOutdated } from '../protect-version';
import { loadReleases, loadReportVersions, type ReportVersion } from '../report-store';
import { freeze } from '../rules/forum/freeze';
import { leaveOutChoices } from '../rules/forum/forum-draft';
import { missingWords } from '../rules/forum/officer-words';
import type { ForumWork, OpenReport } from '../types';

const authorityRow = z.object({ slug: textColumn, council_name: textColumn, is_demonstration: boolColumn });

/** The report of a closed month as officers work on it. Null for other people, and for a month that is not closed. */
export async function forumWork(tx: ReadTx, month: string): Promise<ForumWork | null> {
  if (!mayReport(tx.actor) || !isMonth(month)) return null;
  const period = (await loadPeriods(tx)).find((one) => one.month === month);
  if (!period?.closed_at) return null;
  const versions = await loadReportVersions(tx);
  const own = versions.filter((one) => one.month === month);
  const open = own.find((one) => one.state !== 'published');
  return {
    month, title: monthInWords(month), open: open ? await openReport(tx, open, versions) : null,
    published: own.filter((one) => one.state === 'published').map(({ number, note }) => ({ number, note })).sort((a, b) => b.number - a.number),
  };
}

async function openReport(tx: ReadTx, own: ReportVersion, versions: readonly ReportVersion[]): Promise<OpenReport> {
  const releases = await loadReleases(tx);
  const outdated = whyOutdated(own, versions, releases);
  const { result, draft } = await protectVersion(own, versions, releases);
  const authority = await tx.row(authorityRow, sql`SELECT slug, council_name, is_demonstration FROM authority WHERE id = ${tx.authorityId}`);
  const preview = result.kind === 'refused' ? null : freeze({
    draft, published: result.published, notes: result.notes, words: own.words, note: own.note, publishedOn: tx.today,
    authority: { slug: authority?.slug ?? '', name: authority?.council_name ?? '', isDemonstration: authority?.is_demonstration ?? false },
  });
  return {
    id: own.id, version: own.version, number: own.number, state: own.state === 'signed' ? 'signed' : 'draft', words: own.words, note: own.note, changedBy: own.drafted_by_name,
    signedBy: own.signed_by_name, isOwn: own.drafted_by === tx.actor?.personId, missing: missingWords(own.words, own.number > 1, own.note), outdated,
    leaks: result.kind === 'refused' ? result.leaks.map((leak) => leak.message) : [], preview,
    secondary: result.kind === 'refused' ? [] : result.leftOut.filter((one) => one.because === 'secondary').map((one) => one.words),
    leftOut: own.left_out, choices: leaveOutChoices(own.figures),
  };
}
