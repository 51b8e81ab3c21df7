import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { countColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const groupRow = z.object({ partnership_id: uuidColumn.nullable(), phase: z.enum(['primary', 'secondary']), recorded: countColumn, upheld: countColumn });

/** Permanent exclusions decided by this authority's schools from one day to another, by partnership (membership on the day) and phase. */
export interface ExclusionCount {
  /** Null: the school was in no partnership of the phase that day. */
  readonly partnershipId: string | null;
  readonly phase: 'primary' | 'secondary';
  /** Every one recorded, whatever became of it (R72), save those of an import that was undone. */
  readonly recorded: number;
  /** Upheld by the board or panel by the last day. */
  readonly upheld: number;
}

/** When an exclusion was upheld: its event, or for history without events the day itself. */
const UPHELD_ON = sql`coalesce((SELECT min(v.happened_on) FROM exclusion_event v
  WHERE v.authority_id = x.authority_id AND v.exclusion_id = x.id AND v.kind = 'upheld'), x.excluded_on)`;

export async function exclusionCounts(tx: ReadTx, firstOn: CalendarDate, lastOn: CalendarDate): Promise<ExclusionCount[]> {
  const found = await tx.rows(groupRow, sql`
    SELECT member.partnership_id, x.phase, count(*) AS recorded,
           count(*) FILTER (WHERE x.state = 'upheld' AND ${UPHELD_ON} <= ${lastOn}::date) AS upheld
      FROM permanent_exclusion x
      LEFT JOIN LATERAL (
        SELECT m.partnership_id FROM partnership_member m
          JOIN partnership p ON p.authority_id = m.authority_id AND p.id = m.partnership_id AND p.phase = x.phase
         WHERE m.authority_id = x.authority_id AND m.establishment_id = x.establishment_id
           AND m.first_on <= x.excluded_on AND (m.last_on IS NULL OR m.last_on >= x.excluded_on)
         LIMIT 1) member ON true
     WHERE x.establishment_id IS NOT NULL AND x.withdrawn_at IS NULL AND x.excluded_on BETWEEN ${firstOn}::date AND ${lastOn}::date
     GROUP BY member.partnership_id, x.phase`);
  return found.map((row) => ({ partnershipId: row.partnership_id, phase: row.phase, recorded: row.recorded, upheld: row.upheld }));
}

const schoolRow = z.object({ recorded: countColumn });

/** Recorded by one school from one day to another, those of the schools it succeeds included. */
export async function recordedBySchool(tx: ReadTx, schoolId: string, firstOn: CalendarDate, lastOn: CalendarDate): Promise<number> {
  const found = await tx.row(schoolRow, sql`
    WITH RECURSIVE line AS (
      SELECT ${schoolId}::uuid AS id
      UNION SELECT k.predecessor_id FROM establishment_link k JOIN line ON k.successor_id = line.id
    )
    SELECT count(*) AS recorded FROM permanent_exclusion x
     WHERE x.establishment_id IN (SELECT id FROM line) AND x.withdrawn_at IS NULL AND x.excluded_on BETWEEN ${firstOn}::date AND ${lastOn}::date`);
  return found?.recorded ?? 0;
}

const rollRow = z.object({ id: uuidColumn, slug: textColumn, name: textColumn, phase: z.enum(['primary', 'secondary']), rolls: z.array(z.object({ pupils: z.number().nullable(), on: z.string().nullable() })) });

/** A partnership with the dated rolls of its members today. */
export type PartnershipRolls = z.output<typeof rollRow>;

export async function partnershipRolls(tx: ReadTx): Promise<PartnershipRolls[]> {
  return tx.rows(rollRow, sql`
    SELECT p.id, p.slug, p.name, p.phase,
           coalesce((SELECT jsonb_agg(jsonb_build_object('pupils', e.roll, 'on', e.roll_on)) FROM partnership_member m
              JOIN establishment e ON e.authority_id = m.authority_id AND e.id = m.establishment_id
             WHERE m.authority_id = p.authority_id AND m.partnership_id = p.id
               AND m.first_on <= ${tx.today}::date AND (m.last_on IS NULL OR m.last_on >= ${tx.today}::date)), '[]') AS rolls
      FROM partnership p
     WHERE p.first_on <= ${tx.today}::date AND (p.last_on IS NULL OR p.last_on >= ${tx.today}::date)
     ORDER BY p.display_order, p.name`);
}

const ownRollRow = z.object({ roll: z.number().nullable(), roll_on: z.date().nullable() });

export async function rollOfSchool(tx: ReadTx, schoolId: string): Promise<{ pupils: number | null; on: string | null }> {
  const row = await tx.row(ownRollRow, sql`SELECT roll, roll_on FROM establishment WHERE id = ${schoolId}::uuid`);
  return { pupils: row?.roll ?? null, on: row?.roll_on?.toISOString().slice(0, 10) ?? null };
}
