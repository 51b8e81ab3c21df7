import { CheckedFile, HowFileWasRead, isImportable } from '@/components/admin/checked-file';
import { ImportedFile } from '@/components/admin/imported-file';
import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { importPage } from '@/lib/imports/queries/import-pages';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { commit, undo } from '../actions';

export const generateMetadata = titled('/[authority]/admin/import/[batch]', 'Import of a file');

type Props = { params: Promise<{ authority: string; batch: string }> };

export default async function BatchPage({ params }: Props) {
  const { authority, batch: id } = await params;
  const page = await openPage('/[authority]/admin/import/[batch]', authority);
  const view = await page.read((tx) => importPage(tx, id));
  const home = `/${page.authority.slug}/admin/import`;
  const reportHref = `${home}/${id}/report`;
  const file = view.kind === 'checked' ? { ...view.upload, fileName: view.upload.file_name, title: view.title, at: view.upload.uploaded_at, by: view.upload.uploaded_by_name } : null;
  const mayCommit = file !== null && isImportable(file.report);
  const mayUndo = view.kind === 'imported' && view.batch.undone_at === null;
  // A closed form goes first, where the answer to somebody who came second is read. Its key keeps that answer when the page changes under it.
  const commitForm = (
    <ActionForm
      key="commit" action={commit} authority={authority} formKey={newFormKey()} hidden={{ uploadId: id }} isClosed={!mayCommit}
      submit={`Import ${file?.report.created === 1 ? '1 row' : `${file?.report.created.toLocaleString('en-GB') ?? ''} rows`}`} beside={<a href={home}>Cancel</a>}
    />
  );
  const undoForm = (
    <ActionForm
      key="undo" action={undo} authority={authority} formKey={newFormKey()} hidden={{ batchId: id }} isClosed={!mayUndo}
      submit="Undo the import" submitKind="warning" fold={{ summary: 'Undo this import' }}
    >
      <p>Its {view.title.toLowerCase()} are taken back by further entries, and pupils go back to the school roll they were on. Pupils stay on record. It is refused when one of the records was changed since.</p>
      <FormTextArea name="reason" label="Why the import is undone" rows={2} />
    </ActionForm>
  );
  return (
    <>
      <BackLink href={home}>Import</BackLink>
      {mayCommit ? null : commitForm}
      {mayUndo ? null : undoForm}
      {view.kind === 'imported' ? <ImportedFile batch={view.batch} title={view.title} rows={view.rows} rollsKept={view.rollsKept} reportHref={reportHref} /> : null}
      {view.kind === 'checked' && file ? <CheckedFile file={file} rows={view.rows} reportHref={reportHref} homeHref={home} /> : null}
      {mayCommit ? commitForm : null}
      {mayUndo ? undoForm : null}
      {file ? <HowFileWasRead file={file} /> : null}
    </>
  );
}
