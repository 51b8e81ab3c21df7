import type { Metadata } from 'next';
import { CheckedFile } from '@/components/admin/checked-file';
import { ImportedFile } from '@/components/admin/imported-file';
import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { Details } from '@/components/ui/details';
import { importPage } from '@/lib/imports/queries/import-pages';
import { openPage } from '@/lib/server/open-page';
import { newFormKey } from '@/lib/server/random';
import { commit, undo } from '../actions';

export const metadata: Metadata = { title: 'Import of a file' };

type Props = { params: Promise<{ authority: string; batch: string }> };

export default async function BatchPage({ params }: Props) {
  const { authority, batch: id } = await params;
  const page = await openPage('/[authority]/admin/import/[batch]', authority);
  const view = await page.read((tx) => importPage(tx, id));
  const home = `/${page.authority.slug}/admin/import`;
  const reportHref = `${home}/${id}/report`;
  return (
    <>
      <BackLink href={home}>Import</BackLink>
      {view.kind === 'checked' ? (
        <CheckedFile file={{ ...view.upload, fileName: view.upload.file_name, title: view.title, at: view.upload.uploaded_at, by: view.upload.uploaded_by_name }} reportHref={reportHref} homeHref={home}>
          <ActionForm
            action={commit} authority={authority} formKey={newFormKey()} hidden={{ uploadId: id }}
            submit={`Import ${view.upload.report.created === 1 ? '1 row' : `${view.upload.report.created.toLocaleString('en-GB')} rows`}`}
            beside={<a href={home}>Cancel</a>}
          />
        </CheckedFile>
      ) : (
        <ImportedFile batch={view.batch} title={view.title} rows={view.rows} reportHref={reportHref}>
          <Details summary="Undo this import">
            <p>Its {view.title.toLowerCase()} are taken back by further entries. Pupils stay on record. It is refused when one of the records was changed since.</p>
            <ActionForm action={undo} authority={authority} formKey={newFormKey()} hidden={{ batchId: id }} submit="Undo the import" submitKind="warning">
              <FormTextArea name="reason" label="Why the import is undone" rows={2} />
            </ActionForm>
          </Details>
        </ImportedFile>
      )}
    </>
  );
}
