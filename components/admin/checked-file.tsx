import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { ImportReport } from '@/lib/imports/types';
import { ImportPreview, type PreviewRow } from './import-preview';
import { ImportProblems } from './import-problems';

export interface CheckedFileFacts {
  readonly fileName: string;
  readonly title: string;
  readonly encoding: string;
  readonly report: ImportReport;
  readonly at: Date;
  readonly by: string | null;
}

interface CheckedFileProps {
  file: CheckedFileFacts;
  rows: readonly PreviewRow[];
  reportHref: string;
  homeHref: string;
}

const MOST_SHOWN = 50;
const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

function verdict({ problems, created, rejected, rowsRead }: ImportReport): string {
  if (problems.length > 0) return rowsRead === 0 ? 'The file could not be read, so nothing can be imported. Mend it and upload it again.' : `${rowsInWords(rejected)} of ${rowsRead.toLocaleString('en-GB')} ${rejected === 1 ? 'has' : 'have'} a problem, so nothing can be imported. Mend the file and upload it again.`;
  return created === 0 ? 'Every row is on record already or repeats another, so there is nothing to import.' : `No row has a problem. ${rowsInWords(created)} can be imported.`;
}

/** A checked file: the answer, the counts, every problem with what to do, and the good rows as they were read. The form that imports it comes next. */
export function CheckedFile({ file, rows, reportHref, homeHref }: CheckedFileProps) {
  const { report } = file;
  return (
    <>
      <PageHeading caption={`Check of a file: ${file.title.toLowerCase()}`} lead={verdict(report)}>{file.fileName}</PageHeading>
      <KeyFigures label="Rows of the file">
        <KeyFigure value={String(report.rowsRead)} label="rows read" />
        <KeyFigure value={String(report.created)} label="to create" />
        <KeyFigure value={String(report.unchanged)} label="on record already" />
        <KeyFigure value={String(report.repeated)} label="repeated in the file" />
        <KeyFigure value={String(report.rejected)} label="with a problem" tone={report.rejected > 0 ? 'late' : undefined} />
      </KeyFigures>
      {report.problems.length > 0 ? (
        <>
          <ImportProblems problems={report.problems} most={MOST_SHOWN} />
          <div className="fp-actions fp-part">
            <LinkButton href={reportHref}>{report.remarks.length > 0 ? 'Download all problems and remarks (CSV)' : 'Download all problems (CSV)'}</LinkButton>
            <a href={homeHref}>Upload the mended file</a>
          </div>
        </>
      ) : null}
      {report.remarks.length > 0 ? (
        <>
          <h2>Remarks</h2>
          <p>Remarks do not stop the import. They are about cells that can be right as they are.</p>
          <ImportProblems problems={report.remarks} most={MOST_SHOWN} called="remark" />
          {report.problems.length === 0 ? <div className="fp-actions fp-part"><LinkButton href={reportHref}>Download all remarks (CSV)</LinkButton></div> : null}
        </>
      ) : null}
      {rows.length > 0 ? <><h2>Rows as they were read</h2><ImportPreview rows={rows} most={MOST_SHOWN} /></> : null}
      {isImportable(report) ? <Notice title="Nothing is on record yet">All of the file is imported at once, or nothing. You can undo it until one of its records is changed.</Notice> : null}
    </>
  );
}

/** True when the whole file can be imported and says something new. */
export function isImportable({ problems, created }: ImportReport): boolean {
  return problems.length === 0 && created > 0;
}

/** When and by whom a file was checked, and what of it was used. */
export function HowFileWasRead({ file }: { file: CheckedFileFacts }) {
  const { report } = file;
  return (
    <>
      <h2>How the file was read</h2>
      <SummaryList
        rows={[
          { label: 'Checked', value: `${dateInWords(londonDateOf(file.at))} at ${londonTimeOf(file.at)}${file.by ? ` by ${file.by}` : ''}. It is kept for seven days` },
          { label: 'Character set', value: file.encoding },
          { label: 'Columns used', value: report.columnsUsed.join(', ') || 'None' },
          { label: 'Columns not used', value: report.columnsIgnored.join(', ') || 'None' },
          { label: 'Blank rows passed over', value: String(report.blankRows) },
        ]}
      />
    </>
  );
}
