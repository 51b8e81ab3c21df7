import { DataTable } from '@/components/ui/data-table';

interface Problem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
  readonly toDo: string;
  readonly lines?: readonly string[];
}

interface ImportProblemsProps {
  problems: readonly Problem[];
  most: number;
  /** What they are called: problems stop the import, remarks do not. */
  called?: 'problem' | 'remark';
}

/** What is wrong or odd in a file, row by row, the first fifty; the download has all. */
export function ImportProblems({ problems, most, called = 'problem' }: ImportProblemsProps) {
  return (
    <DataTable
      caption={problems.length > most ? `First ${most} of ${problems.length.toLocaleString('en-GB')} ${called}s` : problems.length === 1 ? `1 ${called}` : `${problems.length} ${called}s`}
      dense
      rows={problems.slice(0, most)}
      rowKey={(one) => `${one.row} ${one.column} ${one.problem}`}
      columns={[
        { key: 'row', header: 'Row', rowHeader: true, width: 'narrow', cell: (one) => `Row ${one.row}` },
        { key: 'column', header: 'Column', cell: (one) => one.column || 'The whole row' },
        { key: 'value', header: 'Value', cell: (one) => (one.value === '' ? 'Empty' : one.value) },
        { key: 'problem', header: called === 'problem' ? 'Problem' : 'Remark', cell: (one) => <>{one.problem}{one.lines ? <ul>{one.lines.map((line) => <li key={line}>{line}</li>)}</ul> : null}</> },
        { key: 'toDo', header: 'What to do', cell: (one) => one.toDo },
      ]}
    />
  );
}
