import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '@/lib/core/calendar-date';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import type { ReasonSettings } from './rules/reason-codes';

const settingRow = z.object({ name: z.string(), value: z.unknown() });

/** The authority's settings for reason codes in force on a day: `reasons_set_b_from` (a date) and `cyber_bullying_counts_as` (MT or BU). */
export async function reasonSettings(tx: ReadTx, on: CalendarDate): Promise<ReasonSettings> {
  const rows = await tx.rows(settingRow, sql`
    SELECT DISTINCT ON (name) name, value FROM setting
     WHERE name IN ('reasons_set_b_from', 'cyber_bullying_counts_as') AND first_on <= ${on}::date ORDER BY name, first_on DESC, entry DESC`);
  const from = rows.find((row) => row.name === 'reasons_set_b_from')?.value;
  const counts = rows.find((row) => row.name === 'cyber_bullying_counts_as')?.value;
  return { setBFrom: typeof from === 'string' && isCalendarDate(from) ? from : null, cyberBullyingCountsAs: counts === 'BU' ? 'BU' : 'MT' };
}
