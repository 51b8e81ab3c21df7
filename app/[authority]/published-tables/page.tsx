import { PublishedTable } from '@/components/reports/published-table';
import { RecordsBehind } from '@/components/reports/records-behind';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Flow } from '@/components/reports/flow';
import { ReportPrintNote } from '@/components/reports/report-print-note';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { publishedTables, recordsOfCell } from '@/lib/publishing/queries/published-tables';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/published-tables', 'Published tables');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const LEAD = 'Figures as a council printed them, beside what the records and the tables themselves give. Nothing is corrected.';

export default async function PublishedTablesPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/published-tables', (await params).authority);
  const { table, row, column } = await searchParams;
  const base = `/${page.authority.slug}/published-tables`;
  if (typeof table === 'string') {
    const view = await page.read((tx) => recordsOfCell(tx, table, whole(row), whole(column)));
    return (
      <>
        <BackLink href={`${base}#${table}`}>Back to published tables</BackLink>
        <PageHeading caption={view.title} lead={`${view.records.length} exclusions recorded. Pupils, schools and dates of printed history are invented to fit the printed counts.`}>{`${view.row}, ${view.column}`}</PageHeading>
        <RecordsBehind caption={`Exclusions behind ${view.row}, ${view.column}`} records={view.records} />
      </>
    );
  }
  const view = await page.read((tx) => publishedTables(tx));
  const notes = [...view.wording, ...view.assumptions];
  return (
    <>
      <PageHeading size={48} lead={LEAD}>Published tables</PageHeading>
      <Flow>
        {view.tables.length === 0 ? <EmptyState title="Printed figures beside recomputed ones">No printed table has been entered for {page.authority.name}.</EmptyState> : null}
        {view.tables.map((one) => (
          <PublishedTable key={one.slug} table={one} recordsHref={(at, of) => `${base}?table=${one.slug}&row=${at}&column=${of}`} />
        ))}
        {view.statements.length > 0 ? (
          <>
            <h2 id="statements">Statements that do not follow from the tables</h2>
            <Prose><ul>{view.statements.map((one) => <li key={one.source}>{one.words} ({one.place}).</li>)}</ul></Prose>
          </>
        ) : null}
        {notes.length > 0 ? <h2>Notes entered by hand</h2> : null}
        {notes.length > 0 ? (
          <DataTable
            caption="Flaws of wording, and assumptions of the demonstration"
            rows={notes}
            rowKey={(note) => note.note}
            columns={[
              { key: 'note', header: 'Note', rowHeader: true, cell: (note) => note.note },
              { key: 'place', header: 'Place', cell: (note) => note.place },
              { key: 'paper', header: 'Paper', cell: (note) => note.paper },
              { key: 'kind', header: 'Kind', cell: (note) => (view.wording.includes(note) ? 'Wording' : 'Assumption') },
            ]}
          />
        ) : null}
        <ReportPrintNote path={base} clock={page.clock} source="Source: the papers named at each table, and the authority's records of exclusions." />
      </Flow>
    </>
  );
}

function whole(text: string | string[] | undefined): number {
  return typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0;
}
