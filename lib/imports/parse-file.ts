import { parse, CsvError } from 'csv-parse/sync';
import type { ColumnSpec, FileRow, RowProblem } from './types';
import { fileProblem, MOST_ROWS } from './rules/file-problems';
import { type Header, matchHeader, rowsUnder } from './rules/header';

/** A file as rows by column; `header` is null when nothing could be read for the problems given. */
export interface ParsedFile {
  readonly header: Header | null;
  readonly rows: readonly FileRow[];
  readonly problems: readonly RowProblem[];
  readonly blank: number;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** Reads the records of a CSV file: quoted commas and line breaks, doubled quotation marks, CR LF or LF; comma, semicolon or tab between fields. */
export function parseFile(text: string, specs: readonly ColumnSpec[]): ParsedFile {
  const records = recordsOf(text);
  if ('problem' in records) return nothing([records.problem]);
  const [first, ...rest] = records.records;
  if (!first || first.every((cell) => cell.trim() === '')) {
    return nothing([fileProblem(1, 'The first row has no headings', 'Put the headings of the template in the first row')]);
  }
  if (rest.length > MOST_ROWS) {
    return nothing([fileProblem(MOST_ROWS + 2, `The file has ${rest.length.toLocaleString('en-GB')} rows`, `Split it into files of at most ${MOST_ROWS.toLocaleString('en-GB')} rows`)]);
  }
  const match = matchHeader(specs, first);
  if ('problems' in match) return nothing(match.problems);
  const { rows, problems, blank } = rowsUnder(match.header, rest);
  if (rows.length === 0 && problems.length === 0) return nothing([fileProblem(2, 'The file has headings and no rows', 'Add the rows below the headings')]);
  return { header: match.header, rows, problems, blank };
}

function nothing(problems: readonly RowProblem[]): ParsedFile {
  return { header: null, rows: [], problems, blank: 0 };
}

function recordsOf(text: string): { records: string[][] } | { problem: RowProblem } {
  const firstLine = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const delimiter = [...SEPARATORS].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ',';
  try {
    return { records: parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, bom: true, max_record_size: 100_000, record_delimiter: ['\r\n', '\n', '\r'] }) as string[][] };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const row = Number((thrown as { records?: number }).records ?? 0) + 1;
    if (thrown.code === 'CSV_MAX_RECORD_SIZE') return { problem: fileProblem(row, 'This row is longer than a row can be', 'Look for a quotation mark that is opened and never closed') };
    return { problem: fileProblem(row, 'A quotation mark is opened and not closed, or stands inside a value', 'Close it, or write it twice where it belongs to the value') };
  }
}
