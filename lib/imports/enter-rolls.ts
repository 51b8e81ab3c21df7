import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { uuidColumn } from '@/lib/server/columns';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';

/** Days from which a pupil is on a school's roll. */
export interface RollStart {
  readonly pupilId: string;
  readonly establishmentId: string;
  readonly firstOn: CalendarDate;
}

const enteredRow = z.object({ id: uuidColumn, pupil_id: uuidColumn });

/** An entry on a school's roll that was made. */
export type EnteredRoll = z.output<typeof enteredRow>;

/** Puts pupils who are on no main roll on that of the school given, from the earliest day given (R35). */
export async function enterFirstRolls(tx: WriteTx, starts: readonly RollStart[]): Promise<EnteredRoll[]> {
  return tx.rows(enteredRow, sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    SELECT DISTINCT ON (s."pupilId") ${tx.authorityId}, s."pupilId", s."establishmentId", 'main', s."firstOn"
      FROM jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) AS s("pupilId" uuid, "establishmentId" uuid, "firstOn" date)
     WHERE NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.authority_id = ${tx.authorityId} AND r.pupil_id = s."pupilId" AND r.status = 'main'
                          AND (r.last_on IS NULL OR r.last_on >= r.first_on))
     ORDER BY s."pupilId", s."firstOn"
    RETURNING id, pupil_id`);
}

/** Puts pupils who started at the site of a school on its subsidiary roll (R52). */
export async function enterSubsidiaryRolls(tx: WriteTx, placementIds: readonly string[]): Promise<EnteredRoll[]> {
  return tx.rows(enteredRow, sql`
    INSERT INTO roll_entry (authority_id, pupil_id, establishment_id, status, first_on)
    SELECT p.authority_id, p.pupil_id, v.establishment_id, 'subsidiary', min(p.started_on)
      FROM placement p
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
      JOIN provider v ON v.authority_id = s.authority_id AND v.id = s.provider_id
     WHERE p.id = ANY(${[...placementIds]}::uuid[]) AND p.started_on IS NOT NULL AND v.establishment_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM roll_entry r WHERE r.authority_id = p.authority_id AND r.pupil_id = p.pupil_id AND r.establishment_id = v.establishment_id AND r.last_on IS NULL)
     GROUP BY p.authority_id, p.pupil_id, v.establishment_id
    RETURNING id, pupil_id`);
}
