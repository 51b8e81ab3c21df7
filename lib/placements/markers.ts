import { z } from 'zod';
import { type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { conflict } from '@/lib/core/refusal';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

/** Days of a pupil at a site, as they are or as an act would make them. */
export interface Stay {
  /** Whose conflicts they are in the answer; any text. */
  readonly key: string;
  readonly pupilId: string;
  readonly siteId: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

const conflictRow = z.object({
  key: textColumn, marker_id: uuidColumn, kind: z.enum(['not_with', 'not_at']), reason: textColumn, first_on: dateColumn, last_on: dateColumn, site_name: textColumn,
  other_pupil_id: uuidColumn.nullable(), other_name: textColumn.nullable(), other_placement_id: uuidColumn.nullable(), other_reference: textColumn.nullable(),
});

/** A marker that a stay goes against, on which days, and for "not with" the place of the other pupil. The reason is for officers and the site. */
export type MarkerConflict = z.output<typeof conflictRow>;

/**
 * The markers that stays go against from today on, from either side of "not with"; days that have passed keep nobody
 * apart any more. Every act that takes a place asks this, and every page that shows one.
 */
export async function markerConflicts(tx: ReadTx, stays: readonly Stay[]): Promise<MarkerConflict[]> {
  const ahead = stays.map((one) => ({ ...one, firstOn: maxDate(one.firstOn, tx.today) })).filter((one) => one.firstOn <= one.lastOn);
  if (ahead.length === 0) return [];
  return tx.rows(conflictRow, sql`
    SELECT s.key, m.id AS marker_id, m.kind, m.reason, greatest(s."firstOn", m.first_on, o.first_on) AS first_on, least(s."lastOn", m.last_on, o.last_on) AS last_on,
           t.name AS site_name, u.id AS other_pupil_id, u.first_name || ' ' || u.last_name AS other_name, o.id AS other_placement_id, o.reference AS other_reference
      FROM jsonb_to_recordset(${JSON.stringify(ahead)}::jsonb) AS s(key text, "pupilId" uuid, "siteId" uuid, "firstOn" date, "lastOn" date)
      JOIN pupil_marker m ON (m.pupil_id = s."pupilId" OR m.other_pupil_id = s."pupilId") AND m.first_on <= s."lastOn" AND (m.last_on IS NULL OR m.last_on >= s."firstOn")
      JOIN site t ON t.authority_id = m.authority_id AND t.id = s."siteId"
      LEFT JOIN pupil u ON u.authority_id = m.authority_id AND m.kind = 'not_with' AND u.id = CASE WHEN m.pupil_id = s."pupilId" THEN m.other_pupil_id ELSE m.pupil_id END
      LEFT JOIN placement o ON o.authority_id = m.authority_id AND o.pupil_id = u.id AND o.site_id = s."siteId" AND o.holds_place
           AND o.first_on <= least(s."lastOn", m.last_on) AND o.last_on >= greatest(s."firstOn", m.first_on)
     WHERE o.id IS NOT NULL OR (m.kind = 'not_at' AND m.site_id = s."siteId")
     ORDER BY first_on, s.key, m.id, o.reference`);
}

const NOT_AT = 'A marker says this pupil must not go to this site';
const NOT_WITH = 'A marker says this pupil must not share a site with a pupil who has a place here in these days';

/** What an officer or a site can do about a stay that a marker keeps a pupil from. */
const TO_DO = { officer: 'Choose another site or other days. If the marker no longer holds, end it on the pupil\u2019s page', site: 'Raise a concern: the officer then chooses another site, or ends the marker' } as const;

/** Why a marker keeps a pupil from a stay, with the days and what to do; null when none does. */
export async function markedAgainst(tx: ReadTx, stay: Omit<Stay, 'key'>, reader: keyof typeof TO_DO = 'officer'): Promise<{ readonly message: string; readonly details: string[] } | null> {
  const found = await markerConflicts(tx, [{ ...stay, key: '' }]);
  const first = found.find((one) => one.kind === 'not_at') ?? found[0];
  return first ? { message: first.kind === 'not_at' ? NOT_AT : NOT_WITH, details: [...new Set(found.map(daysInConflict)), TO_DO[reader]] } : null;
}

/** Refuses a stay that a marker keeps the pupil from. Asked under the locks of pupil and site. */
export async function refuseMarked(tx: ReadTx, stay: Omit<Stay, 'key'>, reader: keyof typeof TO_DO = 'officer'): Promise<void> {
  const against = await markedAgainst(tx, { pupilId: stay.pupilId, siteId: stay.siteId, firstOn: stay.firstOn, lastOn: stay.lastOn }, reader);
  if (against) throw conflict(against.message, against.details);
}

/** `From 9 March 2026 to 17 July 2026`. */
export function daysInConflict({ first_on: firstOn, last_on: lastOn }: Pick<MarkerConflict, 'first_on' | 'last_on'>): string {
  return firstOn === lastOn ? `On ${dateInWords(firstOn)}` : `From ${dateInWords(firstOn)} to ${dateInWords(lastOn)}`;
}
