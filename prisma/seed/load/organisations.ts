/** Establishments with their dated types and links; partnerships with their dated members. */
import { type CalendarDate, calendarDate, minDate } from '@/lib/core/calendar-date';
import type { EstablishmentFact } from '../demonstration/facts';
import type { AuthorityLoad } from './authority-load';

/** For an open side of a span whose beginning no source gives. */
const ALWAYS = calendarDate('1900-01-01');
/** Census day of the headcounts: the third Thursday of January 2017. */
const CENSUS_ON = calendarDate('2017-01-19');
/** GIAS has no code for "known to be an academy or maintained, not which kind". */
const TYPE_NOT_KNOWN = 'not known';

function phaseOf(fact: EstablishmentFact): string {
  switch (fact.phase) {
    case 'all-through': return 'all_through';
    // Pupil referral units and AP academies have no phase in the register.
    case 'not applicable': return 'pru';
    default: return fact.phase;
  }
}

export async function loadEstablishments(load: AuthorityLoad): Promise<void> {
  const { facts } = load;
  await load.insert('establishment', load.own(facts.establishments).map((fact) => ({
    id: load.id('establishment', fact.urn), name: fact.name, urn: fact.urn, laestab: fact.laestab, phase: phaseOf(fact),
    low_age: fact.lowAge, high_age: fact.highAge, town: fact.town, postcode: fact.postcode,
    easting: fact.location?.easting ?? null, northing: fact.location?.northing ?? null, location_quality: fact.location?.quality ?? null,
    opened_on: fact.openedOn, closed_on: fact.closedOn, roll: fact.rollJanuary2017,
    roll_on: fact.rollJanuary2017 === null ? null : CENSUS_ON, roll_source: fact.rollSource,
  })));
  await load.insert('establishment_type', load.own(facts.establishmentTypes).map((fact, index) => ({
    id: load.id('establishment_type', fact.urn, index), establishment_id: load.establishmentId(fact.urn),
    type_code: fact.typeCode ?? TYPE_NOT_KNOWN, sector: fact.sector, first_on: fact.firstOn ?? ALWAYS, last_on: fact.lastOn,
  })));
  await load.insert('establishment_link', load.own(facts.establishmentLinks).map((fact) => ({
    id: load.id('establishment_link', fact.predecessorUrn, fact.successorUrn), predecessor_id: load.establishmentId(fact.predecessorUrn),
    successor_id: load.establishmentId(fact.successorUrn), linked_on: fact.linkedOn, source: 'GIAS links, 22 April 2025',
  })));
}

export async function loadPartnerships(load: AuthorityLoad): Promise<void> {
  const members = load.own(load.facts.partnershipMembers);
  const beginning = (slug: string): CalendarDate => members.filter((each) => each.partnership === slug).map((each) => each.firstOn).reduce(minDate);
  await load.insert('partnership', load.own(load.facts.partnerships).map((fact, index) => ({
    id: load.id('partnership', fact.slug), slug: fact.slug, name: fact.name, phase: fact.phase, display_order: index + 1, first_on: beginning(fact.slug),
  })));
  await load.insert('partnership_member', members.map((fact) => ({
    id: load.id('partnership_member', fact.partnership, fact.urn, fact.firstOn), partnership_id: load.id('partnership', fact.partnership),
    establishment_id: load.establishmentId(fact.urn), first_on: fact.firstOn, last_on: fact.lastOn,
  })));
}
