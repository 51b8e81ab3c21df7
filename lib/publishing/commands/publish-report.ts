import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Month } from '@/lib/charges/rules/months';
import { conflict } from '@/lib/core/refusal';
import { boolColumn, textColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { makeFiles } from '../files/make-files';
import { namedReportInput } from '../input';
import { leakRefusal } from '../leak-refusal';
import { openVersion } from '../open-version';
import { protectVersion, whyOutdated } from '../protect-version';
import type { ReportVersion } from '../report-store';
import type { PublishedReport } from '../rules/disclosure/report';
import { freeze } from '../rules/forum/freeze';
import { withoutReason } from '../rules/forum/without-reason';
import { reportBytes } from '../rules/forum/public-report';
import { refuseTellingWords } from '../telling-words';
import type { PublicReport } from '../types';

const authorityRow = z.object({ slug: textColumn, council_name: textColumn, is_demonstration: boolColumn });
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Publishes what was signed off, once: the frozen report and its files. They are attacked with everything published before first. */
export const publishReport: Command<typeof namedReportInput, { month: Month; number: number }> = {
  name: 'report.publish',
  input: namedReportInput,
  handle: async (tx, input) => {
    const { actor, own, versions, releases } = await openVersion(tx, input);
    if (own.state !== 'signed') throw conflict('Somebody else than who changed the report last signs it off before it is published');
    const outdated = whyOutdated(own, versions, releases);
    if (outdated !== null) throw conflict(outdated);
    const { result, draft } = await protectVersion(own, versions, releases);
    if (result.kind === 'refused') throw leakRefusal(result.leaks);
    refuseTellingWords(own, result.published);
    const unexplained = withoutReason(draft, result.published);
    if (unexplained.length > 0) throw conflict('The report lists variances that nobody has given a reason for', unexplained.map((line) => `${line}: enter the reason on the page of its spend, and draw the figures up again`));
    const authority = await tx.row(authorityRow, sql`SELECT slug, council_name, is_demonstration FROM authority WHERE id = ${tx.authorityId}`);
    const report = freeze({
      draft, published: result.published, notes: result.notes, words: own.words, note: own.note, publishedOn: tx.today,
      authority: { slug: authority?.slug ?? '', name: authority?.council_name ?? '', isDemonstration: authority?.is_demonstration ?? false },
    });
    const hash = await store(tx, own, actor.personId, result.published, report);
    return {
      outcome: { month: own.month, number: own.number },
      audit: { subjectKind: 'report_version', subjectId: own.id, before: { state: 'signed' }, after: { month: own.month, version: own.number, state: 'published', hash } },
    };
  },
};

async function store(tx: WriteTx, own: ReportVersion, personId: string, control: PublishedReport, report: PublicReport): Promise<string> {
  const bytes = reportBytes(report);
  await tx.execute(sql`
    UPDATE report_version SET state = 'published', control = ${JSON.stringify(control)}::jsonb, published_by = ${personId}::uuid, published_at = ${tx.now}, version = version + 1
     WHERE id = ${own.id}::uuid`);
  await tx.execute(sql`
    INSERT INTO report_publication (authority_id, id, kind, month, number, title, note, published_at, bytes, sha256)
    VALUES (${tx.authorityId}, ${own.id}::uuid, 'forum_spend', ${own.month}, ${own.number}, ${report.title}, ${own.note}, ${tx.now}, ${bytes}::bytea, ${hashOf(bytes)})`);
  for (const file of await makeFiles(report)) {
    await tx.execute(sql`
      INSERT INTO report_file (authority_id, publication_id, format, bytes, sha256)
      VALUES (${tx.authorityId}, ${own.id}::uuid, ${file.format}, ${file.bytes}::bytea, ${hashOf(file.bytes)})`);
  }
  return hashOf(bytes);
}
