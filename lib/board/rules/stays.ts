import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import type { SplitPart, TrueFigure } from '../types';

/** Days of a pupil at a site after they had started; `lastOn` is the day they left, or the planned end. */
export interface Stay {
  readonly pupilId: string;
  readonly siteId: string;
  readonly phase: 'primary' | 'secondary';
  /** The school whose place it is; null when the authority holds the pupil. */
  readonly schoolId: string | null;
  readonly providerId: string;
  readonly providerKind: string;
  /** The school that the provider is, where it is one. */
  readonly providerSchoolId: string | null;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly hasLeft: boolean;
  /** Share of a full-time place. */
  readonly tenths: number;
}

/** A pupil permanently excluded, from that day until the request for a place was closed. */
export interface ExcludedPupil {
  readonly pupilId: string;
  readonly phase: 'primary' | 'secondary';
  readonly schoolId: string | null;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
}

export interface Membership {
  readonly partnershipId: string;
  readonly schoolId: string;
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate | null;
}

export interface PartnershipName {
  readonly id: string;
  readonly name: string;
  readonly phase: 'primary' | 'secondary';
}

/** What the calculations on pupils in places read. */
export interface StayFacts {
  readonly partnerships: readonly PartnershipName[];
  readonly memberships: readonly Membership[];
  readonly stays: readonly Stay[];
  readonly excluded: readonly ExcludedPupil[];
  /** Days on which schools bought places at a provider. */
  readonly boughtBySchools: readonly { readonly providerId: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null }[];
  /** Days on the main roll of a mainstream school. */
  readonly mainstream: readonly { readonly pupilId: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null }[];
}

/** Twelve weeks by the calendar, holidays included. */
const HELD_AFTER_DAYS = 84;
const PRU_KINDS = ['pru', 'ap_academy'];
/** The row of pupils whom the authority holds, or whose school is in no partnership. */
export const IN_NONE = 'Held by the authority, or of schools in no partnership';

/** Who counts to which row: the partnership of the pupil's phase that the school is a member of on the day. */
export function partnershipOf(facts: Pick<StayFacts, 'partnerships' | 'memberships'>, schoolId: string | null, phase: 'primary' | 'secondary', on: CalendarDate): string | null {
  if (schoolId === null) return null;
  const own = facts.memberships.filter((one) => one.schoolId === schoolId && contains(one, on)).map((one) => one.partnershipId);
  return facts.partnerships.find((one) => one.phase === phase && own.includes(one.id))?.id ?? null;
}

/** Pupils in a place at sites of these kinds on a day, by partnership, each once. */
function populationOn(facts: StayFacts, on: CalendarDate, kinds: readonly string[], against: number | null): TrueFigure {
  const groups = new Map<string | null, Set<string>>();
  for (const stay of facts.stays) {
    if (!kinds.includes(stay.providerKind) || !contains(stay, on)) continue;
    const group = partnershipOf(facts, stay.schoolId, stay.phase, on);
    groups.set(group, (groups.get(group) ?? new Set()).add(stay.pupilId));
  }
  return { kind: 'split', show: 'both', against, parts: rowsOf(facts.partnerships, (id) => ({ yes: groups.get(id)?.size ?? 0, no: 0 })) };
}

export function pruPopulation(facts: StayFacts, on: CalendarDate, agreed: number | null): TrueFigure {
  return populationOn(facts, on, PRU_KINDS, agreed);
}

export function independentPlaces(facts: StayFacts, on: CalendarDate): TrueFigure {
  return populationOn(facts, on, ['independent', 'unregistered'], null);
}

/**
 * Of a partnership's pupils who are out of their classroom on a day (in a place, or permanently excluded and without
 * one), those who stay in its learning community: at a member school, in its in-school AP or in AP that schools bought.
 */
export function retained(facts: StayFacts, on: CalendarDate): TrueFigure {
  const cells = new Map<string, { yes: Set<string>; no: Set<string> }>();
  const cellOf = (id: string): { yes: Set<string>; no: Set<string> } => {
    const held = cells.get(id) ?? { yes: new Set<string>(), no: new Set<string>() };
    cells.set(id, held);
    return held;
  };
  const placed = new Set<string>();
  for (const stay of facts.stays) {
    if (!contains(stay, on)) continue;
    placed.add(stay.pupilId);
    const id = partnershipOf(facts, stay.schoolId, stay.phase, on);
    if (id === null) continue;
    cellOf(id)[staysInCommunity(facts, stay, id, on) ? 'yes' : 'no'].add(stay.pupilId);
  }
  for (const one of facts.excluded) {
    if (placed.has(one.pupilId) || !contains(one, on) || facts.stays.some((stay) => stay.pupilId === one.pupilId && one.firstOn <= stay.firstOn && stay.firstOn <= on)) continue;
    const id = partnershipOf(facts, one.schoolId, one.phase, on);
    if (id !== null) cellOf(id).no.add(one.pupilId);
  }
  // A pupil in two part-time places counts once, as retained where one of them is.
  const rows = rowsOf(facts.partnerships, (id) => {
    const { yes, no } = cells.get(id ?? '') ?? { yes: new Set<string>(), no: new Set<string>() };
    return { yes: yes.size, no: [...no].filter((pupil) => !yes.has(pupil)).length };
  });
  return { kind: 'split', show: 'share', parts: rows.filter((row) => row.name !== IN_NONE) };
}

function staysInCommunity(facts: StayFacts, stay: Stay, partnershipId: string, on: CalendarDate): boolean {
  if (stay.providerKind === 'in_school') return stay.providerSchoolId === null || partnershipOf(facts, stay.providerSchoolId, stay.phase, on) === partnershipId;
  if (stay.providerSchoolId !== null && partnershipOf(facts, stay.providerSchoolId, stay.phase, on) === partnershipId) return true;
  return facts.boughtBySchools.some((one) => one.providerId === stay.providerId && contains(one, on));
}

/**
 * Pupils who left a place and were then on the main roll of a mainstream school, and whether it held for twelve weeks:
 * still on such a roll, no new place and no new permanent exclusion. Each counts when the twelve weeks are over, which
 * must be from the first day to the last.
 */
export function reintegrations(facts: StayFacts, firstOn: CalendarDate, lastOn: CalendarDate): TrueFigure {
  const cells = new Map<string | null, { yes: number; no: number }>();
  const seen = new Set<string>();
  for (const stay of facts.stays) {
    const until = addDays(stay.lastOn, HELD_AFTER_DAYS);
    if (!stay.hasLeft || until < firstOn || until > lastOn || seen.has(`${stay.pupilId} ${stay.lastOn}`)) continue;
    const isBack = (on: CalendarDate): boolean => facts.mainstream.some((roll) => roll.pupilId === stay.pupilId && contains(roll, on));
    const after = facts.stays.filter((other) => other.pupilId === stay.pupilId && other !== stay && other.lastOn > stay.lastOn);
    // A place that follows at once is a change of place, not a return.
    if (!isBack(addDays(stay.lastOn, 1)) || after.some((other) => other.firstOn <= addDays(stay.lastOn, 1))) continue;
    seen.add(`${stay.pupilId} ${stay.lastOn}`);
    const hasHeld = isBack(until) && !after.some((other) => other.firstOn <= until)
      && !facts.excluded.some((one) => one.pupilId === stay.pupilId && one.firstOn > stay.lastOn && one.firstOn <= until);
    const group = partnershipOf(facts, stay.schoolId, stay.phase, stay.lastOn);
    const cell = cells.get(group) ?? { yes: 0, no: 0 };
    cell[hasHeld ? 'yes' : 'no'] += 1;
    cells.set(group, cell);
  }
  return { kind: 'split', show: 'share', parts: rowsOf(facts.partnerships, (id) => cells.get(id) ?? { yes: 0, no: 0 }) };
}

/** A row for each partnership, and one for pupils of none where there are any. */
export function rowsOf(partnerships: readonly PartnershipName[], of: (id: string | null) => { readonly yes: number; readonly no: number }): SplitPart[] {
  const none = { name: IN_NONE, ...of(null) };
  return [...partnerships.map(({ id, name }) => ({ name, ...of(id) })), ...(none.yes + none.no > 0 ? [none] : [])];
}
