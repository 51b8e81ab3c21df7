import { z } from 'zod';
import { grouped } from '@/lib/core/grouped';
import type { Pence } from '@/lib/core/pence';
import { conflict, notFoundRefusal } from '@/lib/core/refusal';
import { loadSettings } from '@/lib/organisations/settings';
import { uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { payerAccount } from '../accounts';
import { type DrawnUp, drawUp, replyByFromToday } from '../draw-up';
import { draftRunInput } from '../input';
import { mayRunCharges } from '../policy';
import { linesText, totalOf } from '../rules/line-groups';
import type { PayerKey } from '../rules/month-charge';
import { firstDayOf, lastDayOf, type Month, monthInWords, nextMonth } from '../rules/months';
import { loadLines, loadPeriods, loadRuns, loadStatements, lockPeriods, type RunRow, termsAsJson } from '../store';
import type { DraftLine } from '../types';

const made = z.object({ id: uuidColumn });

/**
 * Draws up a month's charge and sends the draft statements. Done again it writes nothing while the record says the
 * same; else it adds the lines of a further drawing-up, and partnerships whose lines changed have their days afresh.
 */
export const draftRun: Command<typeof draftRunInput, { month: Month; changed: boolean }> = {
  name: 'charge_run.draft',
  input: draftRunInput,
  handle: async (tx, { month }) => {
    if (!mayRunCharges(tx.actor)) throw notFoundRefusal();
    await lockPeriods(tx);
    const run = await openRun(tx, month, tx.actor.personId);
    const drawn = await drawUp(tx, month);
    const changed = run.lines_hash !== drawn.hash;
    if (changed) await write(tx, run, drawn, tx.actor.personId);
    return {
      outcome: { month, changed },
      audit: { subjectKind: 'charge_run', subjectId: run.id, before: { hash: run.lines_hash }, after: { month, hash: drawn.hash, lines: drawn.lines.length, pence: totalOf(drawn.lines) } },
    };
  },
};

/** The month's run, made on the first drawing-up; or the refusal that says which month comes first. */
async function openRun(tx: WriteTx, month: Month, personId: string): Promise<RunRow> {
  if (lastDayOf(month) >= tx.today) throw conflict(`${monthInWords(month)} is not over. Its charge can be drawn up from the first day of the next month`);
  const runs = await loadRuns(tx);
  const own = runs.find((run) => run.month === month);
  if (own?.state === 'posted') throw conflict(`The charge of ${monthInWords(month)} is posted. What changed since then comes as a correction with the next month`);
  if (own) return own;
  const last = runs.at(-1);
  if (last && nextMonth(last.month) !== month) throw conflict(`The next month to draw up is ${monthInWords(nextMonth(last.month))}: months follow one another without a gap`);
  if (last?.state === 'draft') throw conflict(`Post the charge of ${monthInWords(last.month)} first`);
  await tx.execute(sql`
    INSERT INTO ledger_period (authority_id, month, first_on, last_on)
    VALUES (${tx.authorityId}, ${month}, ${firstDayOf(month)}::date, ${lastDayOf(month)}::date) ON CONFLICT (authority_id, month) DO NOTHING`);
  const period = (await loadPeriods(tx)).find((one) => one.month === month);
  if (!period || period.closed_at !== null) throw conflict(`${monthInWords(month)} is closed`);
  await tx.execute(sql`
    INSERT INTO charge_run (authority_id, period_id, drafted_at, drafted_by, draft_until)
    VALUES (${tx.authorityId}, ${period.id}::uuid, ${tx.now}, ${personId}::uuid, ${tx.today}::date)`);
  const begun = (await loadRuns(tx)).find((run) => run.month === month);
  if (!begun) throw new Error('The charge run was not made');
  return begun;
}

async function write(tx: WriteTx, run: RunRow, drawn: DrawnUp, personId: string): Promise<void> {
  const [before, statements] = [await loadLines(tx, [run.id]), (await loadStatements(tx)).filter((one) => one.run_id === run.id)];
  const draft = run.draft + 1;
  await insertLines(tx, run.id, draft, drawn.lines);
  const replyBy = await replyByFromToday(tx);
  const [was, is] = [grouped(before, (line) => line.partnershipId), grouped(drawn.lines, (line) => line.partnershipId)];
  const until = statements.map((one) => one.reply_by);
  for (const { agreement, terms } of drawn.statements) {
    const { partnershipId } = agreement.terms;
    const known = statements.find((one) => one.partnership_id === partnershipId);
    const same = known !== undefined && linesText(was.get(partnershipId) ?? []) === linesText(is.get(partnershipId) ?? []);
    await (known
      ? tx.execute(sql`
          UPDATE charge_statement SET agreement_id = ${terms.id}::uuid, agreement_version = ${terms.version}, terms = ${termsAsJson(terms)}::jsonb,
                 sent_on = ${same ? known.sent_on : tx.today}::date, reply_by = ${same ? known.reply_by : replyBy}::date WHERE id = ${known.id}::uuid`)
      : tx.row(made, sql`
          INSERT INTO charge_statement (authority_id, run_id, partnership_id, agreement_id, agreement_version, terms, number, sent_on, reply_by)
          VALUES (${tx.authorityId}, ${run.id}::uuid, ${partnershipId}::uuid, ${terms.id}::uuid, ${terms.version}, ${termsAsJson(terms)}::jsonb,
                  ${`CS-${run.month}-${agreement.partnershipSlug}`}, ${tx.today}::date, ${replyBy}::date) RETURNING id`));
    if (!same) until.push(replyBy);
  }
  await tx.execute(sql`
    UPDATE charge_run SET draft = ${draft}, lines_hash = ${drawn.hash}, drafted_at = ${tx.now}, drafted_by = ${personId}::uuid,
           draft_until = ${[...until, tx.today].sort().at(-1)}::date, needs_second = ${await needsSecond(tx, is)}, version = version + 1
     WHERE id = ${run.id}::uuid`);
}

/** Sums to pay and sums to give back both count: neither hides the other. */
async function needsSecond(tx: WriteTx, byPartnership: ReadonlyMap<string, readonly DraftLine[]>): Promise<boolean> {
  const { two_people_post_from: pounds } = await loadSettings(tx);
  const moved = [...byPartnership.values()].map(totalOf).reduce((sum: bigint, total: Pence) => sum + (total < 0n ? -total : total), 0n);
  return moved >= BigInt(pounds) * 100n;
}

async function insertLines(tx: WriteTx, runId: string, draft: number, lines: readonly DraftLine[]): Promise<void> {
  const accounts = new Map<PayerKey, string>();
  for (const payer of new Set(lines.flatMap((line) => line.payer ?? []))) accounts.set(payer, await payerAccount(tx, payer));
  const rows = lines.map((line) => ({
    partnership_id: line.partnershipId, agreement_id: line.agreementId, agreement_version: line.agreementVersion,
    payer_account_id: line.payer === null ? null : accounts.get(line.payer), placement_id: line.placementId, establishment_id: line.schoolId, kind: line.kind,
    concerns_month: line.month, day: line.on, tenths: line.tenths, pence: line.amount.toString(), reason: line.reason,
  }));
  await tx.execute(sql`
    INSERT INTO charge_line (authority_id, run_id, draft, partnership_id, agreement_id, agreement_version, payer_account_id, placement_id, establishment_id, kind,
                             concerns_month, day, tenths, pence, reason)
    SELECT ${tx.authorityId}, ${runId}::uuid, ${draft}::int, l.partnership_id, l.agreement_id, l.agreement_version, l.payer_account_id, l.placement_id, l.establishment_id,
           l.kind, l.concerns_month, l.day, l.tenths, l.pence, l.reason
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS l(partnership_id uuid, agreement_id uuid, agreement_version integer, payer_account_id uuid, placement_id uuid,
           establishment_id uuid, kind text, concerns_month text, day date, tenths integer, pence bigint, reason text)`);
}
