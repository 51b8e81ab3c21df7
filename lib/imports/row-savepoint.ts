import { isCalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/** Why the database refused a row: the key of its column and words for the report. */
export interface RowRefusal {
  readonly key: string;
  readonly problem: string;
  readonly toDo: string;
}

/**
 * Does the work of one row so that the database's refusal of a place undoes that row alone and becomes a problem of the
 * row. Anything else that is thrown passes through.
 */
export async function inSavepoint<T>(tx: WriteTx, siteName: string, work: () => Promise<T>): Promise<{ readonly value: T } | { readonly refused: RowRefusal }> {
  await tx.execute(sql`SAVEPOINT import_row`);
  try {
    const value = await work();
    await tx.execute(sql`RELEASE SAVEPOINT import_row`);
    return { value };
  } catch (thrown) {
    const refused = refusalOf(thrown, siteName);
    if (!refused) throw thrown;
    await tx.execute(sql`ROLLBACK TO SAVEPOINT import_row`);
    await tx.execute(sql`RELEASE SAVEPOINT import_row`);
    return { refused };
  }
}

/** FP010 no place, FP011 more than one whole place, FP012 fewer places than are taken. */
function refusalOf(thrown: unknown, siteName: string): RowRefusal | null {
  const error = sqlErrorIn(thrown);
  const day = /\d{4}-\d{2}-\d{2}/.exec(error?.message ?? '')?.[0];
  const on = day && isCalendarDate(day) ? ` on ${dateInWords(day)}` : '';
  switch (error?.sqlState) {
    case 'FP010':
      return { key: 'site', problem: `${siteName} has no free place of this kind${on}`, toDo: 'Import or change its places first, have a place over number authorised, or correct the site, kind or dates' };
    case 'FP011':
      return { key: 'share', problem: `The pupil would have more than one whole place${on}`, toDo: 'Correct the shares or dates of the pupil\u2019s rows, or end the other placement first' };
    case 'FP012':
      return { key: 'number', problem: `${siteName} would have fewer places than pupils who hold one${on}`, toDo: 'Give a higher number, or move these pupils, end their places or have over-number authorised first' };
    default:
      return null;
  }
}
