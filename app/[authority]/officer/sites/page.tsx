import { FreePlaces } from '@/components/placing/free-places';
import { kindsOfPlace } from '@/components/placing/kind-words';
import { DataTable } from '@/components/ui/data-table';
import { monthName, weekdayDateWords } from '@/components/ui/date-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { officerSites } from '@/lib/placements/queries/officer-sites';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/officer/sites', 'Sites');

type Props = { params: Promise<{ authority: string }> };

export default async function SitesPage({ params }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/officer/sites', authority);
  const { sites, nextMonth } = await page.read(officerSites);
  const month = monthName(nextMonth.firstOn);
  return (
    <>
      <PageHeading lead={`Places free on ${weekdayDateWords(page.clock.today)}, and on the tightest school day of ${month}.`}>Sites</PageHeading>
      <DataTable caption="Sites and their free places" captionHidden rows={sites} rowKey={(row) => row.slug}
        empty={<EmptyState title="No site yet">Sites appear here once an administrator has entered them.</EmptyState>}
        columns={[
          {
            key: 'site', header: 'Site', rowHeader: true,
            cell: (row) => <><a href={`/${authority}/officer/sites/${row.slug}`}>{row.name}</a><span className="fp-option__specialism">{[row.specialism, row.years].filter(Boolean).join(', ')}</span></>,
          },
          { key: 'places', header: 'Places', numeric: true, cell: (row) => row.placesTenths / 10 },
          ...(['day6', 'preventative', 'reserve'] as const).map((kind) => ({
            key: kind, header: kindsOfPlace(kind),
            cell: (row: (typeof sites)[number]) => {
              const free = row.free.find((one) => one.kind === kind);
              return free ? <FreePlaces todayTenths={free.todayTenths} laterTenths={free.nextMonthTenths} later={month} /> : null;
            },
          })),
        ]} />
    </>
  );
}
