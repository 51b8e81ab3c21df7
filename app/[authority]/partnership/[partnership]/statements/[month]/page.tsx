import { anchorOf } from '@/components/charges/anchor';
import { InvoiceTable } from '@/components/charges/invoice-table';
import { Statement } from '@/components/charges/statement';
import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { oneValue, type Params } from '@/components/waiting/address';
import { partnershipStatement } from '@/lib/charges/queries/partnership-statements';
import { type StatementInvoice, statementInvoices } from '@/lib/charges/queries/statement-invoices';
import type { GroupView } from '@/lib/charges/types';
import { leftOf, leftOfStatement } from '@/lib/charges/rules/statement-left';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { dispute, query } from './actions';

export const generateMetadata = titled('/[authority]/partnership/[partnership]/statements/[month]', 'Statement');

type Props = { params: Promise<{ authority: string; partnership: string; month: string }>; searchParams: Promise<Params> };

/** What a partnership is charged for a month, down to the day. Its lead queries lines of the draft; its heads read. */
export default async function StatementPage({ params, searchParams }: Props) {
  const { authority, partnership, month } = await params;
  const page = await openPage('/[authority]/partnership/[partnership]/statements/[month]', authority);
  const view = await page.read((tx) => partnershipStatement(tx, partnership, month));
  const asked = await searchParams;
  const [done, disputed] = [oneValue(asked, 'done'), oneValue(asked, 'dispute')];
  const opened = disputed === null ? oneValue(asked, 'query') : null;
  const here = `/${authority}/partnership/${view.slug}/statements/${view.month}`;
  const { statement } = view;
  const invoices = statement ? await page.read((tx) => statementInvoices(tx, statement.id)) : [];
  const disputing = invoices.find((one) => one.reference === disputed && one.mayDispute);
  const disputes = (invoice: StatementInvoice) => (invoice.mayDispute && invoice !== disputing
    ? <LinkButton href={`${here}?dispute=${invoice.reference}#invoices`}>Dispute<VisuallyHidden> {invoice.reference}</VisuallyHidden></LinkButton> : null);
  const actsOn = (group: GroupView) => {
    if (!view.mayQuery || !statement || group.queries.some((one) => one.answer === null)) return null;
    if (group.placementId !== opened) {
      return <LinkButton href={`${here}?query=${group.placementId}#${anchorOf(view.slug, group)}`}>Query this<VisuallyHidden>: {group.reference}</VisuallyHidden></LinkButton>;
    }
    return (
      <ActionForm
        action={query} authority={authority} formKey={newFormKey()} hidden={{ statementId: statement.id, placementId: group.placementId }}
        submit="Send the query" beside={<a href={here}>Cancel</a>}
      >
        <FormTextArea name="words" label={`What is wrong with the lines of ${group.reference}`} hint="For example the day on which the pupil left. Name no pupil" rows={3} />
      </ActionForm>
    );
  };
  return (
    <>
      <BackLink href={`/${authority}/statements`}>Statements</BackLink>
      <PageHeading caption={view.partnershipName} lead={statement ? `${view.stateWords}. ${formatPounds(leftOf(statement))} ${statement.withdrawn === 0n ? '' : 'is left '}for places over the quota.` : `${view.stateWords}.`}>
        Statement for {view.title}
      </PageHeading>
      <Flow>
        {done === 'queried' ? <Notice kind="success" title="The query is sent. The lines are not posted before the finance team has answered" /> : null}
        {done === 'disputed' ? <Notice kind="success" title="The dispute is recorded. The finance team looks at it, and sends no reminder meanwhile" /> : null}
        {invoices.length === 0 ? null : (
          <section aria-labelledby="invoices">
            <h2 id="invoices">Invoices and payments</h2>
            <InvoiceTable lines={invoices} actsOn={disputes} />
            {disputing ? (
              <ActionForm
                action={dispute} authority={authority} formKey={newFormKey()} hidden={{ invoiceId: disputing.id, slug: view.slug, month: view.month }}
                submit="Send the dispute" beside={<a href={here}>Cancel</a>}
              >
                <FormTextArea name="words" label={`What you dispute about ${disputing.reference} and why`} hint="Name no pupil" rows={3} />
              </ActionForm>
            ) : null}
          </section>
        )}
        {statement ? <Statement statement={statement} left={leftOfStatement(statement)} level={2} actsOn={actsOn} /> : (
          <EmptyState title="No statement for this month"><p>The finance team has not drawn it up. A statement is sent once the month is over.</p></EmptyState>
        )}
      </Flow>
    </>
  );
}
