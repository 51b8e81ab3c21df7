import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { countColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

/** What a pupil has of a whole place on a day, planned or actual, in tenths. `except` is a placement left out. */
export async function sharesBeside(tx: ReadTx, pupilId: string, on: CalendarDate, except: string | null = null): Promise<number> {
  const row = await tx.row(z.object({ tenths: countColumn }), sql`
    SELECT coalesce(sum(share_tenths), 0) AS tenths FROM placement
     WHERE pupil_id = ${pupilId}::uuid AND state IN ('proposed', 'accepted', 'concern', 'started') AND first_on <= ${on}::date AND last_on >= ${on}::date
       AND id IS DISTINCT FROM ${except}::uuid`);
  return row?.tenths ?? 0;
}
