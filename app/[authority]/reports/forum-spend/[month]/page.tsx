import { headers } from 'next/headers';
import { PublicVersion } from '@/components/forum/public-version';
import { publicReport } from '@/lib/publishing/queries/public-reports';
import { noteRendering, pageNotFound } from '@/lib/server/page-not-found';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/reports/forum-spend/[month]', 'Monthly spend report');

type Props = { params: Promise<{ authority: string; month: string }> };

/** The latest version of a month's report, for everybody. */
export default async function LatestReportPage({ params }: Props) {
  const { authority, month } = await params;
  await noteRendering(authority);
  const view = await publicReport(authority, month, null);
  if (view === null) pageNotFound();
  return <PublicVersion view={view} host={(await headers()).get('host') ?? ''} />;
}
