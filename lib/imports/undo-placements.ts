import { conflict } from '@/lib/core/refusal';
import { reviewWarnings } from '@/lib/placements/chair-warning';
import { applyChange } from '@/lib/placements/change';
import { refreshReferral } from '@/lib/placements/referral-state';
import { placementById, type PlacementRow } from '@/lib/placements/store';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { newFormKey } from '@/lib/server/random';
import { z } from 'zod';
import { lockPupilsAndSites } from './import-locks';
import type { MadeRow } from './undo-places';

const whereRow = z.object({ pupil_id: z.string(), site_id: z.string() });

/** Cancels the placements of an import, under the locks of placement changes; refused when one was changed since. */
export async function undoPlacements(tx: WriteTx, importId: string, made: readonly MadeRow[], reason: string): Promise<void> {
  const where = await tx.rows(whereRow, sql`SELECT pupil_id, site_id FROM placement WHERE import_id = ${importId}::uuid`);
  await lockPupilsAndSites(tx, where.map((one) => one.pupil_id), where.map((one) => one.site_id));
  const placements: { readonly at: MadeRow; readonly row: PlacementRow }[] = [];
  const changed: string[] = [];
  for (const at of made.filter((one) => one.kind === 'placement')) {
    const row = await placementById(tx, at.id);
    if (row?.version === 1 && row.state !== 'cancelled') placements.push({ at, row });
    else changed.push(`Row ${at.row}: placement ${row?.reference ?? ''} was changed since the import`);
  }
  if (changed.length > 0) throw conflict('Some of these placements were changed since, so nothing was undone. Cancel or end the placements one by one', changed);
  const actId = newFormKey();
  for (const { row } of placements) {
    await applyChange(tx, row, { state: 'cancelled', started_on: null, left_on: null }, { act: 'undo', actId, reason });
    await refreshReferral(tx, row.referral_id);
  }
  await closeReferrals(tx, made);
  await reviewWarnings(tx, placements.map(({ row }) => row.attributed_establishment_id), 'freed_only');
}

/** Closes the requests that the import made, where no placement stands under them. */
export async function closeReferrals(tx: WriteTx, made: readonly MadeRow[]): Promise<void> {
  const ids = made.filter((one) => one.kind === 'referral').map((one) => one.id);
  await tx.execute(sql`
    UPDATE referral r SET state = 'closed', closed_reason = 'The import was undone', closed_on = ${tx.today}::date, version = version + 1
     WHERE r.id = ANY(${ids}::uuid[]) AND r.state <> 'closed'
       AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.authority_id = r.authority_id AND p.referral_id = r.id AND p.state <> 'cancelled')`);
}
