import { SiteForm } from '@/components/admin/site-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { NEED_CHOICES, PROVIDER_KIND_WORDS, siteList } from '@/lib/providers/queries/site-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/admin/sites', 'Sites and places');

type Props = { params: Promise<{ authority: string }> };

export default async function SitesPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/sites', authority);
  const { on, lines, providers } = await page.read(siteList);
  const home = `/${authority}/admin/sites`;
  const total = (line: (typeof lines)[number]): number => line.places.day6 + line.places.preventative + line.places.reserve;
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <PageHeading lead={`Places on ${weekdayDateInWords(on)}.`}>Sites and places</PageHeading>
      <DataTable
        caption="Sites" captionHidden rows={lines} rowKey={(line) => line.site.id} dense
        empty={<EmptyState title="Sites">There is no site yet. Add the first one below, then its places.</EmptyState>}
        columns={[
          { key: 'name', header: 'Site', rowHeader: true, cell: (line) => <a href={`${home}/${line.site.slug}`}>{line.site.name}</a> },
          { key: 'provider', header: 'Provider', cell: (line) => line.site.provider_name },
          { key: 'years', header: 'Years', cell: (line) => `${line.site.low_year === 0 ? 'Reception' : line.site.low_year} to ${line.site.high_year}` },
          { key: 'day6', header: 'Day-6', numeric: true, cell: (line) => line.places.day6 },
          { key: 'preventative', header: 'Preventative', numeric: true, cell: (line) => line.places.preventative },
          { key: 'reserve', header: 'Reserve', numeric: true, cell: (line) => line.places.reserve },
          { key: 'total', header: 'Places', numeric: true, cell: total },
          { key: 'over', header: 'Over number', numeric: true, cell: (line) => line.overNumber },
        ]}
        foot={{
          name: 'All sites', day6: lines.reduce((sum, line) => sum + line.places.day6, 0), preventative: lines.reduce((sum, line) => sum + line.places.preventative, 0),
          reserve: lines.reduce((sum, line) => sum + line.places.reserve, 0), total: lines.reduce((sum, line) => sum + total(line), 0),
          over: lines.reduce((sum, line) => sum + line.overNumber, 0),
        }}
      />
      <SiteForm
        fold="Add a site" action={save} authority={authority} formKey={newFormKey()} cancelHref={home} needs={NEED_CHOICES} providers={providers}
        providerKinds={Object.entries(PROVIDER_KIND_WORDS).map(([value, text]) => ({ value, text }))}
      />
    </>
  );
}
