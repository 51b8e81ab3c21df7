import { randomUUID } from 'node:crypto';
import type { Month } from '@/lib/charges/rules/months';
import { draftReport } from '@/lib/publishing/commands/draft-report';
import { leaveOut } from '@/lib/publishing/commands/leave-out';
import { publishReport } from '@/lib/publishing/commands/publish-report';
import { signReport } from '@/lib/publishing/commands/sign-report';
import { writeReport } from '@/lib/publishing/commands/write-report';
import { forumWork } from '@/lib/publishing/queries/forum-work';
import type { OpenReport } from '@/lib/publishing/types';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import type { ChargedCouncil } from './charges';
import { close, draft as drawUp, post } from './charges';
import { done, run } from './callers';
import { insertRows } from './insert-rows';

export const WORDS = {
  purpose: 'information', meeting: 'Schools Forum, 4 December 2025', item: 'Item 7', author: 'Head of inclusion', voters: 'Nobody: the item is for information',
  recommendations: '=SUM(A1) begins a formula in a spreadsheet\n\nThe Forum notes the spend.', background: '@home and -5 too', headline: 'Spend is as budgeted', risks: '+44 is a dialling code',
  nextSteps: 'The next report is in January', note: '',
} as const;

/** Closes a month whose charge nobody queries: drawn up by one, posted by the other. */
export async function closeMonth(council: ChargedCouncil, month: Month, drawnOn: string, postedOn: string): Promise<void> {
  await done(drawUp(council.one(drawnOn), month));
  await done(post(council.two(postedOn), month));
  await done(close(council.one(postedOn), month));
}

/** A budget with the reasons for what is off it, so that the tables have money in them. */
export async function enterSpend(council: ChargedCouncil): Promise<void> {
  const { owner } = council.database;
  const common = { source: 'Budget of the council', reason: 'Set in February', recorded_by: council.one('2025-11-03').actor?.personId, recorded_at: '2025-04-01T09:00:00Z' };
  await insertRows(owner, council.id, 'budget_entry', [
    { id: randomUUID(), line: 'pru_places', year: '2025-26', pence: 50_000_000, profile: Array.from({ length: 12 }, () => 1), ...common },
    { id: randomUUID(), line: 'over_quota_income', year: '2025-26', pence: -2_000_000, profile: Array.from({ length: 12 }, () => 1), ...common },
  ]);
  await insertRows(owner, council.id, 'monitor_note', (['pru_places', 'over_quota_income'] as const).flatMap((line) => ['2025-10', '2025-11', '2025-12'].map((month) => ({
    id: randomUUID(), month, kind: 'reason', line, noted_on: '2025-11-03', who: 'Head of finance', words: 'The budget was set before the places were bought',
    recorded_by: common.recorded_by, recorded_at: '2025-11-03T09:00:00Z',
  }))));
}

export async function openReport(caller: Caller, month: Month): Promise<OpenReport> {
  const work = await readUnit(caller, (tx) => forumWork(tx, month));
  if (!work?.open) throw new Error(`No report of ${month} is worked on`);
  return work.open;
}

export const begin = (caller: Caller, month: Month) => run(draftReport, caller, { month });

async function named(caller: Caller, month: Month) {
  const { id, version } = await openReport(caller, month);
  return { reportId: id, version: String(version) };
}

export async function write(caller: Caller, month: Month, words: Readonly<Record<string, string>> = WORDS) {
  return run(writeReport, caller, { ...(await named(caller, month)), ...words });
}

export async function leave(caller: Caller, month: Month, leftOut: readonly string[]) {
  return run(leaveOut, caller, { ...(await named(caller, month)), leftOut });
}

/** `confirmed` answers the question about small numbers in the words. */
export async function sign(caller: Caller, month: Month, confirmed = '') {
  return run(signReport, caller, { ...(await named(caller, month)), confirmed });
}

export async function publish(caller: Caller, month: Month) {
  return run(publishReport, caller, await named(caller, month));
}

/** All the way: drafted and written by one, signed off and published by the other. */
export async function publishMonth(council: ChargedCouncil, month: Month, day: string, words: Readonly<Record<string, string>> = WORDS): Promise<void> {
  await done(begin(council.one(day), month));
  await done(write(council.one(day), month, words));
  await done(sign(council.two(day), month));
  await done(publish(council.two(day), month));
}
