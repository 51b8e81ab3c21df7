import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { DEMONSTRATION_BEGINS_ON } from '../rules/demonstration-day';

/** The clock of a demonstration; null where the real clock runs. */
export async function demonstrationClock(tx: ReadTx): Promise<{ readonly today: CalendarDate; readonly beginsOn: CalendarDate } | null> {
  const row = await tx.row(z.object({ is_demonstration: z.boolean() }), sql`SELECT is_demonstration FROM authority WHERE id = ${tx.authorityId}`);
  return row?.is_demonstration ? { today: tx.today, beginsOn: DEMONSTRATION_BEGINS_ON } : null;
}
