import { Exceptions } from '@/components/charges/exceptions';
import { FinanceFiles } from '@/components/charges/finance-files';
import { MonthFacts } from '@/components/charges/month-facts';
import { anchorOf } from '@/components/charges/anchor';
import { Statement } from '@/components/charges/statement';
import { ActionForm } from '@/components/forms/action-form';
import { FormRadios, FormTextArea } from '@/components/forms/bound-fields';
import { Flow } from '@/components/reports/flow';
import type { Choice } from '@/components/ui/choices';
import { BackLink } from '@/components/ui/back-link';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { oneValue, type Params } from '@/components/waiting/address';
import { chargeMonth } from '@/lib/charges/queries/charge-month';
import { chargeMonths } from '@/lib/charges/queries/charge-months';
import { financeFiles } from '@/lib/charges/queries/finance-files';
import { previewRun } from '@/lib/charges/queries/preview-run';
import { isMonth } from '@/lib/charges/rules/months';
import { leftOf, leftOfStatement } from '@/lib/charges/rules/statement-left';
import type { GroupView } from '@/lib/charges/types';
import { formatPounds, pence } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { answer, close, drawUp, makeFile, post } from './actions';

export const generateMetadata = titled('/[authority]/finance/charges/[month]', 'Charge of a month');

type Props = { params: Promise<{ authority: string; month: string }>; searchParams: Promise<Params> };

const DONE: Readonly<Record<string, string>> = {
  drawn: 'The month is drawn up, and the draft statements are with the partnerships', same: 'Nothing has changed since it was drawn up',
  posted: 'The charge is posted', answered: 'The query is answered', closed: 'The month is closed', file: 'The file is made',
};
const ANSWERS: readonly Choice[] = [
  { value: 'upheld', text: 'Upheld: the lines are withdrawn', hint: 'Have the record put right: what it then says is charged' }, { value: 'refused', text: 'Refused: the lines stand' },
];

/** A month's charge: what to look at first, the statements down to the day, and what finance does next. */
export default async function ChargeMonthPage({ params, searchParams }: Props) {
  const { authority, month } = await params;
  const page = await openPage('/[authority]/finance/charges/[month]', authority);
  if (!isMonth(month)) pageNotFound();
  const query = await searchParams;
  const said = DONE[oneValue(query, 'done') ?? ''];
  const here = `/${authority}/finance/charges/${month}`;
  const kept = await page.read(async (tx) => ((await chargeMonths(tx))?.some((one) => one.month === month) ? chargeMonth(tx, month) : null));
  const preview = kept.state === 'not_drafted' ? await previewRun(page.caller, month) : null;
  const { periodId } = kept;
  const files = periodId !== null && kept.run?.postedOn ? await page.read((tx) => financeFiles(tx, periodId)) : null;
  const view = preview !== null && typeof preview !== 'string' ? preview : kept;
  const [charged, without] = [view.statements.filter((one) => one.groups.length > 0), view.statements.filter((one) => one.groups.length === 0)];
  const left = view.statements.reduce((sum, one) => sum + leftOf(one), 0n);
  const asked = oneValue(query, 'answer');
  const form = () => ({ authority, formKey: newFormKey() });
  const actsOn = (group: GroupView, slug: string) => group.queries.filter((one) => one.answer === null).map((one) => (one.id === asked ? (
    <ActionForm
      key={one.id} action={answer} {...form()} hidden={{ queryId: one.id, version: one.version }} submit="Answer the query"
      beside={<a href={here}>Cancel</a>}
    >
      <FormRadios name="answer" label={`Answer about ${group.reference}`} options={ANSWERS} />
      <FormTextArea name="answerWords" label="Reason" hint="The partnership reads it" rows={3} />
    </ActionForm>
  ) : <LinkButton key={one.id} href={`${here}?answer=${one.id}#${anchorOf(slug, group)}`}>Answer<VisuallyHidden> the query about {group.reference}</VisuallyHidden></LinkButton>));
  return (
    <>
      <BackLink href={`/${authority}/finance`}>Charges</BackLink>
      <PageHeading caption="Charge for places over the quota" lead={`${kept.stateWords}. ${formatPounds(view.total)} on ${view.statements.length === 1 ? '1 statement' : `${view.statements.length} statements`}${left === view.total ? '' : `, ${formatPounds(pence(left))} of it left after queries`}.`}>{kept.title}</PageHeading>
      <Flow>
        {said ? <Notice kind="success" title={said} /> : null}
        {typeof preview === 'string' ? <Notice kind="warning" title={preview} /> : null}
        {kept.state === 'not_drafted' && typeof preview !== 'string' ? (
          <Notice title="This is a preview: nothing is recorded or sent yet">It shows what drawing up the month gives as the record stands now.</Notice>
        ) : null}
        {view.state === 'not_drafted' || view.state === 'draft' ? <section aria-labelledby="exceptions"><h2 id="exceptions">Exceptions</h2><Exceptions exceptions={view.exceptions} /></section> : null}
        <section aria-labelledby="next">
          <h2 id="next">{kept.state === 'closed' ? 'Who posted and closed' : 'What is next'}</h2>
          <Flow><MonthFacts view={kept} />
          {kept.state === 'not_drafted' && typeof preview !== 'string'
            ? <ActionForm action={drawUp} {...form()} hidden={{ month }} submit="Draw up and send the draft statements" /> : null}
          {kept.state === 'draft' ? <ActionForm action={drawUp} {...form()} hidden={{ month }} submit="Draw up again from the record" submitKind="secondary" /> : null}
          {kept.run && kept.state === 'draft' && kept.notYet === null
            ? <ActionForm action={post} {...form()} hidden={{ runId: kept.run.id, version: kept.run.version }} submit="Post the lines that nobody queries" /> : null}
          {kept.periodId !== null && kept.state === 'posted' ? <ActionForm action={close} {...form()} hidden={{ periodId: kept.periodId }} submit={`Close ${kept.title} for good`} /> : null}</Flow>
        </section>
        {files === null || periodId === null ? null : (
          <section aria-labelledby="files">
            <h2 id="files">Files for the finance system</h2>
            <FinanceFiles ways={files} fileHref={(id) => `/${authority}/finance/files/${id}`} action={makeFile} {...form()} periodId={periodId} />
          </section>
        )}
        {charged.map((statement) => (
          <section key={statement.id} aria-labelledby={`statement-${statement.slug}`}>
            <h2 id={`statement-${statement.slug}`}>{statement.partnershipName}: {formatPounds(leftOf(statement))}{statement.withdrawn === 0n ? '' : ' left'}</h2>
            <Statement statement={statement} left={leftOfStatement(statement)} level={3} isPreview={view !== kept} actsOn={actsOn} />
          </section>
        ))}
        {without.length === 0 ? null : (
          <section aria-labelledby="without">
            <h2 id="without">Nothing to charge</h2>
            <p>These partnerships had nothing over their quota, and no earlier month of theirs is corrected. Their statements say so.</p>
            <ul>{without.map((statement) => <li key={statement.id}>{statement.partnershipName}, {statement.number}</li>)}</ul>
          </section>
        )}
      </Flow>
    </>
  );
}
