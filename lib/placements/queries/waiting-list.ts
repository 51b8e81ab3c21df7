import { z } from 'zod';
import { loadCalendars } from '@/lib/calendars/store';
import { mayKeepList } from '@/lib/exclusions/policy';
import { openReferrals } from '@/lib/exclusions/referral-store';
import { FLAG_CHOICES } from '@/lib/exclusions/rules/pupil-flags';
import { ROUTE_CHOICES } from '@/lib/exclusions/rules/route-words';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import { exclusionsWaiting } from '@/lib/exclusions/store';
import { countColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { STEP_CHOICES } from '../rules/next-step';
import { countByDue, inWaitingOrder, matchesFilter, type WaitingCounts, type WaitingFilter } from '../rules/waiting-order';
import type { WaitingRow } from '../types';
import { placementsOfReferrals, waitingFacts } from './waiting-facts';
import { quotasToday } from './waiting-quota';
import { waitingRow } from './waiting-row';

interface Choice { readonly value: string; readonly text: string }

export interface WaitingList {
  readonly rows: readonly WaitingRow[];
  /** All pupils waiting, before the filter. */
  readonly total: number;
  readonly excluded: number;
  readonly counts: WaitingCounts;
  readonly choices: { readonly route: readonly Choice[]; readonly partnership: readonly Choice[]; readonly flag: readonly Choice[]; readonly step: readonly Choice[] };
  readonly filter: WaitingFilter;
  readonly openTasks: number;
}

/** What an address may ask for; anything else is no filter. */
export function readFilter(given: (name: string) => string | null): WaitingFilter {
  const among = <T extends string>(name: string, values: readonly { readonly value: T }[]): T | null => values.find((one) => one.value === given(name))?.value ?? null;
  const due = (['overdue', 'due_today', 'this_week', 'later', 'no_clock'] as const).find((one) => one === given('due')) ?? null;
  return { due, route: among('route', ROUTE_CHOICES), partnership: given('partnership') || null, flag: among('flag', FLAG_CHOICES), step: among('step', STEP_CHOICES) };
}

/** Pupils whose full-time education has not started, ordered by the earlier of the legal due date and the day-1 target (R36a, R36b). */
export async function waitingList(tx: ReadTx, filter: WaitingFilter): Promise<WaitingList | null> {
  if (!mayKeepList(tx.actor)) return null;
  const calendars = await loadCalendars(tx);
  const referrals = await openReferrals(tx);
  const ids = referrals.map((one) => one.id);
  const exclusions = new Map((await exclusionsWaiting(tx)).map((one) => [one.id, one]));
  const facts = await waitingFacts(tx, ids);
  const placements = await placementsOfReferrals(tx, ids);
  const sources = { today: tx.today, ownCode: await ownAuthorityCode(tx), calendars, quotaOf: await quotasToday(tx) };
  const all = referrals.flatMap((referral): WaitingRow[] => {
    const about = facts.get(referral.id);
    if (!about) return [];
    const exclusion = referral.exclusion_id === null ? null : (exclusions.get(referral.exclusion_id) ?? null);
    return [waitingRow(sources, { referral, exclusion, facts: about, placements: placements.filter((one) => one.referral_id === referral.id), metOn: null })];
  });
  const rows = inWaitingOrder(all.filter((row) => matchesFilter(row, filter)));
  return {
    rows, total: all.length, excluded: all.filter((row) => row.route === 'permanent_exclusion').length, counts: countByDue(all), filter,
    choices: choicesOf(all), openTasks: await openTaskCount(tx),
  };
}

/** Only what some pupil waiting has is offered, so that no filter leads to an empty list. */
function choicesOf(rows: readonly WaitingRow[]): WaitingList['choices'] {
  const partnerships = new Map(rows.flatMap((row) => (row.quota ? [[row.quota.slug, row.quota.name] as const] : [])));
  const used = <T extends string>(choices: readonly { readonly value: T; readonly text: string }[], has: (value: T) => boolean): Choice[] => choices.filter((one) => has(one.value));
  return {
    route: used(ROUTE_CHOICES, (value) => rows.some((row) => row.route === value)),
    partnership: [
      ...[...partnerships].map(([value, text]) => ({ value, text })).sort((a, b) => a.text.localeCompare(b.text, 'en')),
      ...(rows.some((row) => row.quota === null) ? [{ value: 'authority', text: 'No partnership' }] : []),
    ],
    flag: used(FLAG_CHOICES, (value) => rows.some((row) => row.flags.some((flag) => flag.code === value))),
    step: used(STEP_CHOICES, (value) => rows.some((row) => row.next.kind === value)),
  };
}

async function openTaskCount(tx: ReadTx): Promise<number> {
  const row = await tx.row(z.object({ open: countColumn }), sql`SELECT count(*) AS open FROM task WHERE for_role = 'placement_officer' AND done_at IS NULL`);
  return row?.open ?? 0;
}
