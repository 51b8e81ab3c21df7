import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { addDays, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

interface CheckedFile {
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
  readonly uploaded_by_name: string | null;
  readonly uploaded_at: Date;
  readonly created: number;
  readonly rejected: number;
  readonly problems: number;
}

interface CheckedFilesProps {
  files: readonly CheckedFile[];
  titleOf: (kind: string) => string | undefined;
  /** Address of the page of imports. */
  address: string;
}

const KEPT_DAYS = 7;

/** Files that were checked and are not imported: the way back to each while it is kept. */
export function CheckedFiles({ files, titleOf, address }: CheckedFilesProps) {
  return (
    <DataTable
      caption="Checked files" captionHidden dense rows={files} rowKey={(file) => file.id}
      empty={<EmptyState title="Checked files">No checked file waits to be imported. A file stands here from its check until it is imported, for seven days.</EmptyState>}
      columns={[
        { key: 'file', header: 'File', rowHeader: true, cell: (file) => <a href={`${address}/${file.id}`}>{file.file_name}</a> },
        { key: 'kind', header: 'Holds', cell: (file) => titleOf(file.kind) },
        { key: 'on', header: 'Checked', cell: (file) => `${dateInWords(londonDateOf(file.uploaded_at))} at ${londonTimeOf(file.uploaded_at)} by ${file.uploaded_by_name ?? 'somebody'}` },
        { key: 'created', header: 'To create', numeric: true, cell: (file) => file.created },
        { key: 'rejected', header: 'With a problem', numeric: true, cell: (file) => file.rejected },
        { key: 'state', header: 'State', cell: (file) => <State file={file} /> },
        { key: 'until', header: 'Kept until', cell: (file) => dateInWords(addDays(londonDateOf(file.uploaded_at), KEPT_DAYS)) },
      ]}
    />
  );
}

function State({ file }: { file: CheckedFile }) {
  if (file.problems > 0) return <Tag tone="due">To mend</Tag>;
  return file.created > 0 ? <Tag tone="info">Ready to import</Tag> : <Tag tone="quiet">Nothing new</Tag>;
}
