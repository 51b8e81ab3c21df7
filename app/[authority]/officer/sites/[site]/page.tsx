import { OccupancyCalendar } from '@/components/places/occupancy-calendar';
import { OccupancyStrip, OccupancyStripKey } from '@/components/places/occupancy-strip';
import { EndOverNumber } from '@/components/placing/end-over-number';
import { SiteDayTable, SiteMoves, SiteRecordTables } from '@/components/placing/site-facts';
import { kindsOfPlace } from '@/components/placing/kind-words';
import { BackLink } from '@/components/ui/back-link';
import { dateRangeWords, monthName, weekdayDateWords } from '@/components/ui/date-words';
import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { officerSite } from '@/lib/placements/queries/officer-site';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { type Asked, askedText } from '../../address';
import { endAuthorisation } from './actions';

export const generateMetadata = titled('/[authority]/officer/sites/[site]', 'Site');

type Props = { params: Promise<{ authority: string; site: string }>; searchParams: Promise<Asked> };

function freeValue(tenths: number | null): string {
  if (tenths === null) return 'Closed';
  return tenths < 0 ? `Over by ${-tenths / 10}` : tenths === 0 ? 'Full' : `${tenths / 10} free`;
}

export default async function SitePage({ params, searchParams }: Props) {
  const { authority, site: slug } = await params;
  const asked = await searchParams;
  const page = await openPage('/[authority]/officer/sites/[site]', authority);
  const view = await page.read((tx) => officerSite(tx, slug, { month: askedText(asked, 'month'), day: askedText(asked, 'day') }));
  const { site, kinds, week } = view;
  const officer = `/${authority}/officer`;
  const here = `${officer}/sites/${site.slug}`;
  const today = page.clock.today;
  const first = calendarDate(`${view.month}-01`);
  const [before, after] = [addDays(first, -1), addDays(first, 31)];
  const monthLink = (day: typeof before) => ({ href: `${here}?month=${day.slice(0, 7)}#calendar`, text: `${monthName(day)} ${day.slice(0, 4)}` });
  return (
    <>
      <BackLink href={`${officer}/sites`}>Sites</BackLink>
      <PageHeading caption={site.provider_name} lead={[site.specialism, view.years].filter(Boolean).join(', ')}>{site.name}</PageHeading>
      <KeyFigures label={`Free on ${weekdayDateWords(view.todayOn)}`}>
        {kinds.map(({ kind, freeTenths }) => (
          <KeyFigure key={kind} value={freeValue(freeTenths)} label={`${kindsOfPlace(kind)}, ${weekdayDateWords(view.todayOn, today)}`} tone={freeTenths === null ? undefined : freeTenths < 0 ? 'over' : freeTenths === 0 ? 'due' : 'fine'} />
        ))}
      </KeyFigures>
      <h2>Free places to the end of the year</h2>
      <OccupancyStripKey />
      {kinds.map(({ kind, weeks }) => (
        <div key={kind} className="fp-kind-strip">
          <h3>{kindsOfPlace(kind)}</h3>
          <OccupancyStrip name={`${site.name}, ${kindsOfPlace(kind).toLowerCase()}`} weeks={weeks} today={today} />
        </div>
      ))}
      <h2>This week, {dateRangeWords(week.firstOn, week.lastOn, today)}</h2>
      <div className="fp-effect__bars">
        <SiteMoves title="Arriving" none="Nobody starts this week." moves={view.arriving} officer={officer} today={today} />
        <SiteMoves title="Leaving" none="Nobody leaves this week." moves={view.leaving} officer={officer} today={today} />
      </div>
      <section id="calendar">
        <OccupancyCalendar name={site.name} today={today} previous={monthLink(before)} next={monthLink(after)}
          days={view.days.map((day) => ({ ...day, href: day.takenTenths === null ? undefined : `${here}?month=${view.month}&day=${day.on}#day` }))} />
      </section>
      {view.day ? <section id="day"><SiteDayTable on={view.day.on} pupils={view.day.pupils} officer={officer} /></section> : null}
      <SiteRecordTables site={site}
        endOverNumber={<EndOverNumber authority={authority} siteId={site.id} today={today} action={endAuthorisation}
          standing={site.overNumber.filter((one) => one.lastOn === null || one.lastOn >= today).map((one) => ({ ...one, formKey: newFormKey() }))} />} />
      <h2>About the site</h2>
      <SummaryList rows={[
        { label: 'Needs it meets', value: view.needs.join('; ') || 'None recorded' },
        { label: 'Languages', value: site.languages.join(', ') || 'English only' },
        { label: 'Session', value: `${site.start_time} to ${site.end_time}` },
        { label: 'Address', value: site.address || 'Not recorded' },
        { label: 'Contact', value: [site.contact_name, site.contact_phone].filter(Boolean).join(', ') || 'Not recorded' },
        { label: 'Counts to quotas', value: site.counts_to_quota ? 'Yes' : 'No' },
      ]} />
    </>
  );
}
