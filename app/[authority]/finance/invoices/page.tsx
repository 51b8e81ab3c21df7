import { AgedDebtTable } from '@/components/charges/aged-debt-table';
import { InvoiceTable } from '@/components/charges/invoice-table';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { DateField } from '@/components/ui/date-field';
import { FilterPanel } from '@/components/ui/filter-panel';
import { PageHeading } from '@/components/ui/page-heading';
import { TabsAsLinks } from '@/components/ui/tabs-as-links';
import { TextField } from '@/components/ui/text-field';
import { addressWith, oneValue, type Params } from '@/components/waiting/address';
import { INVOICE_FILTERS, type InvoiceFilter, invoiceList } from '@/lib/charges/queries/invoice-list';
import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/finance/invoices', 'Invoices and aged debt');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

const NAMES: Readonly<Record<InvoiceFilter, string>> = { open: 'Open', overdue: 'Over 30 days', disputed: 'In dispute', settled: 'Settled', all: 'All' };

/** Invoices and journals with what is left to pay, and the aged debt of each payer as at a day. */
export default async function InvoicesPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/finance/invoices', authority);
  const asked = await searchParams;
  const filter = INVOICE_FILTERS.find((one) => one === oneValue(asked, 'show')) ?? 'open';
  const payer = (oneValue(asked, 'payer') ?? '').trim().slice(0, 100);
  const day = { day: oneValue(asked, 'on-day') ?? '', month: oneValue(asked, 'on-month') ?? '', year: oneValue(asked, 'on-year') ?? '' };
  const typed = `${day.year}-${day.month.padStart(2, '0')}-${day.day.padStart(2, '0')}`;
  const isTyped = `${day.day}${day.month}${day.year}` !== '';
  const asAt = isCalendarDate(typed) ? typed : page.clock.today;
  const dayError = isTyped && !isCalendarDate(typed) ? 'Enter a real date with day, month and year, for example 2 3 2026' : undefined;
  const list = await page.read((tx) => invoiceList(tx, filter, asAt, payer));
  const home = `/${authority}/finance/invoices`;
  const kept = { payer: payer || null, 'on-day': day.day || null, 'on-month': day.month || null, 'on-year': day.year || null };
  return (
    <>
      <BackLink href={`/${authority}/finance`}>Charges</BackLink>
      <PageHeading caption={page.authority.councilName} lead={`${formatPounds(list.agedTotal.total)} was left to pay on ${dateInWords(asAt)}.${list.agedTotal.credit === 0n ? '' : ` Apart from it, ${formatPounds(list.agedTotal.credit)} was owed to payers.`} Sums are those of the ledger.`}>Invoices and aged debt</PageHeading>
      <Flow>
        <p><a href={`/${authority}/finance/payments/import`}>Import payments from a file</a></p>
        <FilterPanel
          action={home} keep={{ show: filter }} open={dayError !== undefined} clearHref={addressWith(home, { show: filter })}
          chosen={[
            ...(payer ? [{ label: 'Payer or reference', value: payer, removeHref: addressWith(home, { show: filter, ...kept, payer: null }) }] : []),
            ...(isTyped && !dayError ? [{ label: 'As at', value: dateInWords(asAt), removeHref: addressWith(home, { show: filter, payer: payer || null }) }] : []),
          ]}
        >
          <TextField name="payer" label="Payer or reference" width={20} defaultValue={payer} autoComplete="off" />
          <DateField name="on" label="As at" hint="Money that came in later does not count" defaultValue={day} error={dayError} />
        </FilterPanel>
        <section aria-labelledby="aged">
          <h2 id="aged">Aged debt on {dateInWords(asAt)}</h2>
          <AgedDebtTable rows={list.aged} total={list.agedTotal} />
        </section>
        <section aria-labelledby="invoices">
          <h2 id="invoices">Invoices and journals</h2>
          <TabsAsLinks label="Which invoices" items={INVOICE_FILTERS.map((one) => ({ text: NAMES[one], href: addressWith(home, { show: one, ...kept }), current: one === filter, count: list.counts[one] }))} />
          <InvoiceTable lines={list.lines} href={(reference) => `${home}/${reference}`} />
        </section>
      </Flow>
    </>
  );
}
