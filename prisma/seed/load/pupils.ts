/** Pupils with their contacts and markers. */
import { searchName } from '@/lib/pupils/rules/search-name';
import type { AuthorityLoad } from './authority-load';

export async function loadPupils(load: AuthorityLoad): Promise<void> {
  const pupils = load.own(load.facts.pupils);
  const needInterpreter = new Set(load.own(load.facts.referrals).filter((each) => each.shows.includes('language support')).map((each) => each.pupil));
  await load.insert('pupil', pupils.map((fact) => ({
    id: load.id('pupil', fact.reference), reference: fact.reference, first_name: fact.forename, last_name: fact.surname, search_name: searchName(fact.forename, fact.surname),
    born_on: fact.bornOn, sex: fact.sex, upn: fact.upn, year_group: fact.yearGroup, home_authority_code: fact.homeAuthorityCode,
    home_postcode: fact.homePostcodeDistrict, home_easting: fact.homeLocation?.easting ?? null, home_northing: fact.homeLocation?.northing ?? null,
    language: fact.language, needs_interpreter: needInterpreter.has(fact.reference), sen_provision: fact.senProvision,
    looked_after_by: fact.lookedAfterByCode, has_social_worker: fact.socialWorker, needs: fact.needs,
  })));
  await load.insert('pupil_contact', pupils.flatMap((fact) => fact.contacts.map((contact, index) => ({
    id: load.id('pupil_contact', fact.reference, index), pupil_id: load.id('pupil', fact.reference), name: contact.name,
    relationship: contact.relation, phone: contact.telephone, display_order: index + 1,
  }))));
}

/** One row for two pupils who must not meet: a record shows it from both sides. */
export async function loadMarkers(load: AuthorityLoad): Promise<void> {
  await load.insert('pupil_marker', load.own(load.facts.markers).map((fact, index) => ({
    id: load.id('pupil_marker', index), pupil_id: load.id('pupil', fact.pupil), kind: fact.kind,
    other_pupil_id: fact.kind === 'not_with' ? load.id('pupil', fact.otherPupil) : null,
    site_id: fact.kind === 'not_at' ? load.id('site', fact.site) : null, reason: fact.reason, first_on: fact.firstOn,
  })));
}
