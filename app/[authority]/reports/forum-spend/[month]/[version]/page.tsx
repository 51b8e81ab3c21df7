import { headers } from 'next/headers';
import { PublicVersion } from '@/components/forum/public-version';
import { publicReport } from '@/lib/publishing/queries/public-reports';
import { noteRendering, pageNotFound } from '@/lib/server/page-not-found';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/reports/forum-spend/[month]/[version]', 'Version of a monthly spend report');

type Props = { params: Promise<{ authority: string; month: string; version: string }> };

/** One version of a month's report as it was frozen, for everybody. */
export default async function ReportVersionPage({ params }: Props) {
  const { authority, month, version } = await params;
  await noteRendering(authority);
  const view = await publicReport(authority, month, version);
  if (view === null) pageNotFound();
  return <PublicVersion view={view} host={(await headers()).get('host') ?? ''} />;
}
