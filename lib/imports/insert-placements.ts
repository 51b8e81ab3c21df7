import type { CalendarDate } from '@/lib/core/calendar-date';
import type { PlaceKind } from '@/lib/placements/types';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { inSavepoint, type RowRefusal } from './row-savepoint';
import type { KnownWords } from './types';

export interface NewPlacement {
  readonly id: string;
  readonly pupilId: string;
  readonly referralId: string;
  readonly siteId: string;
  readonly placeKind: PlaceKind;
  readonly countingKind: string;
  readonly establishmentId: string | null;
  readonly shareTenths: number;
  readonly plannedFirstOn: CalendarDate;
  readonly plannedLastOn: CalendarDate;
  readonly startedOn: CalendarDate | null;
  readonly state: 'accepted' | 'started';
}

/**
 * Inserts placements in the order of the file. All at once first; when the database refuses one of them, one by one, so
 * that each refusal has its row. Gives the refusals by the placement's id.
 */
export async function insertPlacements(tx: WriteTx, importId: string, placements: readonly NewPlacement[], known: KnownWords): Promise<Map<string, RowRefusal>> {
  const refused = new Map<string, RowRefusal>();
  if (placements.length === 0) return refused;
  const whole = await inSavepoint(tx, '', () => insert(tx, importId, placements));
  if ('value' in whole) return refused;
  for (const one of placements) {
    const siteName = known.sites.find((site) => site.id === one.siteId)?.name ?? '';
    const result = await inSavepoint(tx, siteName, () => insert(tx, importId, [one]));
    if ('refused' in result) refused.set(one.id, result.refused);
  }
  return refused;
}

function insert(tx: WriteTx, importId: string, placements: readonly NewPlacement[]): Promise<number> {
  return tx.execute(sql`
    INSERT INTO placement (authority_id, id, pupil_id, referral_id, site_id, place_kind, counting_kind, attributed_establishment_id, share_tenths,
                           planned_first_on, planned_last_on, started_on, state, why_suits, decided_at, decided_by, import_id)
    SELECT ${tx.authorityId}, p.id, p."pupilId", p."referralId", p."siteId", p."placeKind", p."countingKind", p."establishmentId", p."shareTenths",
           p."plannedFirstOn", p."plannedLastOn", p."startedOn", p.state, 'Open placement from an import', ${tx.now}, ${tx.actor?.personId ?? null}::uuid, ${importId}::uuid
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(placements)}::jsonb) AS (id uuid, "pupilId" uuid, "referralId" uuid, "siteId" uuid, "placeKind" text,
             "countingKind" text, "establishmentId" uuid, "shareTenths" integer, "plannedFirstOn" date, "plannedLastOn" date, "startedOn" date, state text)) WITH ORDINALITY AS p
     ORDER BY p.ordinality`);
}

/** The first event of each placement, with the row as it stands; the act is the import. */
export async function recordImportEvents(tx: WriteTx, importId: string, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO placement_event (authority_id, placement_id, act, after, act_id, recorded_by, recorded_at)
    SELECT p.authority_id, p.id, 'import', to_jsonb(p), ${importId}::uuid, ${tx.actor?.personId ?? null}::uuid, ${tx.now}
      FROM placement p WHERE p.id = ANY(${[...ids]}::uuid[]) ORDER BY p.reference`);
}
