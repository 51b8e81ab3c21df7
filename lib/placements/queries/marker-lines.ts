import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { PupilRecord } from '@/lib/pupils/store';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';

/** A marker as an officer reads it, with its reason. */
export interface MarkerLine {
  readonly id: string;
  readonly words: string;
  readonly reason: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
  readonly version: number;
}

const nameRow = z.object({ id: uuidColumn, name: textColumn });

/** The markers of a pupil that have not ended before today, with names; officers only, because the reasons are hidden from all others but the site. */
export async function markersInWords(tx: ReadTx, pupil: PupilRecord): Promise<MarkerLine[]> {
  const standing = pupil.markers.filter((marker) => marker.lastOn === null || marker.lastOn >= tx.today);
  const ids = standing.flatMap((marker) => [marker.otherPupilId, marker.siteId]).filter((id): id is string => id !== null);
  if (ids.length === 0) return [];
  const list = sqlJoin(ids.map((id) => sql`${id}::uuid`));
  const names = new Map((await tx.rows(nameRow, sql`
    SELECT id, first_name || ' ' || last_name AS name FROM pupil WHERE id IN (${list})
    UNION ALL SELECT id, name FROM site WHERE id IN (${list})`)).map((row) => [row.id, row.name]));
  return standing.map((marker) => ({
    id: marker.id, reason: marker.reason, firstOn: marker.firstOn, lastOn: marker.lastOn, version: marker.version,
    words: marker.kind === 'not_with' ? `Not with ${names.get(marker.otherPupilId ?? '') ?? 'another pupil'}` : `Not at ${names.get(marker.siteId ?? '') ?? 'a site'}`,
  }));
}
