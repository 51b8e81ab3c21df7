import { loadLinearSolver } from './linear-solver';
import { publishedSoFar, type Release, type ReportVersion } from './report-store';
import { type Protected, protectReport } from './rules/disclosure/protect';
import { type ForumDraft, withoutLeftOut } from './rules/forum/forum-draft';

/** A version after the disclosure control, attacked together with everything published or frozen for the Board so far (R75, R81); and its draft without the tables left out. */
export async function protectVersion(own: ReportVersion, versions: readonly ReportVersion[], releases: readonly Release[]): Promise<{ readonly result: Protected; readonly draft: ForumDraft }> {
  const { reports, values } = publishedSoFar(versions, releases);
  const { draft, keys } = withoutLeftOut(own.figures, own.left_out);
  return { draft, result: protectReport({ draft: draft.report, earlier: reports, earlierValues: values, alsoLeftOut: keys }, await loadLinearSolver()) };
}

/** Why a version cannot be signed off or published as it was drafted; null when nothing was published since. */
export function whyOutdated(own: ReportVersion, versions: readonly ReportVersion[], releases: readonly Release[]): string | null {
  return publishedSoFar(versions, releases).reports.length === own.figures.publishedBefore ? null
    : 'Another report was published, or figures were frozen for the Board, since this one was drafted. Draw the figures up again, so that both are checked together';
}
