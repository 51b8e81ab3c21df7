import { QuotaSuggestion } from '@/components/admin/quota-suggestion';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { TabsAsLinks } from '@/components/ui/tabs-as-links';
import { Tag } from '@/components/ui/tag';
import { agreementList } from '@/lib/agreements/queries/agreement-pages';
import { askedSuggestion, quotaSuggestion } from '@/lib/agreements/queries/quota-suggestion';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/admin/agreements', 'Agreements');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgreementsPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/agreements', authority);
  const query = await searchParams;
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const asked = { places: text('places'), by: text('by') || 'roll', phase: text('phase') || 'secondary', min: text('min'), max: text('max') };
  const { suggestion, problems } = askedSuggestion(asked, query.places !== undefined);
  const { list, result } = await page.read(async (tx) => {
    const found = await agreementList(tx, text('year') || undefined);
    return { list: found, result: suggestion && (await quotaSuggestion(tx, found.year, suggestion)) };
  });
  const home = `/${authority}/admin/agreements`;
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <PageHeading lead={`Quotas on ${weekdayDateInWords(list.on)}.`} actions={<LinkButton href={`${home}/new`}>Add an agreement</LinkButton>}>Agreements</PageHeading>
      <TabsAsLinks label="Academic year" items={list.years.map((year) => ({ text: year, href: `${home}?year=${encodeURIComponent(year)}`, current: year === list.year }))} />
      <DataTable
        caption={`Agreements of ${list.year}`} rows={list.lines} rowKey={(line) => line.id} dense
        empty={<EmptyState title={`Agreements of ${list.year}`}>No partnership has an agreement for this year, so no place counts within a quota.</EmptyState>}
        columns={[
          { key: 'name', header: 'Partnership', rowHeader: true, cell: (line) => <a href={`${home}/${line.id}`}>{line.partnership}</a> },
          { key: 'version', header: 'Version', numeric: true, cell: (line) => line.termsVersion },
          { key: 'quota', header: 'Quota', numeric: true, cell: (line) => (line.countedPlaces === line.agreedPlaces ? line.agreedPlaces : `${line.countedPlaces} of ${line.agreedPlaces}`) },
          { key: 'measure', header: 'Measure', cell: (line) => line.measure },
          { key: 'price', header: 'Price a year', numeric: true, cell: (line) => `${formatPounds(line.annualPence, 'short')} on ${line.basisDays} days` },
          { key: 'bound', header: 'Signatures', cell: (line) => (line.unbound.length === 0 ? `All ${line.members} bound` : <Tag tone="due">{`Not bound: ${line.unbound.join(', ')}`}</Tag>) },
        ]}
      />
      {list.withoutAgreement.length > 0 && list.lines.length > 0 ? <Notice kind="warning" title="Without an agreement">{list.withoutAgreement.join(', ')}</Notice> : null}
      <QuotaSuggestion action={home} year={list.year} asked={asked} problems={problems} result={result} />
    </>
  );
}
