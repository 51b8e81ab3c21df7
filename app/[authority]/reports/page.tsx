import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords } from '@/lib/core/date-words';
import { publicReports } from '@/lib/publishing/queries/public-reports';
import { noteRendering, pageNotFound } from '@/lib/server/page-not-found';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/reports', 'Published reports');

type Props = { params: Promise<{ authority: string }> };

/** Every published version, for everybody. */
export default async function ReportsPage({ params }: Props) {
  const { authority: slug } = await params;
  await noteRendering(slug);
  const found = await publicReports(slug);
  if (found === null) pageNotFound();
  const { authority, versions } = found;
  return (
    <>
      <PageHeading size={48} caption={authority} lead="Monthly spend reports to the Schools Forum. A published version never changes; a correction is a further version.">Published reports</PageHeading>
      <DataTable
        caption="Versions, latest first"
        rows={versions}
        rowKey={(one) => `${one.month} ${one.number}`}
        empty={<EmptyState title="No report is published yet">The first one appears here once it is published.</EmptyState>}
        columns={[
          { key: 'report', header: 'Report', rowHeader: true, cell: (one) => <a href={`/${slug}/reports/forum-spend/${one.month}/${one.number}`}>{one.monthTitle}, version {one.number}</a> },
          { key: 'on', header: 'Published', cell: (one) => dateInWords(one.publishedOn) },
          { key: 'note', header: 'Correction', cell: (one) => (one.note === '' ? 'First version' : one.note) },
        ]}
      />
    </>
  );
}
