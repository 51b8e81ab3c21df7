import { DataTable } from '@/components/ui/data-table';
import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

interface ImportedFileProps {
  batch: {
    readonly file_name: string; readonly rows_read: number; readonly rows_created: number; readonly rows_unchanged: number;
    readonly imported_by_name: string | null; readonly imported_at: Date; readonly undone_at: Date | null;
    readonly rows_repeated: number; readonly undone_by_name: string | null; readonly undo_reason: string;
  };
  title: string;
  rows: readonly { readonly row: number; readonly subjectId: string; readonly wasCreated: boolean; readonly what: string; readonly about: string; readonly where: string; readonly when: string }[];
  /** School rolls that stayed when the import was undone. */
  rollsKept: readonly { readonly row_number: number; readonly pupil: string; readonly school: string; readonly is_ended: boolean }[];
  reportHref: string;
}

const MOST_SHOWN = 50;
const when = (at: Date): string => `${dateInWords(londonDateOf(at))} at ${londonTimeOf(at)}`;

/** An import that was made: its counts, its rows and what became of them. */
export function ImportedFile({ batch, title, rows, rollsKept, reportHref }: ImportedFileProps) {
  return (
    <>
      <PageHeading caption={`Import: ${title.toLowerCase()}`} lead={`Imported on ${when(batch.imported_at)}${batch.imported_by_name ? ` by ${batch.imported_by_name}` : ''}.`}>{batch.file_name}</PageHeading>
      {batch.undone_at ? <Notice kind="warning" title={`Undone on ${when(batch.undone_at)}${batch.undone_by_name ? ` by ${batch.undone_by_name}` : ''}`}>{batch.undo_reason ? `Reason: ${batch.undo_reason}. ` : ''}Its effect was taken back by further entries. The file can be imported again.</Notice> : null}
      {rollsKept.length > 0 ? (
        <Notice kind="info" title={rollsKept.length === 1 ? 'One entry on a school\u2019s roll stays' : `${rollsKept.length} entries on schools\u2019 rolls stay`}>
          <ul>
            {rollsKept.map((one) => (
              <li key={`${one.row_number} ${one.pupil} ${one.school}`}>Row {one.row_number}: pupil {one.pupil} at {one.school}, because {one.is_ended ? 'the entry was ended since' : 'other records of the pupil rest on it'}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <KeyFigures label="Rows of the import">
        <KeyFigure value={String(batch.rows_read)} label="rows read" />
        <KeyFigure value={String(batch.rows_created)} label={batch.undone_at ? 'created, then taken back' : 'created'} />
        <KeyFigure value={String(batch.rows_unchanged)} label="on record already" />
        <KeyFigure value={String(batch.rows_repeated)} label="repeated in the file" />
      </KeyFigures>
      <DataTable
        caption={rows.length > MOST_SHOWN ? `First ${MOST_SHOWN} of ${rows.length.toLocaleString('en-GB')} rows` : 'Rows'}
        dense rows={rows.slice(0, MOST_SHOWN)} rowKey={(row) => `${row.row} ${row.subjectId}`}
        empty={<p>Every row repeated another row of the file, so there is none to list.</p>}
        columns={[
          { key: 'row', header: 'Row', rowHeader: true, width: 'narrow', cell: (row) => `Row ${row.row}` },
          { key: 'what', header: 'Who or what', cell: (row) => row.what },
          { key: 'about', header: 'About', cell: (row) => row.about },
          { key: 'where', header: 'Site or school', cell: (row) => row.where },
          { key: 'when', header: 'Date', cell: (row) => row.when },
          { key: 'result', header: 'Result', cell: (row) => <Tag tone={row.wasCreated && batch.undone_at === null ? 'fine' : 'quiet'}>{row.wasCreated ? (batch.undone_at === null ? 'Created' : 'Taken back') : 'Unchanged'}</Tag> },
        ]}
      />
      <div className="fp-actions fp-part"><LinkButton href={reportHref}>Download the rows (CSV)</LinkButton></div>
    </>
  );
}
