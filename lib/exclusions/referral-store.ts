import { z } from 'zod';
import { dateColumn, instantColumn, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

export const ROUTES = ['permanent_exclusion', 'preventative', 'fair_access', 'ehc_plan', 'medical', 'short_break', 'authority_placed'] as const;
export const REFERRAL_STATES = ['waiting', 'talking', 'met', 'closed'] as const;

const referralRow = z.object({
  id: uuidColumn, reference: textColumn, pupil_id: uuidColumn, route: z.enum(ROUTES), exclusion_id: uuidColumn.nullable(),
  establishment_id: uuidColumn.nullable(), establishment_name: textColumn.nullable(), received_on: dateColumn, wanted_from: dateColumn.nullable(),
  wanted_to: dateColumn.nullable(),
  wanted_share_tenths: z.number(), asked_for: textColumn, needs: textsColumn, state: z.enum(REFERRAL_STATES), no_place_note: textColumn,
  next_action: textColumn, closed_reason: textColumn, closed_on: dateColumn.nullable(), recorded_at: instantColumn, version: z.number(),
});

/** The request for a place, with the name of the school whose quota it counts to. */
export type ReferralRecord = z.output<typeof referralRow>;

/** Without those of an exclusion whose import was undone: it never happened. */
const SELECT_REFERRAL = sql`
  SELECT r.*, e.name AS establishment_name FROM referral r
    LEFT JOIN establishment e ON e.authority_id = r.authority_id AND e.id = r.establishment_id
   WHERE NOT EXISTS (SELECT 1 FROM permanent_exclusion x WHERE x.authority_id = r.authority_id AND x.id = r.exclusion_id AND x.withdrawn_at IS NOT NULL)`;

export async function referralById(tx: ReadTx, id: string): Promise<ReferralRecord | null> {
  return tx.row(referralRow, sql`${SELECT_REFERRAL} AND r.id = ${id}::uuid`);
}

/** Referrals of pupils whose full-time education has not started. */
export async function openReferrals(tx: ReadTx): Promise<ReferralRecord[]> {
  return tx.rows(referralRow, sql`${SELECT_REFERRAL} AND r.state IN ('waiting', 'talking') ORDER BY r.received_on, r.reference`);
}

export async function referralsOfPupil(tx: ReadTx, pupilId: string): Promise<ReferralRecord[]> {
  return tx.rows(referralRow, sql`${SELECT_REFERRAL} AND r.pupil_id = ${pupilId}::uuid ORDER BY r.received_on DESC, r.reference DESC`);
}
