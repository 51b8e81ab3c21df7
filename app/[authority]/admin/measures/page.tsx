import { MeasureForm } from '@/components/board/measure-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { measureHistory, measureList } from '@/lib/board/queries/measure-pages';
import { CALCULATION_KEYS, CATALOGUE } from '@/lib/board/rules/catalogue';
import { UNIT_WORDS } from '@/lib/board/rules/figure-words';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { DoneNotice } from '../done-notice';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/admin/measures', 'Measures of the Board');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const CALCULATIONS = CALCULATION_KEYS.map((key) => ({ value: key, text: `${CATALOGUE[key].title}, in ${UNIT_WORDS[CATALOGUE[key].unit]}` }));

export default async function MeasuresPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/admin/measures', authority);
  const { change, done } = await searchParams;
  const { measures, versions } = await page.read(async (tx) => ({
    measures: await measureList(tx), versions: typeof change === 'string' ? await measureHistory(tx, change) : null,
  }));
  const home = `/${authority}/admin/measures`;
  const isNew = change === 'new';
  const [open] = versions ?? [];
  return (
    <>
      <BackLink href={`/${authority}/admin`}>Administration</BackLink>
      <PageHeading lead="What the Governance Board judges by. A change is a new version; earlier ones stay on record.">Measures of the Board</PageHeading>
      <DoneNotice done={done} />
      {isNew || open ? (
        <section aria-labelledby="measure">
          <h2 id="measure">{open ? open.name : 'New measure'}</h2>
          <MeasureForm action={save} authority={authority} formKey={newFormKey()} cancelHref={home} today={page.clock.today} calculations={CALCULATIONS} measure={open ?? null} />
        </section>
      ) : null}
      {versions && open ? (
        <DataTable
          caption={`Versions on record: ${open.name}`} rows={versions} rowKey={(one) => String(one.version)} dense
          columns={[
            { key: 'version', header: 'Version', rowHeader: true, cell: (one) => one.version }, { key: 'baseline', header: 'Baseline', cell: (one) => one.baselineWords },
            { key: 'target', header: 'Target', cell: (one) => one.targetWords }, { key: 'owner', header: 'Owner', cell: (one) => one.owner },
            { key: 'reason', header: 'Reason', cell: (one) => one.reason },
            { key: 'by', header: 'Recorded', cell: (one) => `${dateInWords(londonDateOf(one.recordedAt))}, ${londonTimeOf(one.recordedAt)}${one.recordedBy === null ? '' : `, by ${one.recordedBy}`}` },
          ]}
        />
      ) : null}
      {isNew ? null : <p><a href={`${home}?change=new#measure`}>Add a measure</a></p>}
      <DataTable
        caption="Measures" captionHidden={!open && !isNew} rows={measures} rowKey={(one) => one.measureId}
        empty={<EmptyState title="Measures">There is no measure yet.</EmptyState>}
        columns={[
          { key: 'order', header: 'Place', numeric: true, cell: (one) => one.order }, { key: 'name', header: 'Measure', rowHeader: true, cell: (one) => one.name },
          { key: 'calculation', header: 'Calculation', cell: (one) => one.calculationTitle }, { key: 'baseline', header: 'Baseline', cell: (one) => one.baselineWords },
          { key: 'target', header: 'Target', cell: (one) => one.targetWords }, { key: 'owner', header: 'Owner', cell: (one) => one.owner },
          { key: 'shown', header: 'Shown', cell: (one) => `${dateInWords(one.shownFrom)} to ${one.shownTo ? dateInWords(one.shownTo) : 'further notice'}${one.isShown ? '' : ' (not today)'}` },
          { key: 'change', header: 'Change', headerHidden: true, cell: (one) => <a href={`${home}?change=${one.measureId}#measure`}>Change<VisuallyHidden> {one.name}</VisuallyHidden></a> },
        ]}
      />
    </>
  );
}
