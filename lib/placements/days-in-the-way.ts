import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

interface DayInTheWay { readonly on: CalendarDate; readonly references: readonly string[] }

const nameRow = z.object({ reference: textColumn, first_name: textColumn, last_name: textColumn });

/**
 * Days on which more is taken than there are places, as lines people read: runs of days with the placements in the way,
 * each by its reference and pupil, for those who are to move them.
 */
export async function daysInTheWay(tx: ReadTx, days: readonly DayInTheWay[]): Promise<string[]> {
  const asked = [...new Set(days.flatMap((day) => day.references))];
  const rows = await tx.rows(nameRow, sql`
    SELECT p.reference, u.first_name, u.last_name FROM placement p JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
     WHERE p.reference = ANY(${asked})`);
  const names = new Map(rows.map((row) => [row.reference, `${row.reference} ${row.first_name} ${row.last_name}`]));
  const lines: { from: CalendarDate; to: CalendarDate; references: string }[] = [];
  for (const day of days) {
    const references = day.references.map((one) => names.get(one) ?? one).join(', ');
    const last = lines.at(-1);
    if (last?.references === references) last.to = day.on;
    else lines.push({ from: day.on, to: day.on, references });
  }
  return lines.map(({ from, to, references }) => `${from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`}: ${references}`);
}
