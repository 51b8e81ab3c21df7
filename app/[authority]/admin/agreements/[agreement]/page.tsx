import { SignatureForm } from '@/components/admin/signature-form';
import { SignaturesTable } from '@/components/admin/signatures-table';
import { ActionForm } from '@/components/forms/action-form';
import { FormDate, FormText, FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { agreementView, measureWords } from '@/lib/agreements/queries/agreement-pages';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../../done-notice';
import { changeQuota, sign } from '../actions';

export const generateMetadata = titled('/[authority]/admin/agreements/[agreement]', 'Agreement');

type Props = { params: Promise<{ authority: string; agreement: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgreementPage({ params, searchParams }: Props) {
  const { authority, agreement: id } = await params;
  const page = await openPage('/[authority]/admin/agreements/[agreement]', authority);
  const { row, versions, isLatest, on, sentence, signatures, terms } = await page.read((tx) => agreementView(tx, id));
  const { sign: asked, done } = await searchParams;
  const signing = isLatest ? signatures.find((one) => one.school_id === asked) : undefined;
  const home = `/${authority}/admin/agreements`;
  const unbound = signatures.filter((one) => one.is_member && !one.bindsOn);
  const measure = row.measure === 'yearly_allowance' ? `${measureWords(row.measure)}: ${(row.allowance_place_days ?? 0).toLocaleString('en-GB')}`
    : row.measure === 'census_day' ? `${measureWords(row.measure)}: ${row.census_days.map(dateInWords).join(', ')}` : measureWords(row.measure);
  return (
    <>
      <BackLink href={`${home}?year=${encodeURIComponent(row.academic_year)}`}>Agreements</BackLink>
      <DoneNotice done={done} />
      <PageHeading
        caption={`${row.reference}, version ${row.terms_version}`} lead={sentence === null ? undefined : `On ${dateInWords(on)}: ${sentence}`}
        actions={isLatest ? <LinkButton href={`${home}/new?from=${row.id}`}>Enter new terms</LinkButton> : undefined}
      >
        {row.partnership_name}, {row.academic_year}
      </PageHeading>
      {isLatest ? null : <Notice kind="warning" title={`Version ${row.latest_version} has replaced these terms`} action={<a href={`${home}/${versions[0]?.id ?? row.id}`}>Open the latest version</a>} />}
      {isLatest && unbound.length > 0 ? <Notice kind="warning" title={`${unbound.length === 1 ? '1 school is' : `${unbound.length} schools are`} not bound: ${unbound.map((one) => one.school_name).join(', ')}`}>Their pupils do not count to the quota, and no charge can be made to them.</Notice> : null}
      <div className="fp-spaced">
        <SummaryList
          rows={[
            { label: 'Measure', value: measure },
            { label: 'Price', value: `${formatPounds(row.annual_pence)} a year on ${row.basis_days} days` },
            ...terms.map((one) => ({ label: one.label, value: one.value })),
          ]}
        />
        <DataTable
          caption="Quota" rows={row.quota} rowKey={(one) => one.id} dense empty={<p>No quota is agreed, so no place counts within quota.</p>}
          columns={[
            { key: 'days', header: 'Days', rowHeader: true, cell: (one) => `${dateInWords(one.firstOn)} to ${one.lastOn ? dateInWords(one.lastOn) : 'the year\u2019s end'}` },
            { key: 'places', header: 'Places', numeric: true, cell: (one) => one.places },
            { key: 'reason', header: 'Reason', cell: (one) => one.reason },
          ]}
        />
        <SignaturesTable signatures={signatures} on={on} isLatest={isLatest} />
        {signing ? (
          <section id="sign" className="fp-part">
            <h2>Signature of {signing.school_name}</h2>
            <SignatureForm action={sign} authority={authority} formKey={newFormKey()} agreementId={row.id} signature={signing} cancelHref={`${home}/${row.id}`} />
          </section>
        ) : null}
        {isLatest ? (
          <section className="fp-part">
            <h2>Change the quota</h2>
            <ActionForm action={changeQuota} authority={authority} formKey={newFormKey()} hidden={{ agreementId: row.id, version: row.version }} submit="Change the quota">
              <FormText name="places" label="Places" width={3} inputMode="numeric" />
              <FormDate name="firstOn" label="First day with the new quota" />
              <FormTextArea name="reason" label="Reason" rows={2} />
            </ActionForm>
          </section>
        ) : null}
        <DataTable
          caption="Versions" rows={versions} rowKey={(one) => one.id} dense
          columns={[
            { key: 'version', header: 'Version', rowHeader: true, cell: (one) => (one.id === row.id ? `${one.terms_version} (this page)` : <a href={`${home}/${one.id}`}>{one.terms_version}</a>) },
            { key: 'measure', header: 'Measure', cell: (one) => measureWords(one.measure) },
            { key: 'price', header: 'Price a year', numeric: true, cell: (one) => formatPounds(one.annual_pence, 'short') },
            { key: 'clause', header: 'Clause', cell: (one) => one.charge_clause },
          ]}
        />
      </div>
    </>
  );
}
