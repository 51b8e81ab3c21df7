import type { ReactNode } from 'react';
import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import type { ImportReport } from '@/lib/imports/types';
import { ImportProblems } from './import-problems';

interface CheckedFileProps {
  file: { readonly fileName: string; readonly title: string; readonly encoding: string; readonly report: ImportReport; readonly at: Date; readonly by: string | null };
  reportHref: string;
  homeHref: string;
  /** The form that imports the file; shown only when no row has a problem. */
  children: ReactNode;
}

const MOST_SHOWN = 50;
const rowsInWords = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

function verdict({ problems, created, rejected, rowsRead }: ImportReport): string {
  if (problems.length > 0) return rowsRead === 0 ? 'The file could not be read, so nothing can be imported. Mend it and upload it again.' : `${rowsInWords(rejected)} of ${rowsRead.toLocaleString('en-GB')} ${rejected === 1 ? 'has' : 'have'} a problem, so nothing can be imported. Mend the file and upload it again.`;
  return created === 0 ? 'Every row is on record already, so there is nothing to import.' : `No row has a problem. ${rowsInWords(created)} can be imported.`;
}

/** A checked file: the answer, the counts, then every problem with what to do. Nothing of it is on record yet. */
export function CheckedFile({ file, reportHref, homeHref, children }: CheckedFileProps) {
  const { report } = file;
  return (
    <>
      <PageHeading caption={`Check of a file: ${file.title.toLowerCase()}`} lead={verdict(report)}>{file.fileName}</PageHeading>
      <KeyFigures label="Rows of the file">
        <KeyFigure value={String(report.rowsRead)} label="rows read" />
        <KeyFigure value={String(report.created)} label="to create" />
        <KeyFigure value={String(report.unchanged)} label="on record already" />
        <KeyFigure value={String(report.rejected)} label="with a problem" tone={report.rejected > 0 ? 'late' : undefined} />
      </KeyFigures>
      {report.problems.length > 0 ? (
        <>
          <ImportProblems problems={report.problems} most={MOST_SHOWN} />
          <div className="fp-actions fp-part">
            <LinkButton href={reportHref}>Download all problems (CSV)</LinkButton>
            <a href={homeHref}>Upload the mended file</a>
          </div>
        </>
      ) : report.created > 0 ? (
        <>
          <Notice title="Nothing is on record yet">All of the file is imported at once, or nothing. You can undo it until one of its records is changed.</Notice>
          {children}
        </>
      ) : null}
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
