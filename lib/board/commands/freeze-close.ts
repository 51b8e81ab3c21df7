import type { z } from 'zod';
import { type Month, monthInWords } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { leakRefusal } from '@/lib/publishing/leak-refusal';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { loadReportVersions, loadReleases, lockReports, publishedSoFar } from '@/lib/publishing/report-store';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { loadCloseFacts } from '../close-facts';
import { loadCloses } from '../close-store';
import type { CloseContent, ClosedFigure, CloseFacts } from '../types';
import { freezeCloseInput } from '../input';
import { mayServeBoard } from '../policy';
import { CALCULATION_KEYS, type CalculationKey } from '../rules/catalogue';
import { closeContent } from '../rules/close-content';
import { controlledClose } from '../rules/close-control';
import { closeDraft } from '../rules/close-draft';

/**
 * Freezes the Board's figures as at a month's close, after the control of published reports: together with every report and
 * every month frozen before they tell of no single pupil. The database lets no path change them afterwards.
 */
export const freezeClose: Command<typeof freezeCloseInput, { month: Month }> = {
  name: 'board_close.freeze',
  input: freezeCloseInput,
  handle: async (tx, { month }: z.output<typeof freezeCloseInput>) => {
    if (!mayServeBoard(tx.actor)) throw notFoundRefusal();
    const personId = tx.actor.personId;
    await lockReports(tx);
    const period = (await loadPeriods(tx)).find((one) => one.month === month);
    if (!period?.closed_at) throw conflict(`${monthInWords(month)} is not closed. The Board reads figures of closed months`);
    const closes = await loadCloses(tx);
    const last = closes.at(-1)?.month;
    if (last === month) throw conflict(`The figures of ${monthInWords(month)} are frozen already`);
    if (last !== undefined && last > month) throw conflict(`The figures of ${monthInWords(last)} are frozen already, so those of an earlier month are not any more`);
    const facts = await loadCloseFacts(tx, month, period.closed_at, closes.map((one) => one.month));
    await store(tx, facts, sameDays(facts, closes), personId);
    return { outcome: { month }, audit: { subjectKind: 'ledger_period', subjectId: period.id, after: { month } } };
  },
};

/** Figures of days that an earlier month's are of already: they stay, whatever was recorded since. */
function sameDays({ calculations }: CloseFacts, closes: readonly CloseContent[]): ReadonlyMap<CalculationKey, ClosedFigure> {
  const last = closes.at(-1);
  return new Map(CALCULATION_KEYS.flatMap((key) => {
    const [own, before] = [calculations.find((one) => one.key === key), last?.figures[key]];
    return own && before && own.days !== null && own.days === before.days ? [[key, before] as const] : [];
  }));
}

async function store(tx: WriteTx, facts: CloseFacts, before: ReadonlyMap<CalculationKey, ClosedFigure>, personId: string): Promise<void> {
  const { reports, values } = publishedSoFar(await loadReportVersions(tx), await loadReleases(tx));
  const draft = closeDraft({ ...facts, calculations: facts.calculations.filter((one) => !before.has(one.key)) }, values);
  const result = controlledClose(draft, reports, values, await loadLinearSolver());
  if (result.kind === 'refused') throw leakRefusal(result.leaks);
  const content = closeContent(facts, new Map(result.ids.map((id, index) => [id, result.published.tables[index]?.rows ?? []])), before);
  await tx.execute(sql`
    INSERT INTO board_close (authority_id, month, content, figures, control, frozen_by, frozen_at)
    VALUES (${tx.authorityId}, ${facts.month}, ${JSON.stringify(content)}::jsonb, ${JSON.stringify({ report: result.draft })}::jsonb, ${JSON.stringify(result.published)}::jsonb,
            ${personId}::uuid, ${tx.now})`);
}
