import { z } from 'zod';
import { dateInWords } from '@/lib/core/date-words';
import { stale } from '@/lib/core/refusal';
import { endInterimOf } from '@/lib/exclusions/referral-lock';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { newFormKey } from '@/lib/server/random';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { reviewWarnings } from './chair-warning';
import { applyChange, lockForPlacement, nextState } from './change';
import { endingOf, placesSeen, REVERSED_STATES } from './rules/reversal';
import { placementById, type PlacementRow } from './store';

const referralOf = z.object({ id: uuidColumn });
const siteRow = z.object({ id: uuidColumn, name: textColumn, provider_id: uuidColumn, establishment_id: uuidColumn.nullable() });

export interface Reversal {
  /** What ends everything, as the act of the placements' events is called. */
  readonly act: 'reinstate' | 'rescind';
  readonly kind: 'reinstated' | 'cancelled';
  /** For the records that close: "Reinstated by the governing board". */
  readonly words: string;
  readonly reason: string;
  /** The places that end, as the person who confirms it saw them. */
  readonly seen: string;
}

/** What one act reversed, for the audit. */
export interface Reversed {
  readonly cancelled: readonly string[];
  readonly ended: readonly string[];
}

/**
 * Undoes what an exclusion set going, by further entries in one act: a place not yet taken up is cancelled, one that the
 * pupil is at ends today, interim education ends, the request closes and its open tasks are done (R30). The site is told.
 * The caller holds the exclusion's lock and writes its state.
 */
export async function reverseExclusion(tx: WriteTx, exclusion: ExclusionRecord, reversal: Reversal): Promise<Reversed> {
  const rows = await lockedHeld(tx, exclusion);
  refuseUnlessPlacesSeen(rows, reversal.seen);
  const referrals = await tx.rows(referralOf, sql`SELECT id FROM referral WHERE exclusion_id = ${exclusion.id}::uuid ORDER BY id FOR UPDATE`);
  const sites = await tx.rows(siteRow, sql`
    SELECT s.id, s.name, s.provider_id, p.establishment_id FROM site s JOIN provider p ON p.authority_id = s.authority_id AND p.id = s.provider_id`);
  const actId = newFormKey();
  const event = { act: reversal.act, actId, reason: reversal.reason };
  const ended: string[] = [];
  const cancelled: string[] = [];
  for (const row of rows) {
    const site = sites.find((one) => one.id === row.site_id);
    if (endingOf(row.state) === 'ends') {
      await applyChange(tx, row, { state: nextState(row, 'leave'), left_on: tx.today, where_next: reversal.words }, event);
      await endSubsidiaryRoll(tx, exclusion.pupil_id, site?.establishment_id ?? null);
      ended.push(row.id);
    } else {
      await applyChange(tx, row, { state: nextState(row, 'cancel') }, event);
      cancelled.push(row.id);
    }
    if (site) await tellSite(tx, row, site, reversal);
  }
  for (const referral of referrals) {
    await endInterimOf(tx, referral.id, tx.today);
    await tx.execute(sql`
      UPDATE referral SET state = 'closed', closed_reason = ${reversal.words}, closed_on = ${tx.today}::date, version = version + 1
       WHERE id = ${referral.id}::uuid AND state <> 'closed'`);
  }
  await finishTasks(tx, exclusion, reversal.words);
  await reviewWarnings(tx, rows.map((row) => row.attributed_establishment_id), 'freed_only');
  return { cancelled, ended };
}

/** The placements of the exclusion's requests that a reversal ends, in order of reference. */
export async function heldUnder(tx: ReadTx, exclusion: Pick<ExclusionRecord, 'id'>): Promise<PlacementRow[]> {
  const ids = await tx.rows(referralOf, sql`
    SELECT p.id FROM placement p JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id
     WHERE r.exclusion_id = ${exclusion.id}::uuid AND p.state = ANY(${[...REVERSED_STATES]}::text[]) ORDER BY p.reference`);
  const rows = await Promise.all(ids.map((one) => placementById(tx, one.id)));
  return rows.filter((row): row is PlacementRow => row !== null);
}

/** The same, locked in the one fixed order: pupil, then sites. */
async function lockedHeld(tx: WriteTx, exclusion: ExclusionRecord): Promise<PlacementRow[]> {
  await lockForPlacement(tx, exclusion.pupil_id, (await heldUnder(tx, exclusion)).map((one) => one.site_id));
  return heldUnder(tx, exclusion);
}

function refuseUnlessPlacesSeen(rows: readonly PlacementRow[], seen: string): void {
  if (placesSeen(rows) === seen) return;
  throw stale('The places that end changed while you had the page open. Nothing was recorded. Open the page again to see them, then confirm',
    rows.map((row) => `Now: ${row.reference} ${endingOf(row.state) === 'ends' ? 'ends today' : 'is cancelled'}`));
}

async function endSubsidiaryRoll(tx: WriteTx, pupilId: string, establishmentId: string | null): Promise<void> {
  if (establishmentId === null) return;
  await tx.execute(sql`
    UPDATE roll_entry SET last_on = greatest(first_on, ${tx.today}::date)
     WHERE pupil_id = ${pupilId}::uuid AND establishment_id = ${establishmentId}::uuid AND status = 'subsidiary' AND last_on IS NULL`);
}

async function tellSite(tx: WriteTx, row: PlacementRow, site: z.output<typeof siteRow>, { kind, words }: Reversal): Promise<void> {
  const what = row.state === 'started' ? `ends on ${dateInWords(tx.today)}` : 'is not needed';
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, provider_id, pupil_id, placement_id, due_on, created_at)
    VALUES (${tx.authorityId}, 'reinstated', ${`Place ${row.reference} at ${site.name} ${what}: ${kind === 'cancelled' ? 'the exclusion was cancelled' : words.toLowerCase()}`},
            'pru_head', ${site.provider_id}::uuid, ${row.pupil_id}::uuid, ${row.id}::uuid, ${tx.today}::date, ${tx.now})`);
}

/** Also those of placements that were ended or cancelled before. */
async function finishTasks(tx: WriteTx, exclusion: ExclusionRecord, words: string): Promise<void> {
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = ${words}, version = version + 1
     WHERE done_at IS NULL AND kind <> 'reinstated'
       AND (exclusion_id = ${exclusion.id}::uuid OR placement_id IN (
              SELECT p.id FROM placement p JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id WHERE r.exclusion_id = ${exclusion.id}::uuid))`);
}
