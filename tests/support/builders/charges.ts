import { done, run } from './callers';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { calendarDate } from '@/lib/core/calendar-date';
import { answerQuery } from '@/lib/charges/commands/answer-query';
import { closePeriod } from '@/lib/charges/commands/close-period';
import { draftRun } from '@/lib/charges/commands/draft-run';
import { postRun } from '@/lib/charges/commands/post-run';
import { queryLines } from '@/lib/charges/commands/query-lines';
import { chargeMonth } from '@/lib/charges/queries/charge-month';
import type { Month } from '@/lib/charges/rules/months';
import type { ChargeMonthView, GroupView, QueryView, StatementView } from '@/lib/charges/types';
import { buildCouncil, type TwoCouncils } from './council';
import { buildFinance, callerOn } from './finance';
import { asOwner } from './insert-rows';
import { buildSite } from './places';
import { buildPlacements, buildWaiting } from './pupils';

/** A council whose South partnership has 6 places that count and ten pupils: four over since 6 October 2025, and one of a school that is not bound. */
export interface ChargedCouncil extends TwoCouncils {
  readonly siteId: string;
  readonly one: (day: string) => Caller;
  readonly two: (day: string) => Caller;
  readonly lead: (day: string) => Caller;
  /** The four that are over, by their references. */
  readonly over: readonly { readonly id: string; readonly reference: string }[];
  readonly unbound: string;
}

export async function buildCharged(): Promise<ChargedCouncil> {
  const council = await buildCouncil({ quota: 8, unbound: 'wales' });
  const [first, second] = await buildFinance(council);
  const siteId = await buildSite(council, 'Rowan', 30);
  const started = (school: keyof typeof council.schools, on: string, reference: string) => ({
    reference, attributed_establishment_id: council.schools[school], state: 'started' as const, planned_first_on: calendarDate(on), started_on: calendarDate(on),
  });
  const add = async (school: keyof typeof council.schools, on: string, reference: string) => {
    const [id = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1), started(school, on, reference));
    return { id, reference };
  };
  for (const number of [1, 2, 3, 4, 5, 6]) await add('aston', '2025-09-03', `PL-${number}`);
  const unbound = (await add('wales', '2025-09-03', 'PL-7')).id;
  const over = [];
  for (const [school, reference] of [['brinsworth', 'PL-11'], ['brinsworth', 'PL-12'], ['dinnington', 'PL-13'], ['dinnington', 'PL-14']] as const) over.push(await add(school, '2025-10-06', reference));
  return {
    ...council, siteId, unbound, over, one: (day) => callerOn(council, first, day), two: (day) => callerOn(council, second, day),
    lead: (day) => callerOn(council, council.staff.partnership_lead, day),
  };
}

export const OCTOBER = '2025-10' as Month;
export const NOVEMBER = '2025-11' as Month;

export async function monthOf(caller: Caller, month: Month): Promise<ChargeMonthView> {
  const view = await readUnit(caller, (tx) => chargeMonth(tx, month));
  if (!view) throw new Error('The month is not to be seen');
  return view;
}

export function onlyStatement(view: ChargeMonthView): StatementView {
  const [statement] = view.statements;
  if (!statement || view.statements.length !== 1) throw new Error(`${view.statements.length} statements`);
  return statement;
}

export function groupOf(view: ChargeMonthView, reference: string): GroupView {
  const found = onlyStatement(view).groups.find((group) => group.reference === reference);
  if (!found) throw new Error(`No lines of ${reference}`);
  return found;
}

export const draft = (caller: Caller, month: Month) => run(draftRun, caller, { month });

export async function post(caller: Caller, month: Month) {
  const { run: of } = await monthOf(caller, month);
  return run(postRun, caller, { runId: of?.id, version: String(of?.version) });
}

export async function close(caller: Caller, month: Month) {
  return run(closePeriod, caller, { periodId: (await monthOf(caller, month)).periodId });
}

export async function ask(council: ChargedCouncil, day: string, month: Month, reference: string): Promise<void> {
  const view = await monthOf(council.one(day), month);
  await done(run(queryLines, council.lead(day), { statementId: onlyStatement(view).id, placementId: groupOf(view, reference).placementId, words: `The last day of ${reference} is wrong` }));
}

export async function answer(caller: Caller, month: Month, reference: string, kind: 'upheld' | 'refused') {
  const query = groupOf(await monthOf(caller, month), reference).queries.at(-1) as QueryView;
  return run(answerQuery, caller, { queryId: query.id, version: String(query.version), answer: kind, answerWords: `${reference} is ${kind}` });
}

/** What the ledger says the partnership's charges come to, in pence, and that nothing is out of balance. */
export async function incomeOf(council: TwoCouncils): Promise<bigint> {
  const [row] = await asOwner(council.database.owner, council.id, (query) => query(`
    SELECT coalesce(-sum(e.pence) FILTER (WHERE a.kind = 'over_quota_income'), 0)::text AS income, coalesce(sum(e.pence), 0)::text AS balance
      FROM ledger_entry e JOIN ledger_account a ON a.authority_id = e.authority_id AND a.id = e.account_id WHERE e.authority_id = $1`, [council.id]));
  if (row?.balance !== '0') throw new Error(`Out of balance by ${String(row?.balance)}`);
  return BigInt(String(row.income));
}

/** A fact that comes late: the pupil left on an earlier day than was known. */
export async function leftOn(council: TwoCouncils, placementId: string, day: string): Promise<void> {
  await asOwner(council.database.owner, council.id, (query) => query("UPDATE placement SET state = 'left', left_on = $2, version = version + 1 WHERE id = $1", [placementId, day]));
}

