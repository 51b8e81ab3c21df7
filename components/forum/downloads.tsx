import { DataTable } from '@/components/ui/data-table';
import { Flow } from '@/components/reports/flow';
import { dateInWords } from '@/lib/core/date-words';
import type { PublicReportView, ReportFormat } from '@/lib/publishing/types';

const NAMES: Readonly<Record<ReportFormat | 'json', string>> = { csv: 'CSV', xlsx: 'Excel workbook', ods: 'OpenDocument spreadsheet', pdf: 'PDF', json: 'Data as stored (JSON)' };

/** The files of a version with their fingerprints, and the versions of the month. */
export function Downloads({ view }: { view: PublicReportView }) {
  const { report, versions } = view;
  const base = `/${report.authority.slug}/reports/forum-spend/${report.month}`;
  const files = [...view.files.map(({ format, sha256, size }) => ({ format, sha256, size })), { format: 'json' as const, sha256: view.sha256, size: null }];
  return (
    <section aria-labelledby="downloads">
      <Flow>
        <h2 id="downloads">Downloads</h2>
        <p>Each file was made once when this version was published and is served as it was stored. Its SHA-256 fingerprint shows whether a copy is unchanged.</p>
        <DataTable
          caption="Files of this version"
          rows={files}
          rowKey={(file) => file.format}
          columns={[
            { key: 'name', header: 'File', rowHeader: true, cell: (file) => <a href={`${base}/${report.number}/${file.format}`}>{NAMES[file.format]}{file.size === null ? '' : `, ${sizeWords(file.size)}`}</a> },
            { key: 'sha256', header: 'SHA-256', cell: (file) => <code className="fp-fingerprint">{file.sha256}</code> },
          ]}
        />
        <h2 id="versions">Versions of {report.monthTitle}</h2>
        <ul>
          {versions.map((one) => (
            <li key={one.number}>
              {one.number === report.number ? `Version ${one.number} (this one)` : <a href={`${base}/${one.number}`}>Version {one.number}</a>}, published on {dateInWords(one.publishedOn)}{one.note === '' ? '' : `. Correction: ${one.note}`}
            </li>
          ))}
        </ul>
      </Flow>
    </section>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_000 ? `${bytes} bytes` : `${Math.ceil(bytes / 1_000).toLocaleString('en-GB')} kB`;
}
