import type { FileRow, ImportKind, RowProblem } from '../types';
import { headerOf } from './columns';

/** Notices that a row says again what an earlier row said: the same in every term is harmless, else it is a problem. */
export class Repeats {
  private readonly seen = new Map<string, { readonly row: number; readonly terms: string }>();

  constructor(private readonly kind: ImportKind, private readonly column: string) {}

  /** `new` for the first row of its key; `same` for a repeat; or the problem. */
  look(row: FileRow, key: string, terms: string): 'new' | 'same' | RowProblem {
    const earlier = this.seen.get(key);
    if (!earlier) {
      this.seen.set(key, { row: row.row, terms });
      return 'new';
    }
    if (earlier.terms === terms) return 'same';
    return {
      row: row.row, column: headerOf(this.kind, this.column), value: row.cells[this.column] ?? '',
      problem: `Row ${earlier.row} gives the same with other terms`, toDo: `Keep one of the rows ${earlier.row} and ${row.row}`,
    };
  }
}
