import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlEmpty, sqlJoin } from '@/lib/server/unit-of-work';

import type { HeldPlacement } from './types';

export const STATES = ['proposed', 'accepted', 'concern', 'started', 'not_arrived', 'left', 'cancelled'] as const;
export const KINDS = ['day6', 'preventative', 'reserve'] as const;
export const COUNTING = ['permanent_exclusion', 'dual_registered', 'authority_placed', 'ehc_named'] as const;
export const TRANSPORT = ['none', 'bus_pass', 'minibus', 'taxi'] as const;

const heldRow = z.object({
  id: uuidColumn, reference: textColumn, pupil_id: uuidColumn, site_id: uuidColumn, counting_kind: z.enum(COUNTING), place_kind: z.enum(KINDS),
  attributed_establishment_id: uuidColumn.nullable(), first_on: dateColumn, last_on: dateColumn, share_tenths: z.number(),
  decided_at: instantColumn, state: z.enum(STATES), phase: z.enum(['primary', 'secondary']), counts_to_quota: z.boolean(),
});

/** A placement with its row's id, as the counting and capacity functions take it. */
export type KeptPlacement = HeldPlacement & { readonly id: string; readonly siteCountsToQuota: boolean };

export interface PlacementFilter {
  readonly siteId?: string;
  readonly siteIds?: readonly string[];
  readonly pupilIds?: readonly string[];
  readonly attributedIds?: readonly string[];
  /** At the site, or of the pupil. */
  readonly atOrOf?: { readonly siteId: string; readonly pupilId: string };
}

/** Placements with a day from `firstOn` to `lastOn`, cancelled ones left out, in order of reference. */
export async function loadPlacements(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate, filter: PlacementFilter = {}): Promise<KeptPlacement[]> {
  const found = await tx.rows(heldRow, sql`
    SELECT p.id, p.reference, p.pupil_id, p.site_id, p.counting_kind, p.place_kind, p.attributed_establishment_id, p.first_on, p.last_on,
           p.share_tenths, p.decided_at, p.state, s.counts_to_quota, CASE WHEN u.year_group >= 7 THEN 'secondary' ELSE 'primary' END AS phase
      FROM placement p
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
      JOIN pupil u ON u.authority_id = p.authority_id AND u.id = p.pupil_id
     WHERE p.holds_place AND p.first_on <= ${lastOn}::date AND p.last_on >= ${firstOn}::date
       ${among('p.site_id', filter.siteIds ?? (filter.siteId ? [filter.siteId] : undefined))}
       ${among('p.pupil_id', filter.pupilIds)}
       ${among('p.attributed_establishment_id', filter.attributedIds)}
       ${filter.atOrOf ? sql`AND (p.site_id = ${filter.atOrOf.siteId}::uuid OR p.pupil_id = ${filter.atOrOf.pupilId}::uuid)` : sqlEmpty}
     ORDER BY p.reference`);
  return found.map((row) => ({
    id: row.id, reference: row.reference, pupilId: row.pupil_id, siteId: row.site_id, countingKind: row.counting_kind, placeKind: row.place_kind,
    attributedSchoolId: row.attributed_establishment_id, firstOn: row.first_on, lastOn: row.last_on, shareTenths: row.share_tenths,
    decidedAt: row.decided_at.toISOString(), state: row.state, phase: row.phase, siteCountsToQuota: row.counts_to_quota,
  }));
}

function among(column: 'p.site_id' | 'p.pupil_id' | 'p.attributed_establishment_id', ids: readonly string[] | undefined) {
  if (ids === undefined) return sqlEmpty;
  const names = { 'p.site_id': sql`p.site_id`, 'p.pupil_id': sql`p.pupil_id`, 'p.attributed_establishment_id': sql`p.attributed_establishment_id` };
  return ids.length === 0 ? sql`AND false` : sql`AND ${names[column]} IN (${sqlJoin(ids.map((id) => sql`${id}::uuid`))})`;
}

const placementRow = z.object({
  id: uuidColumn, reference: textColumn, pupil_id: uuidColumn, referral_id: uuidColumn, site_id: uuidColumn, place_kind: z.enum(KINDS),
  counting_kind: z.enum(COUNTING), attributed_establishment_id: uuidColumn.nullable(), share_tenths: z.number(), planned_first_on: dateColumn,
  planned_last_on: dateColumn, started_on: dateColumn.nullable(), left_on: dateColumn.nullable(), first_on: dateColumn, last_on: dateColumn,
  state: z.enum(STATES), reply_by: dateColumn.nullable(), concern: textColumn, transport: z.enum(TRANSPORT), transport_booked_on: dateColumn.nullable(),
  parents_told_at: instantColumn.nullable(), admission_meeting_on: dateColumn.nullable(), view_pupil: textColumn, view_parent: textColumn,
  why_suits: textColumn, late_reason: textColumn, less_notice_agreed: textColumn, where_next: textColumn, continues_id: uuidColumn.nullable(), decided_at: instantColumn,
  decided_by: uuidColumn.nullable(), version: z.number(),
});

/** A placement's whole row, for the commands that change it. */
export type PlacementRow = z.output<typeof placementRow>;

/** The row of a placement. */
export async function placementById(tx: ReadTx, id: string): Promise<PlacementRow | null> {
  return tx.row(placementRow, sql`SELECT * FROM placement WHERE id = ${id}::uuid`);
}

