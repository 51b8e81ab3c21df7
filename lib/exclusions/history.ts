import { z } from 'zod';
import { dateColumn, instantColumn, numericColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

/** Acts on an exclusion that stand in its history; corrections have a table of their own. */
export const EXCLUSION_EVENTS = ['recorded', 'challenge', 'upheld', 'reinstated', 'cancelled', 'home_authority_told'] as const;

const eventRow = z.object({
  id: uuidColumn, kind: z.enum(EXCLUSION_EVENTS), happened_on: dateColumn,
  with_whom: textColumn, challenge: textColumn, alternatives: textColumn, outcome: textColumn, recorded_at: instantColumn, by: textColumn.nullable(),
});

/** An entry of an exclusion's history. */
export type ExclusionEvent = z.output<typeof eventRow>;

/** What happened to an exclusion, latest first. */
export async function exclusionEvents(tx: ReadTx, exclusionId: string): Promise<ExclusionEvent[]> {
  return tx.rows(eventRow, sql`
    SELECT v.id, v.kind, v.happened_on, v.with_whom, v.challenge, v.alternatives, v.outcome, v.recorded_at, p.name AS by
      FROM exclusion_event v LEFT JOIN person p ON p.authority_id = v.authority_id AND p.id = v.recorded_by
     WHERE v.exclusion_id = ${exclusionId}::uuid ORDER BY v.recorded_at DESC, v.id`);
}

const interimRow = z.object({
  id: uuidColumn, kind: z.enum(['tuition', 'online']), provider_name: textColumn, hours_per_week: numericColumn, first_on: dateColumn, last_on: dateColumn,
  ended_on: dateColumn.nullable(), reason: textColumn, recorded_at: instantColumn, version: z.number(),
});

/** Education while no full-time place has started. */
export type InterimRecord = z.output<typeof interimRow>;

/** The interim education of a request, latest first. */
export async function interimOf(tx: ReadTx, referralId: string): Promise<InterimRecord[]> {
  return tx.rows(interimRow, sql`
    SELECT id, kind, provider_name, hours_per_week, first_on, last_on, ended_on, reason, recorded_at, version
      FROM interim_education WHERE referral_id = ${referralId}::uuid ORDER BY first_on DESC, recorded_at DESC`);
}
