import { z } from 'zod';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, jsonDate, textColumn, uuidColumn } from '@/lib/server/columns';
import { ROUTES } from '@/lib/exclusions/referral-store';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { type WhereAndNext, whereAndNext } from '../rules/pupil-next';
import { STATES } from '../store';
import { NOT_TAKEN_BACK } from '../taken-back';
import type { Route } from '../types';

const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  permanent_exclusion: 'Permanently excluded', preventative: 'Preventative', fair_access: 'Fair access', ehc_plan: 'EHC plan', medical: 'Medical',
  short_break: 'Short break', authority_placed: 'Placed by the authority',
};

/** A pupil on the school's roll who is in a place, is to start in one or waits for one. */
export interface OwnPupil extends WhereAndNext {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly yearGroup: number;
  readonly route: string;
}

/** JSON of one pupil's placements and interim education, for queries that select a pupil as `u`. */
export const PLACEMENTS_JSON = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('reference', p.reference, 'site', s.name, 'firstOn', p.first_on, 'lastOn', p.last_on, 'shareTenths', p.share_tenths,
                     'state', p.state, 'replyBy', p.reply_by, 'whereNext', p.where_next) ORDER BY p.first_on, p.reference)
              FROM placement p JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
             WHERE p.authority_id = u.authority_id AND p.pupil_id = u.id AND ${NOT_TAKEN_BACK}), '[]')`;
export const INTERIM_JSON = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', i.kind, 'provider', i.provider_name, 'hoursPerWeek', i.hours_per_week, 'firstOn', i.first_on,
                     'lastOn', coalesce(i.ended_on, i.last_on)) ORDER BY i.first_on)
              FROM interim_education i WHERE i.authority_id = u.authority_id AND i.pupil_id = u.id), '[]')`;

export const placementSeen = z.object({
  reference: z.string(), site: z.string(), firstOn: jsonDate, lastOn: jsonDate, shareTenths: z.number(), state: z.enum(STATES),
  replyBy: jsonDate.nullable(), whereNext: z.string(),
});
export const interimSeen = z.object({
  kind: z.enum(['tuition', 'online']), provider: z.string(), hoursPerWeek: z.number(), firstOn: jsonDate, lastOn: jsonDate,
});

const pupilRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, year_group: z.number(),
  route: z.enum(ROUTES).nullable(), waiting_since: dateColumn.nullable(), placements: z.array(placementSeen), interim: z.array(interimSeen),
});

/** Pupils on the school's roll today (R35) with a place now or to come, or waiting for one; by name. */
export async function ownPupilsOut(tx: ReadTx, schoolId: string): Promise<OwnPupil[]> {
  const found = await tx.rows(pupilRow, sql`
    SELECT u.id, u.reference, u.first_name, u.last_name, u.year_group,
           (SELECT r.route FROM referral r LEFT JOIN permanent_exclusion x ON x.authority_id = r.authority_id AND x.id = r.exclusion_id
             WHERE r.authority_id = u.authority_id AND r.pupil_id = u.id AND x.withdrawn_at IS NULL ORDER BY r.received_on DESC, r.reference DESC LIMIT 1) AS route,
           (SELECT min(r.received_on) FROM referral r WHERE r.authority_id = u.authority_id AND r.pupil_id = u.id AND r.state IN ('waiting', 'talking')) AS waiting_since,
           ${PLACEMENTS_JSON} AS placements, ${INTERIM_JSON} AS interim
      FROM pupil u
     WHERE EXISTS (SELECT 1 FROM roll_entry e WHERE e.authority_id = u.authority_id AND e.pupil_id = u.id AND e.establishment_id = ${schoolId}::uuid
                      AND e.first_on <= ${tx.today}::date AND (e.last_on IS NULL OR e.last_on >= ${tx.today}::date))
       AND (EXISTS (SELECT 1 FROM placement p WHERE p.authority_id = u.authority_id AND p.pupil_id = u.id AND p.holds_place AND p.state <> 'left' AND p.last_on >= ${tx.today}::date)
            OR EXISTS (SELECT 1 FROM referral r WHERE r.authority_id = u.authority_id AND r.pupil_id = u.id AND r.state IN ('waiting', 'talking')))
     ORDER BY u.last_name, u.first_name, u.reference`);
  return found.map((row) => ({
    id: row.id, reference: row.reference, name: `${row.first_name} ${row.last_name}`, yearGroup: row.year_group,
    route: row.route === null ? 'Not recorded' : ROUTE_WORDS[row.route],
    ...whereAndNext(tx.today, row.placements, row.interim, row.waiting_since),
  }));
}

const rollRow = z.object({ pupil_id: uuidColumn, name: textColumn });

/** Names of the pupils on a school's roll on a day, by pupil id. */
export async function namesOnRoll(tx: ReadTx, schoolIds: readonly string[], on: CalendarDate): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of schoolIds) {
    const found = await tx.rows(rollRow, sql`
      SELECT e.pupil_id, u.first_name || ' ' || u.last_name AS name
        FROM roll_entry e JOIN pupil u ON u.authority_id = e.authority_id AND u.id = e.pupil_id
       WHERE e.establishment_id = ${id}::uuid AND e.first_on <= ${on}::date AND (e.last_on IS NULL OR e.last_on >= ${on}::date)`);
    for (const row of found) names.set(row.pupil_id, row.name);
  }
  return names;
}

/** Names of pupils by id, for officers, who may know every pupil of their authority. */
export async function namesOf(tx: ReadTx, pupilIds: readonly string[]): Promise<Map<string, string>> {
  const found = await tx.rows(rollRow, sql`SELECT id AS pupil_id, first_name || ' ' || last_name AS name FROM pupil WHERE id = ANY(${pupilIds}::uuid[])`);
  return new Map(found.map((row) => [row.pupil_id, row.name]));
}
