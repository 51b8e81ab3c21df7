/** Pupils already in a place on 2 March 2026, site by site, and some whose place has ended. */
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type { PlaceKind } from '@/lib/placements/types';
import type { AuthoritySlug, EstablishmentFact } from './facts';
import type { PupilFact } from './pupil-facts';
import { TODAY } from './authorities';
import { addExclusion, addPlacement, addReferral, usualStates } from './record';
import { exclusionTime } from './history';
import type { Workbench } from './workbench';

export const YEAR_END = calendarDate('2026-07-17');
/** Last Friday in June: compulsory school age ends (R36c). */
const YEAR_11_END = calendarDate('2026-06-26');
const FIRST_LOADED = calendarDate('2024-09-04');
const THIS_YEAR = calendarDate('2025-09-03');

/** How many pupils of one partnership are at one site. */
export interface PlacedRow {
  readonly authority: AuthoritySlug;
  readonly site: string;
  readonly partnership: string;
  readonly excluded: number;
  readonly preventative: number;
  /** No Year 11 pupil among them, and none leaving before the year's end. */
  readonly steady?: boolean;
  /** Pupils of a preventative place that two half-time pupils share. */
  readonly halfTimePairs?: number;
}

interface Stay {
  readonly yearGroup: number;
  readonly firstOn: CalendarDate;
  readonly excludedOn: CalendarDate;
  readonly lastOn: CalendarDate;
}

/** The school days on which a stay that is running today may have begun. */
function startDays(bench: Workbench, authority: AuthoritySlug): CalendarDate[] {
  return bench.schoolDays(authority).schoolDaysBetween(FIRST_LOADED, calendarDate('2026-02-27'));
}

function planStay(bench: Workbench, row: PlacedRow, leadDays: number): Stay {
  const { random } = bench;
  const days = startDays(bench, row.authority);
  const thisYear = days.findIndex((day) => day >= THIS_YEAR);
  const early = random.chance(0.4);
  const at = early ? random.whole(leadDays + 20, thisYear - 15) : random.whole(thisYear + leadDays, days.length - 1);
  const [firstOn, excludedOn] = [days[at], days[at - leadDays]];
  if (!firstOn || !excludedOn) throw new RangeError('No school day for the stay');
  const top = row.steady ? 10 : 11;
  const yearGroup = random.whole(early ? 8 : 7, random.chance(0.55) ? top : top - 1);
  const planned = random.chance(0.2) && !row.steady ? calendarDate(random.pick(['2026-03-27', '2026-05-22'])) : YEAR_END;
  return { yearGroup, firstOn, excludedOn, lastOn: yearGroup === 11 ? YEAR_11_END : planned };
}

/** A member school on the date whose URN is still open today, so that the agreement of today covers it. */
export function member(bench: Workbench, row: Pick<PlacedRow, 'authority' | 'partnership'>, on: CalendarDate): EstablishmentFact {
  const members = bench.membersOn(row.authority, row.partnership, on);
  return bench.pickByRoll(members.filter((school) => bench.isOpen(school, TODAY)));
}

/** School days from the exclusion to the start: most by day 6, some late. */
function lead(bench: Workbench): number {
  return bench.random.pickWeighted([[3, 2], [4, 10], [5, 60], [6, 14], [7, 8], [10, 6]] as const);
}

function placeExcluded(bench: Workbench, row: PlacedRow): void {
  const leadDays = lead(bench);
  const stay = planStay(bench, row, leadDays);
  const school = member(bench, row, stay.excludedOn);
  const pupil = bench.pupils.make({ authority: row.authority, schoolYearStart: 2025, yearGroup: stay.yearGroup, school });
  placeAfterExclusion(bench, row.authority, row.site, 'day6', pupil, school, stay, school.urn, null);
}

export function placeAfterExclusion(
  bench: Workbench, authority: AuthoritySlug, site: string, placeKind: PlaceKind, pupil: PupilFact, school: EstablishmentFact,
  stay: Pick<Stay, 'excludedOn' | 'firstOn' | 'lastOn'>, attributedUrn: string | null, heldBecause: string | null,
): void {
  const exclusion = addExclusion(bench, {
    authority, pupil: pupil.reference, urn: school.urn, excludedOn: stay.excludedOn, excludedAt: exclusionTime(bench),
    states: usualStates(bench, authority, stay.excludedOn), phase: school.phase === 'primary' ? 'primary' : 'secondary',
  });
  const referral = addReferral(bench, {
    authority, pupil: pupil.reference, route: 'permanent_exclusion', exclusion: exclusion.reference, referredOn: stay.excludedOn,
    referredByUrn: school.urn,
  });
  const days = bench.schoolDays(authority).schoolDaysBetween(stay.excludedOn, stay.firstOn);
  addPlacement(bench, {
    authority, referral: referral.reference, pupil: pupil.reference, site, placeKind, route: 'permanent_exclusion',
    countingKind: 'permanent_exclusion', attributedUrn, heldBecause, firstOn: stay.firstOn, lastOn: stay.lastOn,
    state: stay.lastOn < TODAY ? 'left' : 'started', proposedOn: days[1] ?? stay.excludedOn,
  });
}

function placePreventative(
  bench: Workbench, row: Pick<PlacedRow, 'authority' | 'site'>, pupil: PupilFact, school: EstablishmentFact, stay: Stay,
  attributedUrn: string | null, heldBecause: string | null, shareTenths = 10,
): void {
  const referral = addReferral(bench, {
    authority: row.authority, pupil: pupil.reference, route: 'preventative', exclusion: null, referredOn: stay.excludedOn, referredByUrn: school.urn,
  });
  const days = bench.schoolDays(row.authority).schoolDaysBetween(stay.excludedOn, stay.firstOn);
  addPlacement(bench, {
    authority: row.authority, referral: referral.reference, pupil: pupil.reference, site: row.site, placeKind: 'preventative',
    route: 'preventative', countingKind: 'dual_registered', attributedUrn, heldBecause, firstOn: stay.firstOn, lastOn: stay.lastOn,
    state: 'started', proposedOn: days[2] ?? stay.excludedOn, shareTenths,
  });
}

/** Fills one site with the pupils of one partnership. */
export function placeRow(bench: Workbench, row: PlacedRow): void {
  for (let count = 0; count < row.excluded; count += 1) placeExcluded(bench, row);
  const pairs = row.halfTimePairs ?? 0;
  for (let count = 0; count < row.preventative + pairs; count += 1) {
    const stay = planStay(bench, row, bench.random.whole(8, 15));
    const school = member(bench, row, stay.excludedOn);
    const pupil = bench.pupils.make({ authority: row.authority, schoolYearStart: 2025, yearGroup: stay.yearGroup, school });
    placePreventative(bench, row, pupil, school, stay, school.urn, null, count < pairs * 2 ? 5 : 10);
  }
}

/** A pupil whose place has ended: excluded, placed, and back in a mainstream school before today. */
export function placeEnded(bench: Workbench, authority: AuthoritySlug, site: string, partnership: string): void {
  const days = bench.schoolDays(authority).schoolDaysBetween(FIRST_LOADED, calendarDate('2026-02-12'));
  const at = bench.random.whole(20, days.length - 130);
  const [excludedOn, firstOn, lastOn] = [days[at], days[at + 5], days[at + 5 + bench.random.whole(40, 110)]];
  if (!excludedOn || !firstOn || !lastOn) throw new RangeError('No school day for the stay');
  const school = member(bench, { authority, partnership }, excludedOn);
  const pupil = bench.pupils.make({ authority, schoolYearStart: 2025, yearGroup: bench.random.whole(8, 11), school });
  placeAfterExclusion(bench, authority, site, 'day6', pupil, school, { excludedOn, firstOn, lastOn }, school.urn, null);
}

/** A primary place: there is no primary partnership, so the authority holds the pupil. */
export function placePrimary(bench: Workbench, site: string, excluded: number, preventative: number): void {
  const because = 'No primary partnership';
  const row = { authority: 'rotherham' as const, site, partnership: '', excluded, preventative, steady: true };
  const open = (on: CalendarDate): EstablishmentFact[] => bench.establishments.filter((school) =>
    school.authority === 'rotherham' && school.phase === 'primary' && (school.highAge ?? 0) >= 11 && bench.isOpen(school, on));
  for (let count = 0; count < excluded + preventative; count += 1) {
    const stay = planStay(bench, row, 6);
    const school = bench.pickByRoll(open(stay.excludedOn));
    const pupil = bench.pupils.make({ authority: 'rotherham', schoolYearStart: 2025, yearGroup: bench.random.whole(3, 6), school });
    if (count < excluded) placeAfterExclusion(bench, 'rotherham', site, 'day6', pupil, school, stay, null, because);
    else placePreventative(bench, row, pupil, school, stay, null, because);
  }
}

/** A pupil whom the authority placed itself in a reserve place. */
export function placeReserve(bench: Workbench, authority: AuthoritySlug, site: string, phase: 'primary' | 'secondary'): void {
  const yearGroup = phase === 'primary' ? 5 : bench.random.whole(8, 10);
  const pupil = bench.pupils.make({ authority, schoolYearStart: 2025, yearGroup, school: null,
    with: { homePostcodeDistrict: authority === 'rotherham' ? 'S65' : 'PR1', lookedAfterByCode: authority === 'rotherham' ? '372' : '888', socialWorker: true } });
  const days = startDays(bench, authority);
  const at = bench.random.whole(days.findIndex((day) => day >= THIS_YEAR) + 10, days.length - 10);
  const [firstOn, referredOn] = [days[at] ?? THIS_YEAR, days[at - 6] ?? THIS_YEAR];
  const referral = addReferral(bench, { authority, pupil: pupil.reference, route: 'authority_placed', exclusion: null, referredOn, referredByUrn: null });
  addPlacement(bench, {
    authority, referral: referral.reference, pupil: pupil.reference, site, placeKind: 'reserve', route: 'authority_placed',
    countingKind: 'authority_placed', attributedUrn: null, heldBecause: 'Moved into the area during the year; no school yet',
    firstOn, lastOn: YEAR_END, state: 'started', proposedOn: referredOn,
  });
}

/** A pupil at a special school that the EHC plan names. */
export function placeByPlan(bench: Workbench, site: string, urn: string): void {
  const school = bench.school(urn);
  const yearGroup = bench.random.whole(7, 11);
  const firstOn = yearGroup > 7 && bench.random.chance(0.6) ? FIRST_LOADED : THIS_YEAR;
  const pupil = bench.pupils.make({ authority: 'lancashire', schoolYearStart: 2025, yearGroup, school, with: { senProvision: 'E' } });
  const referral = addReferral(bench, {
    authority: 'lancashire', pupil: pupil.reference, route: 'ehc_plan', exclusion: null, referredOn: firstOn, referredByUrn: null,
  });
  addPlacement(bench, {
    authority: 'lancashire', referral: referral.reference, pupil: pupil.reference, site, placeKind: 'reserve', route: 'ehc_plan',
    countingKind: 'ehc_named', attributedUrn: null, heldBecause: 'The EHC plan names the school', firstOn,
    lastOn: yearGroup === 11 ? YEAR_11_END : YEAR_END, state: 'started', proposedOn: firstOn,
  });
}
