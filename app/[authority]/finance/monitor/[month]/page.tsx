import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { Flow } from '@/components/reports/flow';
import { HowRead, MissingList } from '@/components/spend/how-read';
import { LineTable } from '@/components/spend/line-table';
import { MonitorFacts } from '@/components/spend/monitor-facts';
import { VolumeTable } from '@/components/spend/volume-table';
import { YearTable } from '@/components/spend/year-table';
import { BackLink } from '@/components/ui/back-link';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { datePartsOf } from '@/components/ui/date-field';
import { oneValue, type Params } from '@/components/waiting/address';
import { isMonth } from '@/lib/charges/rules/months';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { pageNotFound } from '@/lib/server/page-not-found';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { monitorMonth } from '@/lib/spend/queries/spend-month';
import { note } from './actions';

export const generateMetadata = titled('/[authority]/finance/monitor/[month]', 'Budget monitor of a month');

type Props = { params: Promise<{ authority: string; month: string }>; searchParams: Promise<Params> };

const DONE: Readonly<Record<string, string>> = { decision: 'The decision is recorded', reason: 'The reason is recorded' };

/** The restricted monitor of a month: every figure as it is, why lines are off their budget, and what the group decided. */
export default async function MonitorPage({ params, searchParams }: Props) {
  const { authority, month } = await params;
  const page = await openPage('/[authority]/finance/monitor/[month]', authority);
  if (!isMonth(month)) pageNotFound();
  const snapshot = await page.read((tx) => monitorMonth(tx, month));
  const query = await searchParams;
  const here = `/${authority}/finance/monitor/${month}`;
  const asked = oneValue(query, 'enter');
  const said = DONE[oneValue(query, 'done') ?? ''];
  const form = (noteKind: 'decision' | 'reason', submit: string) => ({
    action: note, authority, formKey: newFormKey(), hidden: { month, noteKind }, submit, beside: <a href={here}>Cancel</a>,
  });
  return (
    <>
      <BackLink href={`/${authority}/finance/monitor`}>Monthly budget monitor</BackLink>
      <PageHeading
        caption="High-needs budget monitor, not for publication"
        lead={`${snapshot.year}, at the end of the month. ${snapshot.closedOn === null ? 'The month is open: figures follow the record.' : `Closed on ${dateInWords(snapshot.closedOn)}: figures stay.`} Small numbers are shown.`}
      >
        {snapshot.title}
      </PageHeading>
      <Flow>
        {said ? <Notice kind="success" title={said} /> : null}
        <section aria-labelledby="lines">
          <h2 id="lines">By line</h2>
          <LineTable lines={snapshot.lines} totals={snapshot.totals} caption="Spend by line" />
          <HowRead snapshot={snapshot} />
        </section>
        <section aria-labelledby="reasons">
          <h2 id="reasons">Variances to explain</h2>
          {snapshot.toExplain.length === 0 ? <p>No line is far enough off its budget to be explained.</p> : (
            <ul>{snapshot.toExplain.map((line) => <li key={line.key}>{line.title}: {line.variance}. {line.reasons.length === 0 ? 'No reason is entered yet.' : line.reasons.join(' ')}</li>)}</ul>
          )}
          {snapshot.totals.linesWithoutForecast === 0 ? null : <><h3>Lines without a figure</h3><MissingList lines={snapshot.lines} /></>}
          {asked === 'reason' ? (
            <ActionForm key="reason" {...form('reason', 'Record the reason')}>
              <FormSelect name="line" label="Line" emptyText="Choose a line" options={snapshot.lines.map((line) => ({ value: line.key, text: line.title }))} />
              <FormTextArea name="words" label="Why the forecast is off the budget" hint="No names of pupils" rows={3} />
              <FormText name="who" label="Who says so" />
              <FormDate name="notedOn" label="Date" defaultValue={datePartsOf(page.clock.today)} />
            </ActionForm>
          ) : <div className="fp-actions"><LinkButton href={`${here}?enter=reason#reasons`}>Enter a reason</LinkButton></div>}
        </section>
        <section aria-labelledby="decisions">
          <h2 id="decisions">Decisions of the monitoring group</h2>
          {snapshot.decisions.length === 0 ? <p>No decision is recorded for this month.</p> : (
            <ul>{snapshot.decisions.map((one, index) => <li key={index}>{dateInWords(one.on)}, {one.who}: {one.words}</li>)}</ul>
          )}
          {asked === 'decision' ? (
            <ActionForm key="decision" {...form('decision', 'Record the decision')}>
              <FormTextArea name="words" label="What was decided" hint="No names of pupils" rows={3} />
              <FormText name="who" label="Who decided" />
              <FormDate name="notedOn" label="Date" defaultValue={datePartsOf(page.clock.today)} />
            </ActionForm>
          ) : <div className="fp-actions"><LinkButton href={`${here}?enter=decision#decisions`}>Record a decision</LinkButton></div>}
        </section>
        <section aria-labelledby="volumes">
          <h2 id="volumes">Places and pupils</h2>
          <VolumeTable volumes={snapshot.volumes} total={snapshot.volumesTotal} />
        </section>
        <section aria-labelledby="years">
          <h2 id="years">Five financial years</h2>
          <YearTable years={snapshot.fiveYears} />
        </section>
        <MonitorFacts reserves={snapshot.reserves} targets={snapshot.targets} />
      </Flow>
    </>
  );
}
