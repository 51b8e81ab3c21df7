import { DataTable } from '@/components/ui/data-table';

interface Problem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly toDo: string;
}

/** What is wrong with a file, row by row, the first fifty; the download has all. */
export function ImportProblems({ problems, most }: { problems: readonly Problem[]; most: number }) {
  return (
    <DataTable
      caption={problems.length > most ? `First ${most} of ${problems.length.toLocaleString('en-GB')} problems` : problems.length === 1 ? '1 problem' : `${problems.length} problems`}
      dense
      rows={problems.slice(0, most)}
      rowKey={(one) => `${one.row} ${one.column} ${one.problem}`}
      columns={[
        { key: 'row', header: 'Row', rowHeader: true, width: 'narrow', cell: (one) => `Row ${one.row}` },
        { key: 'column', header: 'Column', cell: (one) => one.column || 'The whole row' },
        { key: 'value', header: 'Value', cell: (one) => (one.value === '' ? 'Empty' : one.value) },
        { key: 'problem', header: 'Problem', cell: (one) => one.problem },
        { key: 'toDo', header: 'What to do', cell: (one) => one.toDo },
      ]}
    />
  );
}
