import type { CountingKind } from '@/lib/agreements/types';
import { type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import type { CountedPlacement } from '../types';
import { firstIndexFrom } from './day-index';

/**
 * A stay: one pupil's unbroken run of placements with the same attribution and counting kind.
 * A change of site or share does not break it, nor a gap without a school day of the agreement's
 * calendar. Everything that ranks a stay comes from the placement that began it, so that dividing
 * a placement in two changes nothing.
 */
export interface Stay {
  /** Reference of the placement that began it. */
  readonly id: string;
  readonly pupilId: string;
  readonly attributedSchoolId: string | null;
  readonly countingKind: CountingKind;
  readonly startOn: CalendarDate;
  readonly lastOn: CalendarDate;
  /** The instant of the decision that began it, ISO 8601 UTC. */
  readonly decidedAt: string;
  /** In the order in which they begin. */
  readonly placements: readonly CountedPlacement[];
}

/**
 * The stays that placements make up, earliest first as {@link compareStays} has it.
 *
 * @param placements those that stand: the caller has left out cancelled ones
 * @param schoolDays school days of the agreement's calendar, in order, earlier years included where placements reach back
 */
export function staysOf(placements: readonly CountedPlacement[], schoolDays: readonly CalendarDate[]): Stay[] {
  const runs = new Map<string, CountedPlacement[]>();
  for (const placement of placements) {
    if (placement.lastOn < placement.firstOn) continue;
    const key = JSON.stringify([placement.pupilId, placement.attributedSchoolId, placement.countingKind]);
    const run = runs.get(key);
    if (run) run.push(placement);
    else runs.set(key, [placement]);
  }
  return [...runs.values()].flatMap((run) => dividedAtGaps(run, schoolDays)).sort(compareStays);
}

/** Earliest first: by start, then by the instant of the decision, then by reference. The last is over the quota first. */
export function compareStays(a: Stay, b: Stay): number {
  return compareText(a.startOn, b.startOn) || compareText(a.decidedAt, b.decidedAt) || compareReferences(a.id, b.id);
}

/** By first day, then by the instant of the decision, then by reference. */
export function comparePlacements(a: CountedPlacement, b: CountedPlacement): number {
  return compareText(a.firstOn, b.firstOn) || compareText(a.decidedAt, b.decidedAt) || compareReferences(a.reference, b.reference);
}

/** References in the order people count them in: `PL-99` comes before `PL-100`. */
export function compareReferences(a: string, b: string): number {
  const [left, right] = [numberedReference(a), numberedReference(b)];
  return compareText(left.prefix, right.prefix) || left.number.length - right.number.length
    || compareText(left.number, right.number) || compareText(a, b);
}

function numberedReference(reference: string): { readonly prefix: string; readonly number: string } {
  const digits = /\d+$/.exec(reference)?.[0] ?? '';
  return { prefix: reference.slice(0, reference.length - digits.length), number: digits.replace(/^0+(?=\d)/, '') };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function dividedAtGaps(run: CountedPlacement[], schoolDays: readonly CalendarDate[]): Stay[] {
  const stays: Stay[] = [];
  let open: CountedPlacement[] = [];
  let lastOn: CalendarDate | null = null;
  for (const placement of run.sort(comparePlacements)) {
    if (lastOn !== null && hasSchoolDayBetween(schoolDays, lastOn, placement.firstOn)) {
      stays.push(...stayOf(open, lastOn));
      open = [];
      lastOn = null;
    }
    open.push(placement);
    lastOn = lastOn === null ? placement.lastOn : maxDate(lastOn, placement.lastOn);
  }
  return lastOn === null ? stays : [...stays, ...stayOf(open, lastOn)];
}

/** True when a school day lies after `last` and before `next`. */
function hasSchoolDayBetween(schoolDays: readonly CalendarDate[], last: CalendarDate, next: CalendarDate): boolean {
  const index = firstIndexFrom(schoolDays, last);
  const after = schoolDays[index] === last ? schoolDays[index + 1] : schoolDays[index];
  return after !== undefined && after < next;
}

function stayOf(placements: readonly CountedPlacement[], lastOn: CalendarDate): Stay[] {
  const first = placements[0];
  if (!first) return [];
  const { reference: id, pupilId, attributedSchoolId, countingKind, firstOn: startOn, decidedAt } = first;
  return [{ id, pupilId, attributedSchoolId, countingKind, startOn, lastOn, decidedAt, placements }];
}
