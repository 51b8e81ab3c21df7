/** The charge of the months that are over on the demonstration's day, through the product's own commands, each on the day it would be done. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { closePeriod } from '@/lib/charges/commands/close-period';
import { draftRun } from '@/lib/charges/commands/draft-run';
import { postRun } from '@/lib/charges/commands/post-run';
import { firstDayOf, isMonth, type Month, nextMonth } from '@/lib/charges/rules/months';
import { loadRuns } from '@/lib/charges/store';
import { addDays, type CalendarDate, isWeekend, londonInstant } from '@/lib/core/calendar-date';
import type { Actor, Role } from '@/lib/core/roles';
import { type Command, runCommand } from '@/lib/server/command';
import { textColumn, uuidColumn } from '@/lib/server/columns';
import { type Caller, readUnit, sql } from '@/lib/server/unit-of-work';
import { TODAY } from '../demonstration/authorities';

/** From the first month of the agreements to the last that can be closed before the demonstration's day. */
const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01'].filter(isMonth);

/** The people of one council who do it. */
export interface ChargePeople {
  readonly drawsUp: Actor;
  readonly posts: Actor;
  /** A partnership's lead, where the council has one that signs in. */
  readonly lead: Actor | null;
}

const personRow = z.object({ id: uuidColumn, name: textColumn, email: textColumn, role: textColumn, partnership_id: uuidColumn.nullable() });

export async function chargePeople(authorityId: string): Promise<ChargePeople> {
  const rows = await readUnit(callerAs(authorityId, null, TODAY), (tx) => tx.rows(personRow, sql`
    SELECT p.id, p.name, p.email, r.role, r.partnership_id FROM person p JOIN role_assignment r ON r.authority_id = p.authority_id AND r.person_id = p.id
     WHERE r.role IN ('finance_officer', 'partnership_lead') ORDER BY length(p.email), p.email`));
  const actors = rows.map((row): Actor => ({
    personId: row.id, name: row.name, email: row.email, roles: [{ role: row.role as Role, establishmentId: null, partnershipId: row.partnership_id, providerId: null }],
  }));
  const [drawsUp, posts] = actors.filter((actor) => actor.roles[0]?.role === 'finance_officer');
  if (!drawsUp || !posts) throw new Error(`Authority ${authorityId} has no two finance officers`);
  return { drawsUp, posts, lead: actors.find((actor) => actor.roles[0]?.role === 'partnership_lead') ?? null };
}

/** Draws up, posts and closes each month; `whileDraft` and `afterwards` do what else happens with it. */
export async function runMonths(
  authorityId: string, people: ChargePeople,
  also: { readonly whileDraft: (month: Month, drawnOn: CalendarDate) => Promise<void>; readonly afterwards: (month: Month, closedOn: CalendarDate) => Promise<void> },
): Promise<void> {
  for (const month of MONTHS) {
    const drawnOn = workingDay(firstDayOf(nextMonth(month)));
    await act(draftRun, callerAs(authorityId, people.drawsUp, drawnOn), { month });
    await also.whileDraft(month, addDays(drawnOn, 2));
    const run = (await readUnit(callerAs(authorityId, people.drawsUp, drawnOn), loadRuns)).find((one) => one.month === month);
    if (!run) throw new Error(`No run of ${month}`);
    const postedOn = workingDay(addDays(run.draft_until, 1));
    await act(postRun, callerAs(authorityId, people.posts, postedOn), { runId: run.id, version: run.version });
    await act(closePeriod, callerAs(authorityId, people.drawsUp, postedOn), { periodId: run.period_id });
    await also.afterwards(month, postedOn);
  }
}

/** A person at eleven in the morning of a day. */
export function callerAs(authorityId: string, actor: Actor | null, today: CalendarDate): Caller {
  return { authorityId, actor, clock: { now: londonInstant(today, '11:00'), today } };
}

/** @throws Error when the product refuses: the facts then break one of its rules */
export async function act<Input extends z.ZodType, Outcome>(command: Command<Input, Outcome>, caller: Caller, input: unknown): Promise<Outcome> {
  const result = await runCommand(command, caller, input, randomUUID());
  if (!result.ok) throw new Error(`${command.name} on ${caller.clock.today}: ${JSON.stringify(result.refusal)}`);
  return result.outcome;
}

function workingDay(day: CalendarDate): CalendarDate {
  return isWeekend(day) ? workingDay(addDays(day, 1)) : day;
}
