import type { FileRow, ImportKind, RowProblem } from '../types';
import { damageIn, type Parsed } from './cells';
import { headerOf } from './columns';

/** Reads the cells of one row, keeping every problem and remark rather than the first. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly remarks: RowProblem[] = [];

  constructor(private readonly kind: ImportKind, private readonly row: FileRow) {}

  text(key: string): string {
    return this.row.cells[key] ?? '';
  }

  /** The value of a cell that must be filled; null after a problem. */
  need<T>(key: string, parse: (text: string) => Parsed<T>): T | null {
    if (this.text(key) === '') {
      this.refuse(key, 'The cell is empty', `Fill in ${headerOf(this.kind, key)}`);
      return null;
    }
    return this.may(key, parse);
  }

  /** The value of a cell that may be empty; null when it is, or after a problem. */
  may<T>(key: string, parse: (text: string) => Parsed<T>): T | null {
    const text = this.text(key);
    if (text === '') return null;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    this.refuse(key, damageIn(text) ?? parsed.problem, parsed.toDo);
    return null;
  }

  refuse(key: string, problem: string, toDo: string): void {
    this.problems.push(problemAt(this.kind, this.row, key, problem, toDo));
  }

  /** Something odd that does not stop the row. */
  remark(key: string, remark: string, toDo: string): void {
    this.remarks.push(problemAt(this.kind, this.row, key, remark, toDo));
  }
}

/** A problem with a cell of a row, or a remark on it. A UPN is never repeated (R64). */
export function problemAt(kind: ImportKind, row: FileRow, key: string, problem: string, toDo: string, lines: readonly string[] = []): RowProblem {
  const value = row.cells[key] ?? '';
  return { row: row.row, column: headerOf(kind, key), value: key === 'upn' && value !== '' ? `${value.length} characters, not shown` : value.slice(0, 80), problem, toDo, ...(lines.length > 0 ? { lines } : {}) };
}
