import { OccupancyCalendar } from '@/components/places/occupancy-calendar';
import { BackLink } from '@/components/ui/back-link';
import { monthName } from '@/components/ui/date-words';
import { PageHeading } from '@/components/ui/page-heading';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { siteMonth } from '@/lib/placements/queries/site-calendar';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/site/[site]/calendar', 'Occupancy calendar');

type Props = { params: Promise<{ authority: string; site: string }>; searchParams: Promise<{ month?: string | string[] }> };

export default async function SiteCalendarPage({ params, searchParams }: Props) {
  const { authority, site: slug } = await params;
  const page = await openPage('/[authority]/site/[site]/calendar', authority);
  const asked = (await searchParams).month;
  const month = typeof asked === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : page.clock.today.slice(0, 7);
  const { site, days } = await page.read((tx) => siteMonth(tx, slug, month));
  const first = calendarDate(`${month}-01`);
  const before = addDays(first, -1);
  const after = calendarDate(`${addDays(first, 31).slice(0, 7)}-01`);
  const base = `/${authority}/site/${slug}/calendar`;
  return (
    <>
      <BackLink href={`/${authority}/site/${slug}`}>{site.name}</BackLink>
      <PageHeading caption={site.name}>Occupancy calendar</PageHeading>
      <OccupancyCalendar
        name={site.name}
        today={page.clock.today}
        days={days.map((day) => ({ ...day, href: day.takenTenths === null ? undefined : `${base}/${day.on}` }))}
        previous={{ href: `${base}?month=${before.slice(0, 7)}`, text: `${monthName(before)} ${before.slice(0, 4)}` }}
        next={{ href: `${base}?month=${after.slice(0, 7)}`, text: `${monthName(after)} ${after.slice(0, 4)}` }}
      />
    </>
  );
}
