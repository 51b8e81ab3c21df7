import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';

export interface PreviewRow {
  readonly row: number;
  readonly result: 'create' | 'on_record' | 'repeated';
  readonly what: string;
  readonly about: string;
  readonly where: string;
  readonly when: string;
}

const RESULTS = { create: 'To create', on_record: 'On record already', repeated: 'Repeated in the file' } as const;

/** The rows without a problem as they were understood, the first fifty: dates in words, schools and sites by name. */
export function ImportPreview({ rows, most }: { rows: readonly PreviewRow[]; most: number }) {
  return (
    <DataTable
      caption={rows.length > most ? `First ${most} of ${rows.length.toLocaleString('en-GB')} rows without a problem` : 'Rows without a problem'} captionHidden={rows.length <= most}
      dense rows={rows.slice(0, most)} rowKey={(one) => String(one.row)}
      columns={[
        { key: 'row', header: 'Row', rowHeader: true, width: 'narrow', cell: (one) => `Row ${one.row}` },
        { key: 'what', header: 'Who or what', cell: (one) => one.what },
        { key: 'about', header: 'About', cell: (one) => one.about },
        { key: 'where', header: 'Site or school', cell: (one) => one.where },
        { key: 'when', header: 'Date', cell: (one) => one.when },
        { key: 'result', header: 'Result', cell: (one) => <Tag tone={one.result === 'create' ? 'info' : 'quiet'}>{RESULTS[one.result]}</Tag> },
      ]}
    />
  );
}
