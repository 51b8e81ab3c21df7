import { z } from 'zod';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import { dateColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { LANCASHIRE_TOTAL_ROW } from '../rules/printed-plans';

/** One exclusion of the history: the lowest record there is. References only, no pupil is named. */
export interface ExclusionRow {
  readonly reference: string;
  readonly pupil: string;
  readonly school: string;
  readonly on: CalendarDate;
  readonly district: string | null;
  /** What the school was on that date. */
  readonly sector: string | null;
  readonly phase: 'primary' | 'secondary';
}

const exclusionRow = z.object({
  reference: textColumn, pupil: textColumn, school: textColumn, on: dateColumn, district: textColumn.nullable(), sector: textColumn.nullable(), phase: z.enum(['primary', 'secondary']),
});

/** Upheld exclusions by schools of the authority between two days, one row each, with the school's partnership and type on the date. */
async function exclusionsBetween(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate): Promise<ExclusionRow[]> {
  return tx.rows(exclusionRow, sql`
    SELECT x.reference, u.reference AS pupil, e.name AS school, x.excluded_on AS "on", member.name AS district, kind.sector, x.phase
      FROM permanent_exclusion x
      JOIN pupil u ON u.authority_id = x.authority_id AND u.id = x.pupil_id
      JOIN establishment e ON e.authority_id = x.authority_id AND e.id = x.establishment_id
      LEFT JOIN LATERAL (
        SELECT p.name FROM partnership_member m JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id
         WHERE m.authority_id = x.authority_id AND m.establishment_id = x.establishment_id
           AND m.first_on <= x.excluded_on AND (m.last_on IS NULL OR m.last_on >= x.excluded_on) LIMIT 1) member ON true
      LEFT JOIN LATERAL (
        SELECT t.sector FROM establishment_type t
         WHERE t.authority_id = x.authority_id AND t.establishment_id = x.establishment_id
           AND t.first_on <= x.excluded_on AND (t.last_on IS NULL OR t.last_on >= x.excluded_on) ORDER BY t.first_on DESC LIMIT 1) kind ON true
     WHERE x.state = 'upheld' AND x.excluded_on BETWEEN ${firstOn}::date AND ${lastOn}::date
     ORDER BY x.excluded_on, x.reference`);
}

/** The records behind one printed count. */
export type RecordsOf = (rowLabel: string, columnKey: string) => readonly ExclusionRow[] | null;

/** For a table whose counts can be recomputed from exclusions: the records of each cell; null for every other table. */
export async function recordsBehind(tx: ReadTx, tableId: string): Promise<RecordsOf | null> {
  if (tableId === 'lancashire-permanent-exclusions-2017-18') return districtRecords(await exclusionsBetween(tx, calendarDate('2017-09-01'), calendarDate('2018-08-31')));
  if (tableId === 'rotherham-permanent-exclusions') return yearRecords(await exclusionsBetween(tx, calendarDate('2010-09-01'), calendarDate('2015-08-31')));
  return null;
}

/** By district, and by maintained or academy on the date; the total row takes every exclusion by a secondary school. */
function districtRecords(rows: readonly ExclusionRow[]): RecordsOf {
  const sectors: Readonly<Record<string, (row: ExclusionRow) => boolean>> = {
    permanent_exclusions_schools: (row) => row.sector === 'maintained',
    permanent_exclusions_academies: (row) => row.sector === 'academy',
    district_total_as_printed: () => true,
  };
  return (rowLabel, columnKey) => {
    const counts = sectors[columnKey];
    if (!counts) return null;
    return rows.filter((row) => row.phase === 'secondary' && counts(row) && (rowLabel === LANCASHIRE_TOTAL_ROW || row.district === rowLabel));
  };
}

/** By academic year and by the phase in which the pupil was excluded. */
function yearRecords(rows: readonly ExclusionRow[]): RecordsOf {
  return (rowLabel, columnKey) => {
    const year = /^(\d{4})\/\d{2}$/.exec(rowLabel)?.[1];
    if (year === undefined || !['primary', 'secondary', 'total_as_printed'].includes(columnKey)) return null;
    const [from, to] = [`${year}-09-01`, `${Number(year) + 1}-08-31`];
    return rows.filter((row) => row.on >= from && row.on <= to && (columnKey === 'total_as_printed' || row.phase === columnKey));
  };
}
