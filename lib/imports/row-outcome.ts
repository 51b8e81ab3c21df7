import type { FileRow, FromRow, RowProblem, RowResult } from './types';

/** What the rows of a file came to; written inside the transaction that an import commits and a check rolls back. */
export interface RowOutcomes {
  /** Rows without a problem. */
  readonly results: readonly RowResult[];
  readonly remarks: readonly RowProblem[];
  readonly problems: readonly RowProblem[];
  readonly written: readonly WrittenSubject[];
}

/** A record that a row led to. */
export interface WrittenSubject {
  readonly row: FileRow;
  readonly subjectKind: 'placement' | 'exclusion' | 'places' | 'pupil' | 'referral' | 'roll' | 'roll_ended';
  readonly subjectId: string;
  readonly wasCreated: boolean;
}

/** Gathers outcomes row by row. */
export class OutcomeList {
  private readonly results: RowResult[] = [];
  private readonly problems: RowProblem[];
  private readonly remarks: RowProblem[];
  private readonly written: WrittenSubject[] = [];

  constructor(read: { readonly problems: readonly RowProblem[]; readonly remarks: readonly RowProblem[] }) {
    this.problems = [...read.problems];
    this.remarks = [...read.remarks];
  }

  /** The row made its subject, and perhaps further records on the way. */
  make(row: FileRow, subjects: readonly Omit<WrittenSubject, 'row' | 'wasCreated'>[]): void {
    this.results.push({ row: row.row, result: 'create' });
    for (const subject of subjects) this.written.push({ row, ...subject, wasCreated: true });
  }

  /** A record that changed with a row that made its own: entries on school rolls. */
  also(row: FileRow, subject: Omit<WrittenSubject, 'row' | 'wasCreated'>): void {
    this.written.push({ row, ...subject, wasCreated: true });
  }

  /** The row says what is on record. */
  keep(row: FileRow, subject: Omit<WrittenSubject, 'row' | 'wasCreated'>): void {
    this.results.push({ row: row.row, result: 'on_record' });
    this.written.push({ row, ...subject, wasCreated: false });
  }

  /** The row says again what an earlier row of the file says. */
  repeat(row: FileRow): void {
    this.results.push({ row: row.row, result: 'repeated' });
  }

  /** Numbers of the rows that came to something so far. */
  settled(): ReadonlySet<number> {
    return new Set(this.results.map((one) => one.row));
  }

  /** Something odd about the row, which does not stop it. */
  remark(remark: RowProblem): void {
    this.remarks.push(remark);
  }

  refuse(problem: RowProblem): void {
    this.problems.push(problem);
  }

  all(): RowOutcomes {
    return { results: this.results.sort((a, b) => a.row - b.row), remarks: this.remarks, problems: this.problems, written: this.written };
  }
}

/** The rows that are neither on record nor repeat another, also those with a problem. */
export function newFacts<Fact>(facts: readonly FromRow<Fact>[], list: OutcomeList): FromRow<Fact>[] {
  const settled = list.settled();
  return facts.filter(({ row }) => !settled.has(row.row));
}
