import { conflict, notFoundRefusal, stale } from '@/lib/core/refusal';
import type { Actor } from '@/lib/core/roles';
import type { WriteTx } from '@/lib/server/unit-of-work';
import { monthInWords } from '@/lib/charges/rules/months';
import { mayReport } from './policy';
import { loadReleases, loadReportVersions, lockReports, type Release, type ReportVersion } from './report-store';

interface OpenVersion {
  readonly actor: Actor;
  readonly own: ReportVersion;
  readonly versions: readonly ReportVersion[];
  /** What is frozen for the Board. */
  readonly releases: readonly Release[];
}

/**
 * The version that an act is on, with the others; held until the end.
 * @throws Refused not found, published already, or changed since the page was opened
 */
export async function openVersion(tx: WriteTx, { reportId, version }: { readonly reportId: string; readonly version: number }): Promise<OpenVersion> {
  const { actor } = tx;
  if (!mayReport(actor)) throw notFoundRefusal();
  await lockReports(tx);
  const versions = await loadReportVersions(tx);
  const own = versions.find((one) => one.id === reportId);
  if (!own) throw notFoundRefusal();
  if (own.state === 'published') throw conflict(`Version ${own.number} of ${monthInWords(own.month)} is published and never changes. Draft a correction`);
  if (own.version !== version) throw stale('Somebody changed this report while you had the page open. Nothing of yours was saved', [`Last changed by ${own.drafted_by_name}`]);
  return { actor, own, versions, releases: await loadReleases(tx) };
}
