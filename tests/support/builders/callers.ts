import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { calendarDate, londonDateOf } from '@/lib/core/calendar-date';
import type { Refusal } from '@/lib/core/refusal';
import { type Command, type CommandResult, runCommand } from '@/lib/server/command';
import type { Caller } from '@/lib/server/unit-of-work';
import type { Council, StaffRole } from './authority';

/** Monday 2 March 2026, ten in the morning: the demonstration's today. */
export const NOW = new Date('2026-03-02T10:00:00Z');
export const TODAY = calendarDate('2026-03-02');

/** A person of the council in a role, at a fixed moment. */
export function callerFor(council: Council, role: StaffRole, now: Date = NOW): Caller {
  return { authorityId: council.id, actor: council.staff[role], clock: { now, today: londonDateOf(now) } };
}

/** Minutes after the fixed moment. */
export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/** Runs a command as somebody who opened the form afresh. */
export function run<Input extends z.ZodType, Outcome>(
  command: Command<Input, Outcome>, caller: Caller, input: unknown, key: string = randomUUID(),
): Promise<CommandResult<Outcome>> {
  return runCommand(command, caller, input, key);
}

/** The outcome of a command that must succeed. */
export async function done<Outcome>(result: Promise<CommandResult<Outcome>>): Promise<Outcome> {
  const settled = await result;
  if (!settled.ok) throw new Error(`Refused: ${JSON.stringify(settled.refusal)}`);
  return settled.outcome;
}

/** The refusal of a command that must be refused. */
export async function refusal(result: Promise<CommandResult<unknown>>): Promise<Refusal> {
  const settled = await result;
  if (settled.ok) throw new Error(`Not refused: ${JSON.stringify(settled.outcome)}`);
  return settled.refusal;
}
