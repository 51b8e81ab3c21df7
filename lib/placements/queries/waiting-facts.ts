import { z } from 'zod';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql, sqlJoin } from '@/lib/server/unit-of-work';
import type { StepPlacement } from '../rules/next-step';
import { STATES } from '../store';

const factRow = z.object({
  referral_id: uuidColumn, first_name: textColumn, last_name: textColumn, year_group: z.number(), sen_provision: z.enum(['N', 'K', 'E']),
  looked_after_by: textColumn.nullable(), looked_after_name: textColumn.nullable(), has_social_worker: z.boolean(), language: textColumn, needs_interpreter: z.boolean(),
  school_name: textColumn.nullable(), home_authority_name: textColumn.nullable(), exclusions: z.number(), interim_runs: z.boolean(), has_marker: z.boolean(),
});

/** What the list says of a pupil beside the request and the exclusion. */
export type WaitingFacts = z.output<typeof factRow>;

/** The facts behind tags and names of the referrals given; the school is the excluding one, else the main roll's. */
export async function waitingFacts(tx: ReadTx, referralIds: readonly string[]): Promise<Map<string, WaitingFacts>> {
  if (referralIds.length === 0) return new Map();
  const rows = await tx.rows(factRow, sql`
    SELECT r.id AS referral_id, p.first_name, p.last_name, p.year_group, p.sen_provision, p.looked_after_by, l.name AS looked_after_name,
           p.has_social_worker, p.language, p.needs_interpreter, h.name AS home_authority_name,
           coalesce(e.name, x.elsewhere_school, (SELECT m.name FROM roll_entry o JOIN establishment m ON m.authority_id = o.authority_id AND m.id = o.establishment_id
              WHERE o.authority_id = r.authority_id AND o.pupil_id = r.pupil_id AND o.status = 'main' AND o.first_on <= ${tx.today}::date
                AND (o.last_on IS NULL OR o.last_on >= ${tx.today}::date) ORDER BY o.first_on DESC LIMIT 1)) AS school_name,
           (SELECT count(*)::int FROM permanent_exclusion a WHERE a.authority_id = r.authority_id AND a.pupil_id = r.pupil_id AND a.state <> 'cancelled') AS exclusions,
           EXISTS (SELECT 1 FROM interim_education i WHERE i.authority_id = r.authority_id AND i.referral_id = r.id AND r.state <> 'closed' AND i.first_on <= ${tx.today}::date
              AND coalesce(i.ended_on, i.last_on) >= ${tx.today}::date) AS interim_runs,
           EXISTS (SELECT 1 FROM pupil_marker k WHERE k.authority_id = r.authority_id AND (k.pupil_id = r.pupil_id OR k.other_pupil_id = r.pupil_id)
              AND (k.last_on IS NULL OR k.last_on >= ${tx.today}::date)) AS has_marker
      FROM referral r
      JOIN pupil p ON p.authority_id = r.authority_id AND p.id = r.pupil_id
      LEFT JOIN permanent_exclusion x ON x.authority_id = r.authority_id AND x.id = r.exclusion_id
      LEFT JOIN establishment e ON e.authority_id = x.authority_id AND e.id = x.establishment_id
      LEFT JOIN local_authority l ON l.code = p.looked_after_by
      LEFT JOIN local_authority h ON h.code = coalesce(x.home_authority_code, p.home_authority_code)
     WHERE r.id IN (${sqlJoin(referralIds.map((id) => sql`${id}::uuid`))})`);
  return new Map(rows.map((row) => [row.referral_id, row]));
}

const stepRow = z.object({
  id: uuidColumn, referral_id: uuidColumn, reference: textColumn, site_name: textColumn, state: z.enum(STATES), reply_by: dateColumn.nullable(), first_on: dateColumn, planned_first_on: dateColumn, planned_last_on: dateColumn,
  started_on: dateColumn.nullable(), left_on: dateColumn.nullable(),
  last_on: dateColumn, share_tenths: z.number(), goes_on_here: z.boolean(),
});

/** A placement of a request, as the list and the pupil's page show it. */
export type RequestPlacement = z.output<typeof stepRow>;

/** Every placement of the requests given, latest decision first. */
export async function placementsOfReferrals(tx: ReadTx, referralIds: readonly string[]): Promise<RequestPlacement[]> {
  if (referralIds.length === 0) return [];
  return tx.rows(stepRow, sql`
    SELECT p.id, p.referral_id, p.reference, s.name AS site_name, p.state, p.reply_by, p.first_on, p.last_on, p.planned_first_on, p.planned_last_on, p.started_on, p.left_on, p.share_tenths,
           coalesce(b.site_id = p.site_id, false) AS goes_on_here
      FROM placement p LEFT JOIN placement b ON b.authority_id = p.authority_id AND b.id = p.continues_id
      JOIN site s ON s.authority_id = p.authority_id AND s.id = p.site_id
     WHERE p.referral_id IN (${sqlJoin(referralIds.map((id) => sql`${id}::uuid`))}) ORDER BY p.decided_at DESC, p.reference DESC`);
}

/** A placement as the rule of the next step takes it. */
export function asStep(one: RequestPlacement): StepPlacement {
  return { id: one.id, siteName: one.site_name, state: one.state, replyBy: one.reply_by, firstOn: one.first_on, shareTenths: one.share_tenths, goesOnHere: one.goes_on_here };
}
