import { z } from 'zod';
import { type KeptAgreement, loadAgreements } from '@/lib/agreements/store';
import { addDays, maxDate, minDate } from '@/lib/core/calendar-date';
import { loadSettings } from '@/lib/organisations/settings';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import { DAYS_BACK, type QuotaEffect } from './quota-effect';
import { quotaPosition } from './rules/over-quota';
import { isNearQuota, type QuotaAhead, quotaAhead } from './rules/quota-ahead';
import { quotaAheadInWords } from './rules/quota-ahead-words';
import { loadPlacements } from './store';

const taskRow = z.object({ id: uuidColumn, partnership_id: uuidColumn, academic_year: textColumn });

/**
 * Tells the lead of a partnership that an act takes its use over the quota, or to within `warn_chair_places_free` of
 * it: one open task for a partnership and its agreement's year, however many placements follow. Where the act only
 * frees, a warning that no longer holds is closed. To be called last, so that the task is the last row locked.
 *
 * @param warnAtPlaces the setting, where the act has read it already
 */
export async function warnChairs(tx: WriteTx, effects: readonly QuotaEffect[], warnAtPlaces?: number): Promise<void> {
  const freed = effects.filter(({ preview }) => !preview.raises && preview.changes !== null);
  if (freed.length > 0) await reviewWarnings(tx, freed.flatMap(({ agreement }) => agreement.terms.schools.map((school) => school.schoolId)), 'freed_only');
  const raised = effects.filter(({ preview }) => preview.raises);
  if (raised.length === 0) return;
  const warnAt = warnAtPlaces ?? (await loadSettings(tx)).warn_chair_places_free;
  for (const { agreement, preview: { peak, ahead } } of raised) {
    if (peak && ahead && isNearQuota({ freeTenths: peak.quotaTenths - peak.useTenths }, warnAt)) await openWarning(tx, agreement, ahead);
  }
}

/**
 * After acts whose quota effect nobody computed, or that free places: closes the warnings that no longer hold for the
 * partnerships of these schools and, where the act took a place, opens those that now do. An act that only frees
 * reads one row where no warning is open.
 */
export async function reviewWarnings(tx: WriteTx, schoolIds: readonly (string | null)[], took: 'took_a_place' | 'freed_only'): Promise<void> {
  const schools = [...new Set(schoolIds.filter((id): id is string => id !== null))];
  const open = schools.length === 0 ? [] : await openWarningsOf(tx, schools);
  if (schools.length === 0 || (open.length === 0 && took === 'freed_only')) return;
  const warnAt = (await loadSettings(tx)).warn_chair_places_free;
  const standings = await standingsOf(tx, schools);
  for (const task of open) {
    const now = standings.find(({ agreement: { terms } }) => terms.partnershipId === task.partnership_id && terms.academicYear === task.academic_year);
    if (!now?.ahead || !isNearQuota(now.ahead, warnAt)) await closeWarning(tx, task.id);
  }
  if (took === 'freed_only') return;
  for (const { agreement, ahead } of standings) if (ahead && isNearQuota(ahead, warnAt)) await openWarning(tx, agreement, ahead);
}

async function openWarning(tx: WriteTx, { terms, partnershipName }: KeptAgreement, ahead: QuotaAhead): Promise<void> {
  // Locked, so that nobody closes it on figures read before this act.
  const standing = await tx.row(z.object({ id: uuidColumn }), sql`
    SELECT id FROM task WHERE kind = 'over_quota_warning' AND done_at IS NULL AND partnership_id = ${terms.partnershipId}::uuid AND academic_year = ${terms.academicYear}
       FOR UPDATE`);
  if (standing) return;
  await tx.execute(sql`
    INSERT INTO task (authority_id, kind, title, for_role, partnership_id, academic_year, due_on, created_at)
    VALUES (${tx.authorityId}, 'over_quota_warning', ${quotaAheadInWords(partnershipName, ahead)}, 'partnership_lead', ${terms.partnershipId}::uuid, ${terms.academicYear},
            ${ahead.firstOn}::date, ${tx.now})
    ON CONFLICT DO NOTHING`);
}

async function closeWarning(tx: WriteTx, taskId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE task SET done_at = ${tx.now}, done_by = ${tx.actor?.personId ?? null}::uuid, done_note = 'Use is below the quota again', version = version + 1
     WHERE id = ${taskId}::uuid`);
}

/** Open warnings of the partnerships that the schools belong or belonged to, locked in one order. */
async function openWarningsOf(tx: WriteTx, schools: readonly string[]): Promise<z.output<typeof taskRow>[]> {
  return tx.rows(taskRow, sql`
    SELECT t.id, t.partnership_id, t.academic_year FROM task t
     WHERE t.kind = 'over_quota_warning' AND t.done_at IS NULL
       AND EXISTS (SELECT 1 FROM partnership_member m
                    WHERE m.authority_id = t.authority_id AND m.partnership_id = t.partnership_id AND m.establishment_id = ANY(${[...schools]}::uuid[]))
     ORDER BY t.partnership_id, t.academic_year FOR UPDATE OF t`);
}

/** Where the agreements of these schools, this year's and those already made for later, stand from today on. */
async function standingsOf(tx: ReadTx, schools: readonly string[]): Promise<{ readonly agreement: KeptAgreement; readonly ahead: QuotaAhead | null }[]> {
  const agreements = (await loadAgreements(tx, tx.today, addDays(tx.today, DAYS_BACK)))
    .filter(({ terms }) => terms.schools.some((school) => schools.includes(school.schoolId)));
  if (agreements.length === 0) return [];
  const firstOn = addDays(agreements.map((one) => one.terms.firstOn).reduce(minDate), -DAYS_BACK);
  const placements = await loadPlacements(tx, firstOn, agreements.map((one) => one.terms.lastOn).reduce(maxDate));
  return agreements.map((agreement) => ({ agreement, ahead: quotaAhead(agreement.terms, quotaPosition(agreement.terms, placements), tx.today) }));
}
