/** What every part of the generator works with: schools by URN, calendars, pupils and running references. */
import { schoolDaysOf, type SchoolDays } from '@/lib/calendars/rules/school-days';
import type { BankHolidays } from '@/lib/calendars/types';
import { type CalendarDate, londonInstant } from '@/lib/core/calendar-date';
import type { AuthoritySlug, EstablishmentFact, EstablishmentTypeFact, PartnershipMemberFact, Sector } from './facts';
import type { ExclusionFact, InterimEducationFact, MarkerFact, PlacementFact, ReferralFact } from './pupil-facts';
import { AUTHORITY_CALENDAR, CALENDARS } from './calendars';
import { PupilMaker } from './pupils';
import type { SeededRandom } from './random';

export class Workbench {
  readonly pupils: PupilMaker;
  readonly exclusions: ExclusionFact[] = [];
  readonly referrals: ReferralFact[] = [];
  readonly placements: PlacementFact[] = [];
  readonly markers: MarkerFact[] = [];
  readonly interim: InterimEducationFact[] = [];
  private readonly byUrn: ReadonlyMap<string, EstablishmentFact>;
  private readonly types: ReadonlyMap<string, EstablishmentTypeFact[]>;
  private readonly days = new Map<string, SchoolDays>();

  constructor(
    readonly random: SeededRandom,
    readonly establishments: readonly EstablishmentFact[],
    types: readonly EstablishmentTypeFact[],
    readonly members: readonly PartnershipMemberFact[],
    private readonly bankHolidays: BankHolidays,
  ) {
    this.pupils = new PupilMaker(random);
    this.byUrn = new Map(establishments.map((school) => [school.urn, school]));
    const grouped = new Map<string, EstablishmentTypeFact[]>();
    for (const type of types) grouped.set(type.urn, [...(grouped.get(type.urn) ?? []), type]);
    this.types = grouped;
  }

  school(urn: string): EstablishmentFact {
    const school = this.byUrn.get(urn);
    if (!school) throw new RangeError(`URN ${urn} is not among the establishments`);
    return school;
  }

  isOpen(school: EstablishmentFact, on: CalendarDate): boolean {
    return (school.openedOn === null || school.openedOn <= on) && (school.closedOn === null || on <= school.closedOn);
  }

  /** Maintained or academy by the type in force on the date. */
  sectorOn(urn: string, on: CalendarDate): Sector | null {
    const type = this.types.get(urn)?.find((each) =>
      (each.firstOn === null || each.firstOn <= on) && (each.lastOn === null || on <= each.lastOn));
    return type?.sector ?? null;
  }

  /** Member schools of a partnership on a date, open on it. */
  membersOn(authority: AuthoritySlug, partnership: string, on: CalendarDate): EstablishmentFact[] {
    return this.members
      .filter((row) => row.authority === authority && row.partnership === partnership
        && row.firstOn <= on && (row.lastOn === null || on <= row.lastOn))
      .map((row) => this.school(row.urn));
  }

  /** One of the schools, a larger one more often. */
  pickByRoll(schools: readonly EstablishmentFact[]): EstablishmentFact {
    return this.random.pickWeighted(schools.map((school) => [school, school.rollJanuary2017 ?? 200] as const));
  }

  /** School days of a school's own calendar where it has one, else of the authority's. */
  schoolDays(authority: AuthoritySlug, urn: string | null = null): SchoolDays {
    const own = urn === null ? undefined : CALENDARS.find((each) => each.authority === authority && each.urn === urn);
    const fact = own ?? CALENDARS.find((each) => each.authority === authority && each.slug === AUTHORITY_CALENDAR);
    if (!fact) throw new RangeError(`No calendar for ${authority}`);
    const key = `${authority}/${fact.slug}`;
    const held = this.days.get(key) ?? schoolDaysOf({ name: `${fact.slug} calendar`, years: fact.years, bankHolidays: this.bankHolidays });
    this.days.set(key, held);
    return held;
  }

  /** `RX0001`, `LR0042`: unique in the demonstration. */
  reference(authority: AuthoritySlug, letter: 'X' | 'R' | 'L'): string {
    const list = letter === 'X' ? this.exclusions : letter === 'R' ? this.referrals : this.placements;
    return `${authority === 'rotherham' ? 'R' : 'L'}${letter}${String(list.length + 1).padStart(4, '0')}`;
  }
}

/** The instant of a London time on a date, ISO 8601 UTC. */
export function instant(on: CalendarDate, time: string): string {
  return londonInstant(on, time).toISOString();
}
