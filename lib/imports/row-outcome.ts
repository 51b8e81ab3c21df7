import type { FileRow, RowProblem } from './types';

/** What the rows of a file came to; written inside the transaction that an import commits and a check rolls back. */
export interface RowOutcomes {
  readonly created: number;
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  readonly written: readonly WrittenSubject[];
}

/** A record that a row led to. */
export interface WrittenSubject {
  readonly row: FileRow;
  readonly subjectKind: 'placement' | 'exclusion' | 'places' | 'pupil' | 'referral';
  readonly subjectId: string;
  readonly wasCreated: boolean;
}

/** Gathers outcomes row by row. */
export class OutcomeList {
  private created = 0;
  private unchanged = 0;
  private readonly problems: RowProblem[];
  private readonly written: WrittenSubject[] = [];

  constructor(problems: readonly RowProblem[]) {
    this.problems = [...problems];
  }

  /** The row made its subject, and perhaps further records on the way. */
  make(row: FileRow, subjects: readonly Omit<WrittenSubject, 'row' | 'wasCreated'>[]): void {
    this.created += 1;
    for (const subject of subjects) this.written.push({ row, ...subject, wasCreated: true });
  }

  /** The row says what is on record, or what an earlier row says. */
  keep(row: FileRow, subject?: Omit<WrittenSubject, 'row' | 'wasCreated'>): void {
    this.unchanged += 1;
    if (subject) this.written.push({ row, ...subject, wasCreated: false });
  }

  refuse(problem: RowProblem): void {
    this.problems.push(problem);
  }

  all(): RowOutcomes {
    return { created: this.created, unchanged: this.unchanged, problems: this.problems, written: this.written };
  }
}
