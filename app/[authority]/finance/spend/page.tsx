import { Flow } from '@/components/reports/flow';
import { HowRead, MissingList } from '@/components/spend/how-read';
import { SpendChart } from '@/components/spend/line-chart';
import { LineTable } from '@/components/spend/line-table';
import { MonthChooser } from '@/components/spend/month-choice';
import { VolumeTable } from '@/components/spend/volume-table';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { askedMonth, spendMonth, spendMonths } from '@/lib/spend/queries/spend-month';

export const generateMetadata = titled('/[authority]/finance/spend', 'Spend');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** The budget monitor of a month by line; every line opens to what is behind it. */
export default async function SpendPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/finance/spend', (await params).authority);
  const query = await searchParams;
  const month = askedMonth(oneValue(query, 'month') ?? undefined, page.clock.today);
  const months = await page.read(spendMonths);
  const snapshot = await page.read((tx) => spendMonth(tx, month));
  const here = `/${page.authority.slug}/finance/spend`;
  const { totals } = snapshot;
  return (
    <>
      <PageHeading
        caption={page.authority.councilName}
        lead={`${snapshot.year}, at the end of ${snapshot.title}${snapshot.closedOn === null ? ', which is open' : `, closed on ${dateInWords(snapshot.closedOn)}`}. ${totals.forecast === null ? 'No line has a forecast yet.' : `Forecast outturn ${formatPounds(totals.forecast)} on the lines that have one.`}`}
        actions={<><LinkButton href={`${here}/enter`} kind="primary">Enter budget, prices or spend</LinkButton><LinkButton href={`/${page.authority.slug}/finance/monitor/${month}`}>Monthly monitor</LinkButton></>}
      >
        Spend on high-needs places
      </PageHeading>
      <Flow>
        <MonthChooser action={here} months={months} month={month} />
        {totals.linesWithoutForecast === 0 ? null : (
          <Notice kind="warning" title={totals.linesWithoutForecast === 1 ? 'One line has no forecast yet' : `${totals.linesWithoutForecast} lines have no forecast yet`}>
            <MissingList lines={snapshot.lines} />
          </Notice>
        )}
        <section aria-labelledby="lines">
          <h2 id="lines">By line</h2>
          <LineTable lines={snapshot.lines} totals={totals} caption="Spend by line" href={(line) => `${here}/${line}?month=${month}`} />
          <HowRead snapshot={snapshot} />
        </section>
        <SpendChart lines={snapshot.lines} monthTitle={snapshot.title} />
        <section aria-labelledby="volumes">
          <h2 id="volumes">Places and pupils</h2>
          <VolumeTable volumes={snapshot.volumes} total={snapshot.volumesTotal} />
        </section>
      </Flow>
    </>
  );
}
