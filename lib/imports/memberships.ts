import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const memberRow = z.object({ school_id: uuidColumn, phase: textColumn, first_on: dateColumn, last_on: dateColumn.nullable() });

/** The school when it belongs to a partnership of the pupil's phase on a day; else null, and the authority holds the pupil. */
export type SchoolThatCounts = (schoolId: string | null, yearGroup: number, on: CalendarDate) => string | null;

/** Loads every membership once, for files with many pupils. */
export async function loadMemberships(tx: ReadTx): Promise<SchoolThatCounts> {
  const members = await tx.rows(memberRow, sql`
    SELECT m.establishment_id AS school_id, p.phase, m.first_on, m.last_on FROM partnership_member m
      JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id`);
  return (schoolId, yearGroup, on) => {
    const phase = yearGroup >= 7 ? 'secondary' : 'primary';
    return members.some((one) => one.school_id === schoolId && one.phase === phase && contains({ firstOn: one.first_on, lastOn: one.last_on }, on)) ? schoolId : null;
  };
}
