import type { WriteTx } from '@/lib/server/unit-of-work';
import { lockImports } from './import-locks';
import { loadKnownWords } from './known-words';
import { parseFile } from './parse-file';
import type { RowOutcomes } from './row-outcome';
import { columnsOf } from './rules/columns';
import type { FileRow, ImportKind, ImportReport, KnownWords, RowProblem, RowResult } from './types';
import { writeExclusions } from './write-exclusions';
import { writePlacements } from './write-placements';
import { writePlaces } from './write-places';

/** The report of a run, and what it wrote. */
export interface ImportRun {
  readonly report: ImportReport;
  readonly outcomes: RowOutcomes;
}

const NOTHING: RowOutcomes = { results: [], remarks: [], problems: [], written: [] };

/**
 * Reads a file and writes every row that can be written. A check runs it and rolls back; an import runs it and commits
 * only when there is no problem: the two cannot disagree.
 */
export async function runImport(tx: WriteTx, importId: string, kind: ImportKind, content: string): Promise<ImportRun> {
  await lockImports(tx);
  const file = parseFile(content, columnsOf(kind));
  const outcomes = file.header === null ? NOTHING : await write(tx, importId, kind, file.rows, await loadKnownWords(tx));
  const problems = inFileOrder([...file.problems, ...outcomes.problems]);
  const rejected = new Set(problems.map((one) => one.row));
  const count = (result: RowResult['result']): number => outcomes.results.filter((one) => one.result === result).length;
  const report: ImportReport = {
    rowsRead: file.rows.length + (file.header === null ? 0 : file.problems.length),
    created: count('create'), unchanged: count('on_record'), repeated: count('repeated'), rejected: file.header === null ? 0 : rejected.size, blankRows: file.blank,
    columnsUsed: file.header?.used ?? [], columnsIgnored: file.header?.ignored ?? [], problems,
    remarks: inFileOrder(outcomes.remarks), rows: outcomes.results,
  };
  return { report, outcomes };
}

function inFileOrder(about: readonly RowProblem[]): RowProblem[] {
  return [...about].sort((a, b) => a.row - b.row);
}

function write(tx: WriteTx, importId: string, kind: ImportKind, rows: readonly FileRow[], known: KnownWords): Promise<RowOutcomes> {
  switch (kind) {
    case 'placements': return writePlacements(tx, importId, rows, known);
    case 'exclusions': return writeExclusions(tx, rows, known);
    case 'places': return writePlaces(tx, rows, known);
  }
}
