import { freezeClose } from '@/lib/board/commands/freeze-close';
import { loadCloses } from '@/lib/board/close-store';
import { loadPeriods } from '@/lib/charges/store';
import { addDays, type CalendarDate, londonDateOf } from '@/lib/core/calendar-date';
import type { Actor } from '@/lib/core/roles';
import { readUnit } from '@/lib/server/unit-of-work';
import { act, callerAs } from '../charges/run-months';

/** Freezes the Board's figures of each month that was closed before a day, on the day after its closing. */
export async function freezeMonths(authorityId: string, commissioner: Actor, before: CalendarDate): Promise<void> {
  const { periods, frozen } = await readUnit(callerAs(authorityId, commissioner, before), async (tx) => ({ periods: await loadPeriods(tx), frozen: await loadCloses(tx) }));
  for (const { month, closed_at: closedAt } of periods) {
    if (closedAt === null || londonDateOf(closedAt) >= before || frozen.some((one) => one.month === month)) continue;
    await act(freezeClose, callerAs(authorityId, commissioner, addDays(londonDateOf(closedAt), 1)), { month });
  }
}
