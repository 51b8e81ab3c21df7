import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { PageHeading } from '@/components/ui/page-heading';
import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS, shareInWords } from '@/lib/core/field-words';
import { siteDay } from '@/lib/placements/queries/site-calendar';
import { stateInWords } from '@/lib/placements/rules/states';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';

export const generateMetadata = titled('/[authority]/site/[site]/calendar/[day]', 'Pupils on one day');

type Props = { params: Promise<{ authority: string; site: string; day: string }> };

export default async function SiteDayPage({ params }: Props) {
  const { authority, site: slug, day } = await params;
  const page = await openPage('/[authority]/site/[site]/calendar/[day]', authority);
  if (!isCalendarDate(day)) pageNotFound();
  const { site, pupils } = await page.read((tx) => siteDay(tx, slug, day));
  const taken = pupils.reduce((sum, pupil) => sum + pupil.share_tenths, 0) / 10;
  return (
    <>
      <BackLink href={`/${authority}/site/${slug}/calendar?month=${day.slice(0, 7)}`}>Occupancy calendar</BackLink>
      <PageHeading caption={site.name} lead={`${taken} ${taken === 1 ? 'place' : 'places'} held, planned and started together.`}>{weekdayDateInWords(day)}</PageHeading>
      <DataTable
        caption="Pupils who hold a place on this day"
        rows={pupils}
        rowKey={(pupil) => pupil.id}
        dense
        empty={<p>Nobody holds a place on this day.</p>}
        columns={[
          { key: 'name', header: 'Pupil', rowHeader: true, cell: (pupil) => <a href={`/${authority}/site/placements/${pupil.id}`}>{pupil.first_name} {pupil.last_name}</a> },
          { key: 'year', header: 'Year', numeric: true, cell: (pupil) => pupil.year_group },
          { key: 'kind', header: 'Place', cell: (pupil) => PLACE_KIND_WORDS[pupil.place_kind] },
          { key: 'share', header: 'Share', cell: (pupil) => shareInWords(pupil.share_tenths) },
          { key: 'state', header: 'State', cell: (pupil) => stateInWords(pupil.state) },
          { key: 'dates', header: 'Days', cell: (pupil) => `${dateInWords(pupil.first_on)} to ${dateInWords(pupil.last_on)}` },
        ]}
      />
    </>
  );
}
