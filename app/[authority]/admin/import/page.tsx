import { CheckedFiles } from '@/components/admin/checked-files';
import { UploadForm } from '@/components/admin/upload-form';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorSummary } from '@/components/ui/error-summary';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { londonDateOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { importHome, importKindOf, uploadProblemWords } from '@/lib/imports/queries/import-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';

export const generateMetadata = titled('/[authority]/admin/import', 'Import');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
const HINTS: Readonly<Record<string, string>> = {
  places: 'How many places of each kind a site has, from which day. Import these first',
  exclusions: 'Permanent exclusions that are still open. Each puts a pupil on the list of pupils waiting',
  placements: 'Pupils who have a place now, or are expected. Import these last',
};

export default async function ImportPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/admin/import', (await params).authority);
  const home = await page.read(importHome);
  const asked = await searchParams;
  const code = one(asked.problem);
  const words = uploadProblemWords(code);
  const problem = words === null ? undefined : { field: code === 'kind' ? 'kind' as const : 'file' as const, message: words };
  const address = `/${page.authority.slug}/admin/import`;
  return (
    <>
      <ErrorSummary errors={problem ? [problem] : []} />
      <PageHeading lead="A file is checked row by row first. It is imported only when no row has a problem, all of it or nothing, and can be undone.">Import</PageHeading>
      <h2>Check a file</h2>
      <UploadForm
        action={`${address}/check`} formKey={newFormKey()} problem={problem} mostRows={home.mostRows} chosen={importKindOf(one(asked.kind)) ?? undefined}
        kinds={home.kinds.map((kind) => ({ kind: kind.kind, title: kind.title, hint: HINTS[kind.kind] ?? '' }))}
      />
      <h2>Templates and columns</h2>
      {home.kinds.map((kind) => (
        <section key={kind.kind} aria-labelledby={`columns-${kind.kind}`}>
          <h3 id={`columns-${kind.kind}`}>{kind.title}</h3>
          <p><a href={`${address}/template?kind=${kind.kind}`}>Download the template: {kind.title.toLowerCase()} (CSV)</a></p>
          <Details summary={`What goes in each of the ${kind.columns.length} columns`}>
            <DataTable
              caption={`Columns: ${kind.title.toLowerCase()}`} captionHidden dense rows={kind.columns} rowKey={(column) => column.key}
              columns={[
                { key: 'header', header: 'Column', rowHeader: true, cell: (column) => column.header },
                { key: 'what', header: 'What to write', cell: (column) => `${column.what}${column.inFile ? '' : '. The column may be left out'}` },
                { key: 'example', header: 'For example', cell: (column) => column.example || 'Empty' },
              ]}
            />
          </Details>
        </section>
      ))}
      <h2>Checked and not imported</h2>
      <CheckedFiles files={home.checked} titleOf={(kind) => home.kinds.find((one) => one.kind === kind)?.title} address={address} />
      <h2>Imports so far</h2>
      <DataTable
        caption="Latest imports" captionHidden dense rows={home.batches} rowKey={(batch) => batch.id}
        empty={<EmptyState title="Imports">Nothing has been imported yet. The first file that is checked and imported stands here, with its rows and a button to undo it.</EmptyState>}
        columns={[
          { key: 'file', header: 'File', rowHeader: true, cell: (batch) => <a href={`${address}/${batch.id}`}>{batch.file_name}</a> },
          { key: 'kind', header: 'Holds', cell: (batch) => home.kinds.find((kind) => kind.kind === batch.kind)?.title },
          { key: 'on', header: 'Imported', cell: (batch) => `${dateInWords(londonDateOf(batch.imported_at))} by ${batch.imported_by_name ?? 'somebody'}` },
          { key: 'created', header: 'Created', numeric: true, cell: (batch) => batch.rows_created },
          { key: 'unchanged', header: 'Unchanged', numeric: true, cell: (batch) => batch.rows_unchanged },
          { key: 'state', header: 'State', cell: (batch) => (batch.undone_at === null ? <Tag tone="fine">Imported</Tag> : <Tag tone="quiet">Undone</Tag>) },
        ]}
      />
    </>
  );
}
