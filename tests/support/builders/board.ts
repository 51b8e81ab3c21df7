import { randomUUID } from 'node:crypto';
import { freezeClose } from '@/lib/board/commands/freeze-close';
import { firstDayOf, isMonth, lastDayOf } from '@/lib/charges/rules/months';
import type { Caller } from '@/lib/server/unit-of-work';
import type { Council } from './authority';
import { done, run } from './callers';
import { asOwner } from './insert-rows';

/** A month that is closed without a charge. Its closing is late enough to know everything that a test builds. */
export async function closedMonth(council: Council, month: string): Promise<void> {
  if (!isMonth(month)) throw new RangeError(`Not a month: ${month}`);
  await asOwner(council.database.owner, council.id, async (query) => {
    // A closed month reads placements from their events, and those that tests insert have none.
    await query(`INSERT INTO placement_event (authority_id, placement_id, act, after, act_id, recorded_at)
      SELECT p.authority_id, p.id, 'start', to_jsonb(p), gen_random_uuid(), '2026-01-01T09:00:00Z' FROM placement p
       WHERE p.authority_id = $1 AND NOT EXISTS (SELECT 1 FROM placement_event e WHERE e.authority_id = p.authority_id AND e.placement_id = p.id)`, [council.id]);
    // Without its triggers: the ledger closes no month whose charge is not posted.
    await query('SET LOCAL session_replication_role = replica');
    await query("INSERT INTO ledger_period (authority_id, id, month, first_on, last_on, closed_at, closed_by) VALUES ($1, $2, $3, $4, $5, '2030-01-01T09:00:00Z', $6)",
      [council.id, randomUUID(), month, firstDayOf(month), lastDayOf(month), council.staff.administrator.personId]);
  });
}

export const freezeMonth = (commissioner: Caller, month: string) => run(freezeClose, commissioner, { month });

/** The Board's figures as at the close of a month, frozen. */
export async function frozenMonth(council: Council, commissioner: Caller, month: string): Promise<void> {
  await closedMonth(council, month);
  await done(freezeMonth(commissioner, month));
}
