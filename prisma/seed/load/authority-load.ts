/** What every part of the loader works with: one authority's facts, its connection, and the ids of its rows. */
import type { Client } from 'pg';
import { type SchoolDays, schoolDaysOf } from '@/lib/calendars/rules/school-days';
import { type CalendarDate, londonInstant } from '@/lib/core/calendar-date';
import type { AuthorityFact, EstablishmentFact, Facts, Owned } from '../demonstration/facts';
import type { ExclusionFact, PlacementFact, PupilFact } from '../demonstration/pupil-facts';
import { type Row, insertRows } from './rows';
import { rowId } from './row-id';

export class AuthorityLoad {
  private readonly schools: ReadonlyMap<string, EstablishmentFact>;
  private readonly pupils: ReadonlyMap<string, PupilFact>;
  private readonly exclusions: ReadonlyMap<string, ExclusionFact>;
  private readonly placements = new Map<string, PlacementFact[]>();
  /** School days of the authority's own calendar. */
  readonly schoolDays: SchoolDays;
  /** Who recorded what the demonstration holds: the authority's placement officer. */
  readonly officerId: string;

  constructor(readonly client: Client, readonly facts: Facts, readonly authority: AuthorityFact) {
    this.schools = new Map(this.own(facts.establishments).map((each) => [each.urn, each]));
    this.pupils = new Map(this.own(facts.pupils).map((each) => [each.reference, each]));
    this.exclusions = new Map(this.own(facts.exclusions).map((each) => [each.reference, each]));
    for (const placement of this.own(facts.placements)) {
      this.placements.set(placement.referral, [...(this.placements.get(placement.referral) ?? []), placement]);
    }
    const calendar = this.own(facts.calendars).find((each) => each.urn === null);
    const officer = this.own(facts.people).find((each) => each.role === 'placement_officer');
    if (!calendar || !officer) throw new RangeError(`${authority.name} has no calendar or no placement officer`);
    this.schoolDays = schoolDaysOf({ name: 'authority calendar', years: calendar.years, bankHolidays: facts.bankHolidays });
    this.officerId = this.id('person', officer.email);
  }

  /** The facts that are this authority's, in order. */
  own<T extends Owned>(facts: readonly T[]): T[] {
    return facts.filter((each) => each.authority === this.authority.slug);
  }

  id(kind: string, ...key: readonly (string | number)[]): string {
    return rowId(kind, this.authority.code, ...key);
  }

  /** The id of the establishment with a URN; null for null. RangeError for a URN of another authority. */
  establishmentId(urn: string | null): string | null {
    return urn === null ? null : this.id('establishment', this.school(urn).urn);
  }

  school(urn: string): EstablishmentFact {
    const found = this.schools.get(urn);
    if (!found) throw new RangeError(`URN ${urn} is not an establishment of ${this.authority.name}`);
    return found;
  }

  pupil(reference: string): PupilFact {
    const found = this.pupils.get(reference);
    if (!found) throw new RangeError(`${reference} is not a pupil of ${this.authority.name}`);
    return found;
  }

  exclusion(reference: string): ExclusionFact {
    const found = this.exclusions.get(reference);
    if (!found) throw new RangeError(`${reference} is not an exclusion of ${this.authority.name}`);
    return found;
  }

  placementsOf(referral: string): readonly PlacementFact[] {
    return this.placements.get(referral) ?? [];
  }

  /** True when a partnership of the authority has the school as a member on the date. */
  isMember(urn: string, on: CalendarDate): boolean {
    return this.own(this.facts.partnershipMembers)
      .some((each) => each.urn === urn && each.firstOn <= on && (each.lastOn === null || on <= each.lastOn));
  }

  /** Inserts the rows of an authority-owned table; the authority's code is put on each. */
  async insert(table: string, rows: readonly Row[]): Promise<void> {
    await insertRows(this.client, table, rows.map((row) => ({ authority_id: this.authority.code, ...row })));
  }
}

/** The instant of a London time on a date, ISO 8601 UTC. */
export function at(on: CalendarDate, time: string): string {
  return londonInstant(on, time).toISOString();
}

/** Words people read do not cite the rule book: `the duty is theirs (R24)` loses its bracket. */
export function withoutRuleNumbers(words: string): string {
  return words.replace(/ \(R\d+[a-z]?\)/g, '');
}
