import { Flow } from '@/components/reports/flow';
import { amountInWords, changeInWords } from '@/components/spend/amount';
import { AmountsBehind, PlacementsBehind, PlacesBehind, PricesBehind } from '@/components/spend/behind-line';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { oneValue, type Params } from '@/components/waiting/address';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { pageNotFound } from '@/lib/server/page-not-found';
import { titled } from '@/lib/server/page-title';
import { spendLine } from '@/lib/spend/queries/spend-line';
import { askedMonth } from '@/lib/spend/queries/spend-month';
import { SPEND_LINES } from '@/lib/spend/types';

export const generateMetadata = titled('/[authority]/finance/spend/[line]', 'Spend of a line');

type Props = { params: Promise<{ authority: string; line: string }>; searchParams: Promise<Params> };

/** One line of a month down to the placements, places, entries and postings that it is made of. */
export default async function SpendLinePage({ params, searchParams }: Props) {
  const { authority, line } = await params;
  const page = await openPage('/[authority]/finance/spend/[line]', authority);
  const key = SPEND_LINES.find((one) => one === line);
  if (key === undefined) pageNotFound();
  const month = askedMonth(oneValue(await searchParams, 'month') ?? undefined, page.clock.today);
  const view = await page.read((tx) => spendLine(tx, key, month));
  const { figures } = view;
  const finance = `/${authority}/finance`;
  return (
    <>
      <BackLink href={`${finance}/spend?month=${month}`}>Spend</BackLink>
      <PageHeading caption={`${view.year}, at the end of ${view.monthTitle}`} lead={view.from}>{figures.title}</PageHeading>
      <Flow>
        {figures.missing.length === 0 ? null : <Notice kind="warning" title="This line cannot be worked out yet"><ul>{figures.missing.map((words) => <li key={words}>{words}</li>)}</ul></Notice>}
        <SummaryList rows={[
          { label: 'Budget', value: view.budgetSource === null ? 'Not entered' : `${amountInWords(figures.budget)}. ${view.budgetSource}` },
          { label: 'Budget to date', value: amountInWords(figures.budgetToDate) },
          { label: 'Actual to date', value: amountInWords(figures.actual) },
          { label: 'Commitment if nobody leaves', value: amountInWords(figures.commitment) },
          { label: 'Estimates of months to come', value: formatPounds(figures.estimates) },
          { label: 'Forecast outturn', value: amountInWords(figures.forecast) },
          { label: 'Variance', value: figures.variance?.words ?? 'Not known' },
          { label: 'Movement since the month before', value: changeInWords(figures.movement) },
        ]} />
        {view.placements.length === 0 ? null : (
          <section aria-labelledby="placements"><h2 id="placements">Placements</h2><PlacementsBehind rows={view.placements} caption="Placements" /></section>
        )}
        {view.places.length === 0 ? null : <section aria-labelledby="places"><h2 id="places">Places bought</h2><PlacesBehind rows={view.places} caption="Places bought" /></section>}
        {view.income.length === 0 ? null : (
          <section aria-labelledby="income">
            <h2 id="income">Posted to the ledger</h2>
            <DataTable
              caption="Posted to the ledger" captionHidden rows={view.income} rowKey={(row) => row.key}
              columns={[
                { key: 'month', header: 'Month', rowHeader: true, cell: (row) => <a href={`${finance}/charges/${row.month}`}>{row.title}</a> },
                { key: 'partnership', header: 'Partnership', cell: (row) => row.partnership },
                { key: 'amount', header: 'Income, below zero', numeric: true, cell: (row) => formatPounds(row.amount) },
              ]}
            />
          </section>
        )}
        {view.entries.length === 0 ? null : <section aria-labelledby="entries"><h2 id="entries">Amounts entered</h2><AmountsBehind rows={view.entries} /></section>}
        {view.prices.length === 0 ? null : <section aria-labelledby="prices"><h2 id="prices">Prices</h2><PricesBehind rows={view.prices} /></section>}
        {view.bySchools.placements.length + view.bySchools.places.length === 0 ? null : (
          <section aria-labelledby="by-schools">
            <h2 id="by-schools">Paid by schools, not in this line</h2>
            <p>Schools pay for pupils whom they send themselves, and for places that they buy.</p>
            {view.bySchools.places.length === 0 ? null : <PlacesBehind rows={view.bySchools.places} caption="Places that schools buy" />}
            {view.bySchools.placements.length === 0 ? null : (
              <Details summary={`${view.bySchools.placements.length} placements that schools pay for`}><PlacementsBehind rows={view.bySchools.placements} caption="Placements that schools pay for" /></Details>
            )}
          </section>
        )}
      </Flow>
    </>
  );
}
