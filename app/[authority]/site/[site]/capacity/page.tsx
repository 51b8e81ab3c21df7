import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormSelect, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { Flow } from '@/components/reports/flow';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { PageHeading } from '@/components/ui/page-heading';
import { dateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';
import { siteDesk } from '@/lib/placements/queries/site-desk';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { changeNumber, close, reopen } from '../../actions';

export const generateMetadata = titled('/[authority]/site/[site]/capacity', 'Places and closures');

type Props = { params: Promise<{ authority: string; site: string }> };

export default async function CapacityPage({ params }: Props) {
  const { authority, site: slug } = await params;
  const page = await openPage('/[authority]/site/[site]/capacity', authority);
  const { site } = await page.read((tx) => siteDesk(tx, slug));
  const kinds = Object.entries(PLACE_KIND_WORDS).map(([value, text]) => ({ value, text }));
  return (
    <>
      <BackLink href={`/${authority}/site/${slug}`}>{site.name}</BackLink>
      <PageHeading caption={site.name} lead="Every change is a dated event with its reason; nothing is written over.">Places and closures</PageHeading>
      <Flow>
        <DataTable
          caption="Number of places"
          rows={[...site.placeEvents].reverse()}
          rowKey={(event) => String(event.entry)}
          dense
          columns={[
            { key: 'from', header: 'From', rowHeader: true, cell: (event) => dateInWords(event.effectiveOn) },
            { key: 'kind', header: 'Kind', cell: (event) => PLACE_KIND_WORDS[event.kind] },
            { key: 'places', header: 'Places', numeric: true, cell: (event) => event.places },
            { key: 'reason', header: 'Reason', cell: (event) => event.reason },
          ]}
        />
        <DataTable
          caption="Places over number"
          rows={site.overNumber.filter((row) => row.lastOn === null || row.lastOn >= row.firstOn)}
          rowKey={(row) => row.id}
          dense
          empty={<p>No place over number is authorised. Officers authorise them together with the site.</p>}
          columns={[
            { key: 'days', header: 'Days', rowHeader: true, cell: (row) => `${dateInWords(row.firstOn)} to ${row.lastOn ? dateInWords(row.lastOn) : 'further notice'}` },
            { key: 'kind', header: 'Kind', cell: (row) => PLACE_KIND_WORDS[row.kind] },
            { key: 'places', header: 'Places', numeric: true, cell: (row) => row.places },
            { key: 'who', header: 'Agreed by', cell: (row) => `${row.agreedBySite} at the site, ${row.authorisedBy} in the authority` },
            { key: 'reason', header: 'Reason', cell: (row) => row.reason },
          ]}
        />
        <h2>Change the number of places</h2>
        <ActionForm action={changeNumber} authority={authority} formKey={newFormKey()} hidden={{ siteId: site.id }} submit="Change the number">
          <FormSelect name="kind" label="Kind of place" options={kinds} defaultValue="day6" />
          <FormDate name="effectiveOn" label="First day with the new number" />
          <FormText name="places" label="Places" width={3} inputMode="numeric" hint="The whole number of places of this kind from that day on" />
          <FormTextArea name="reason" label="Reason" rows={2} />
        </ActionForm>
        <h2>Closures</h2>
        <DataTable
          caption="Days closed"
          rows={site.closures}
          rowKey={(row) => row.id}
          dense
          empty={<p>No closure is recorded.</p>}
          columns={[
            { key: 'days', header: 'Days', rowHeader: true, cell: (row) => (row.firstOn === row.lastOn ? dateInWords(row.firstOn) : `${dateInWords(row.firstOn)} to ${dateInWords(row.lastOn)}`) },
            { key: 'reason', header: 'Reason', cell: (row) => row.reason },
            {
              key: 'withdraw', header: 'Withdraw', headerHidden: true,
              cell: (row) => <ActionForm action={reopen} authority={authority} formKey={newFormKey()} hidden={{ siteId: site.id, closureId: row.id }} submit="Withdraw this closure" submitKind="link" />,
            },
          ]}
        />
        <h3>Record a closure</h3>
        <ActionForm action={close} authority={authority} formKey={newFormKey()} hidden={{ siteId: site.id }} submit="Record the closure">
          <FormDate name="firstOn" label="First day closed" />
          <FormDate name="lastOn" label="Last day closed" />
          <FormTextArea name="closedBecause" label="Why the site is closed" rows={2} />
        </ActionForm>
      </Flow>
    </>
  );
}
