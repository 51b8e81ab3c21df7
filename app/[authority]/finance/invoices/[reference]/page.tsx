import { InvoiceActs } from '@/components/charges/invoice-acts';
import { InvoiceFacts } from '@/components/charges/invoice-facts';
import { InvoiceHistory } from '@/components/charges/invoice-history';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { invoiceView } from '@/lib/charges/queries/invoice-view';
import { formatPounds, pence } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { answerAsked, credit, dispute, pay, reverse, settle } from './actions';

export const generateMetadata = titled('/[authority]/finance/invoices/[reference]', 'Invoice');

type Props = { params: Promise<{ authority: string; reference: string }>; searchParams: Promise<Params> };

const DONE: Readonly<Record<string, string>> = {
  paid: 'The payment is recorded', disputed: 'The dispute is recorded. No reminder is sent until it is settled', settled: 'The dispute is settled',
  credited: 'The credit note is given', asked: 'The credit note is asked for. Somebody else in finance gives it', refused: 'The credit note is refused', reversed: 'It is taken back',
};

/** One invoice or journal: what it is for, what came in, and what finance does with it. Case references only, no names. */
export default async function InvoicePage({ params, searchParams }: Props) {
  const { authority, reference } = await params;
  const page = await openPage('/[authority]/finance/invoices/[reference]', authority);
  const view = await page.read((tx) => invoiceView(tx, reference));
  const asked = await searchParams;
  const done = oneValue(asked, 'done') ?? '';
  const { line } = view;
  const over = line.outstanding < 0n && line.amount > 0n ? formatPounds(pence(-line.outstanding)) : null;
  return (
    <>
      <BackLink href={`/${authority}/finance/invoices`}>Invoices</BackLink>
      <PageHeading caption={`${line.way} to ${line.payerName}`} lead={`${line.stateWords}. ${formatPounds(line.outstanding)} is left to pay of ${formatPounds(line.amount)}.`}>{line.reference}</PageHeading>
      <Flow>
        {DONE[done] ? <Notice kind="success" title={DONE[done]} /> : null}
        {over === null ? null : <Notice kind="warning" title={`Over-paid by ${over}`}>It is owed to {line.payerName}: pay it back, or take the payment back where it belongs to another invoice.</Notice>}
        <InvoiceFacts view={view} statementHref={`/${authority}/finance/charges/${line.statementNumber.slice(3, 10)}`} />
        <InvoiceActs
          view={view} authority={authority} today={page.clock.today} here={`/${authority}/finance/invoices/${line.reference}`} doing={oneValue(asked, 'do')} about={oneValue(asked, 'event')}
          formKey={newFormKey()} actions={{ pay, dispute, settle, credit, answerAsked, reverse }}
        />
        <InvoiceHistory view={view} here={`/${authority}/finance/invoices/${line.reference}`} />
      </Flow>
    </>
  );
}
