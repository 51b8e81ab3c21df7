import { DayLines } from '@/components/partnership/day-lines';
import { QuotaBar } from '@/components/places/quota-bar';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { InlineList } from '@/components/ui/inline-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { partnershipDay } from '@/lib/placements/queries/partnership-day';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/partnership/[partnership]/day/[day]', 'What is behind a day');

type Props = { params: Promise<{ authority: string; partnership: string; day: string }> };

/** What is behind a partnership's use of its quota on one day. */
export default async function PartnershipDayPage({ params }: Props) {
  const { authority, partnership, day } = await params;
  const page = await openPage('/[authority]/partnership/[partnership]/day/[day]', authority);
  const view = await page.read((tx) => partnershipDay(tx, partnership, day));
  const base = `/${page.authority.slug}`;
  const days = `${base}/partnership/${view.slug}/day`;
  return (
    <>
      <BackLink href={`${base}/partnership/${view.slug}`}>{`Back to ${view.name}`}</BackLink>
      <PageHeading caption={view.name} lead={view.planned ? 'Planned: places held or agreed for this day as things stand today.' : 'Pupils who were in a place on this day.'}>
        {weekdayDateInWords(view.on)}
      </PageHeading>
      <Flow>
        <InlineList
          items={[
            view.previous ? <a key="previous" href={`${days}/${view.previous}`}>School day before, {dateInWords(view.previous)}</a> : null,
            view.next ? <a key="next" href={`${days}/${view.next}`}>School day after, {dateInWords(view.next)}</a> : null,
          ]}
        />
        {view.isSchoolDay ? (
          <>
            {view.planned ? <p>{view.usedTenths / 10} of {view.quotaTenths / 10} places held or agreed.</p>
              : <QuotaBar quota={{ usedTenths: view.usedTenths, quotaTenths: view.quotaTenths, on: view.on, today: view.today, measure: view.measure }} />}
            <p>Quota of the day: {view.quotaWords}</p>
            <DayLines lines={view.lines} usedTenths={view.usedTenths} caption={`Behind the use on ${dateInWords(view.on)}`} hrefOf={(id) => `${base}/${view.pupilPages}/pupils/${id}`} />
          </>
        ) : (
          <Notice title="Not a school day of the agreement's calendar">Only school days of {view.calendarName}, {view.academicYear}, are counted to the quota, so nothing is used on this day.</Notice>
        )}
      </Flow>
    </>
  );
}
