/** The versions of reports as they are worked on: with true figures, so for officers' commands and queries only. */
import { z } from 'zod';
import { monthColumn } from '@/lib/charges/store';
import { countColumn, instantColumn, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { Quantity } from './rules/disclosure/figures';
import type { Relation } from './rules/disclosure/relations';
import type { PublishedReport, ReportDraft } from './rules/disclosure/report';
import type { ForumDraft } from './rules/forum/forum-draft';
import { NO_WORDS } from './rules/forum/officer-words';
import { type OfficerWords, PURPOSES, WORD_FIELDS } from './types';

const wordsColumn = z.record(z.string(), z.string()).transform((words): OfficerWords => ({
  ...NO_WORDS, ...Object.fromEntries(WORD_FIELDS.map(({ name }) => [name, words[name] ?? ''])),
  purpose: words.purpose === 'consultation' || words.purpose === 'information' ? words.purpose satisfies keyof typeof PURPOSES : '',
}));

// Written by this module alone, from these types, and never changed by anybody else: the outline is checked.
const draftColumn = z.custom<ForumDraft>((value) => outline.safeParse(value).success);
const outline = z.object({ report: z.object({ month: z.string(), version: z.number(), quantities: z.array(z.object({ key: z.string(), value: z.number() })) }), layout: z.array(z.object({ id: z.string() })) });
const draftedReport = z.custom<ReportDraft>((value) => outline.shape.report.safeParse(value).success);
const controlColumn = z.custom<PublishedReport>((value) => controlled.safeParse(value).success);
const controlled = z.object({ month: z.string(), version: z.number(), tables: z.array(z.unknown()), control: z.object({ figures: z.array(z.unknown()), known: z.array(z.unknown()), relations: z.array(z.unknown()) }) });

const versionRow = z.object({
  id: uuidColumn, month: monthColumn, number: countColumn, state: z.enum(['draft', 'signed', 'published']), figures: draftColumn, words: wordsColumn, note: textColumn,
  left_out: textsColumn, control: controlColumn.nullable(), drafted_by: uuidColumn, drafted_by_name: textColumn, drafted_at: instantColumn, signed_by_name: textColumn.nullable(),
  signed_at: instantColumn.nullable(), published_at: instantColumn.nullable(), version: countColumn,
});
export type ReportVersion = z.output<typeof versionRow>;

/** Every version of the authority's Forum reports in the order in which they were published; those still worked on come last. */
export async function loadReportVersions(tx: ReadTx): Promise<ReportVersion[]> {
  return tx.rows(versionRow, sql`
    SELECT r.id, r.month, r.number, r.state, r.figures, r.words, r.note, r.left_out, r.control, r.drafted_by, d.name AS drafted_by_name, r.drafted_at,
           s.name AS signed_by_name, r.signed_at, r.published_at, r.version
      FROM report_version r
      JOIN person d ON d.authority_id = r.authority_id AND d.id = r.drafted_by
      LEFT JOIN person s ON s.authority_id = r.authority_id AND s.id = r.signed_by
     WHERE r.kind = 'forum_spend' ORDER BY r.published_at NULLS LAST, r.month, r.number`);
}

/** Reports follow one another: each is checked against all published before it, so none is published meanwhile. */
export async function lockReports(tx: WriteTx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('report_version ' || ${tx.authorityId}::text))`);
}

const releaseRow = z.object({ figures: z.object({ report: draftedReport }), control: controlColumn });

/** What is frozen for the Governance Board, month by month: with true figures. */
export type Release = z.output<typeof releaseRow>;

/** Whoever reads the Forum's reports may read what the Board reads too, so both are checked together. */
export async function loadReleases(tx: ReadTx): Promise<Release[]> {
  return tx.rows(releaseRow, sql`SELECT figures, control FROM board_close ORDER BY frozen_at, month`);
}

/** What was published so far, and frozen for the Board, as later reports are checked against it.  */
export function publishedSoFar(versions: readonly ReportVersion[], releases: readonly Release[]): {
  readonly reports: readonly PublishedReport[]; readonly values: readonly Quantity[]; readonly months: readonly string[];
  /** Months frozen for the Board, and how their figures hang together. */
  readonly frozen: { readonly months: readonly string[]; readonly relations: readonly Relation[] };
} {
  const published = versions.filter((one) => one.state === 'published');
  const values = new Map([...releases, ...published.map((one) => ({ figures: one.figures }))].flatMap((one) => one.figures.report.quantities).map((one) => [one.key, one]));
  return {
    reports: [...releases.map((one) => one.control), ...published.flatMap((one) => one.control ?? [])], values: [...values.values()],
    months: [...new Set(published.map((one) => one.month))],
    frozen: { months: releases.map((one) => one.control.month), relations: releases.flatMap((one) => one.control.control.relations) },
  };
}
