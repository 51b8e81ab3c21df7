import { z } from 'zod';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { parseFile } from '../parse-file';
import { columnsOf } from '../rules/columns';
import { csvText } from '../rules/csv-text';
import { batchById, rowsOfBatch, uploadById } from '../store';
import { type FileRow, LISTED_SUBJECTS, type RowProblem } from '../types';

/** A download of the report: a checked file's problems and remarks, with the rows they stand in, or an import's rows with what each led to. Null when absent. */
export async function reportCsv(tx: ReadTx, id: string): Promise<{ readonly fileName: string; readonly text: string } | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const batch = await batchById(tx, id);
  if (batch) {
    const columns = columnsOf(batch.kind);
    const lines = (await rowsOfBatch(tx, id)).filter((row) => LISTED_SUBJECTS.includes(row.subject_kind))
      .map((row) => [String(row.row_number), row.was_created ? (batch.undone_at === null ? 'created' : 'taken back') : 'unchanged', ...columns.map((column) => row.raw[column.key] ?? '')]);
    return { fileName: `import-${batch.kind}.csv`, text: csvText([['row', 'result', ...columns.map((column) => column.header)], ...lines]) };
  }
  const upload = await uploadById(tx, id);
  if (!upload) return null;
  const columns = columnsOf(upload.kind);
  const rows = new Map(parseFile(upload.content, columns).rows.map((row): [number, FileRow] => [row.row, row]));
  const { problems, remarks } = upload.report;
  const line = (kind: string) => (one: RowProblem): string[] => [
    String(one.row), kind, one.column, one.value, [one.problem, ...(one.lines ?? [])].join('. '), one.toDo, ...columns.map((column) => rows.get(one.row)?.cells[column.key] ?? ''),
  ];
  const lines = [...problems.map(line('problem')), ...remarks.map(line('remark'))].sort((a, b) => Number(a[0]) - Number(b[0]));
  return { fileName: `check-${upload.kind}.csv`, text: csvText([['row', 'kind', 'column', 'value', 'problem or remark', 'what to do', ...columns.map((column) => column.header)], ...lines]) };
}
