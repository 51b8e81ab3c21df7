/** Providers and their sites, places by dated events, over-number, closures and commissioned places. */
import { type CalendarDate, addDays, calendarDate, minDate } from '@/lib/core/calendar-date';
import type { Origin, ProviderKind, SiteFact, SitePlacesFact } from '../demonstration/facts';
import { type AuthorityLoad, at } from './authority-load';

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  'as printed': 'As printed by the council', 'published data': 'Published data', assumption: 'Assumption of the demonstration',
};

/** Tuition and online teaching come from providers that are not registered as schools. */
function providerKind(kind: ProviderKind): string {
  return kind === 'tuition' || kind === 'online' ? 'unregistered' : kind;
}

export async function loadProviders(load: AuthorityLoad): Promise<void> {
  await load.insert('provider', load.own(load.facts.providers).map((fact) => ({
    id: load.id('provider', fact.slug), name: fact.name, kind: providerKind(fact.kind), establishment_id: load.establishmentId(fact.urn),
  })));
}

/** Where the site is, in words, as far as the published register says. */
function addressOf(load: AuthorityLoad, site: SiteFact): string {
  if (site.urn === null) return '';
  const { town, postcode } = load.school(site.urn);
  return [town, postcode].filter((part) => part !== null).join(', ');
}

export async function loadSites(load: AuthorityLoad): Promise<void> {
  const { facts } = load;
  const places = load.own(facts.sitePlaces);
  const kindOf = new Map(load.own(facts.providers).map((each) => [each.slug, each.kind]));
  const heads = new Map(load.own(facts.people).filter((each) => each.role === 'pru_head').map((each) => [each.provider, each.name]));
  await load.insert('site', load.own(facts.sites).map((fact) => {
    const own = places.filter((each) => each.site === fact.slug);
    return {
      id: load.id('site', fact.slug), provider_id: load.id('provider', fact.provider), slug: fact.slug, name: fact.name,
      specialism: fact.specialisms.join(', '),
      // A pupil is 11 at the start of Year 7 and 16 at the end of Year 11.
      low_year: fact.lowAge - 4, high_year: fact.highAge - 5,
      needs: fact.needsMet, languages: fact.languages, must_agree: fact.admits !== 'any_referred',
      counts_to_quota: kindOf.get(fact.provider) !== 'special_school', agreed_pupils: agreedOn(own, facts.today),
      address: addressOf(load, fact), contact_name: heads.get(fact.provider) ?? '', easting: fact.location.easting,
      northing: fact.location.northing, location_quality: fact.location.quality, opened_on: own.map((each) => each.firstOn).reduce(minDate),
    };
  }));
  await load.insert('site_places', placeEvents(places).map((event) => ({
    id: load.id('site_places', event.site, event.kind, event.firstOn), site_id: load.id('site', event.site), kind: event.kind,
    effective_on: event.firstOn, places: event.places, reason: event.reason, source: ORIGIN_WORDS[event.origin],
    recorded_by: null, recorded_at: at(event.firstOn, '09:00'),
  })));
  await load.insert('over_number', load.own(facts.overNumber).map((fact) => ({
    id: load.id('over_number', fact.site, fact.kind, fact.firstOn), site_id: load.id('site', fact.site), kind: fact.kind, places: fact.number,
    first_on: fact.firstOn, last_on: fact.lastOn, agreed_by_site: fact.authorisedAtSite, authorised_by: fact.authorisedByAuthority,
    reason: fact.reason, source: fact.source, recorded_at: at(fact.firstOn, '09:00'),
  })));
  await load.insert('site_closure', load.own(facts.siteClosures).map((fact) => ({
    id: load.id('site_closure', fact.site, fact.firstOn), site_id: load.id('site', fact.site), first_on: fact.firstOn, last_on: fact.lastOn,
    reason: fact.reason, recorded_by: load.officerId, recorded_at: at(minDate(fact.firstOn, facts.today), '07:30'),
  })));
}

/** Places of every kind together on a date. */
function agreedOn(places: readonly SitePlacesFact[], on: CalendarDate): number {
  return places.filter((each) => each.firstOn <= on && (each.lastOn === null || on <= each.lastOn)).reduce((sum, each) => sum + each.places, 0);
}

/** Spans of places as dated events, earliest first; a span that nothing follows is ended by an event with no places. */
function placeEvents(places: readonly SitePlacesFact[]): SitePlacesFact[] {
  const ends = places.flatMap((each): SitePlacesFact[] => {
    if (each.lastOn === null) return [];
    const next = addDays(each.lastOn, 1);
    const isFollowed = places.some((other) => other.site === each.site && other.kind === each.kind && other.firstOn === next);
    return isFollowed ? [] : [{ ...each, firstOn: next, lastOn: null, places: 0, reason: 'End of the places' }];
  });
  return [...places, ...ends].sort((a, b) => (a.firstOn < b.firstOn ? -1 : a.firstOn > b.firstOn ? 1 : 0));
}

/** `2025-26` runs from 1 April 2025 to 31 March 2026. */
function financialYear(words: string): { firstOn: CalendarDate; lastOn: CalendarDate } {
  const start = Number(words.slice(0, 4));
  return { firstOn: calendarDate(`${start}-04-01`), lastOn: calendarDate(`${start + 1}-03-31`) };
}

export async function loadCommissionedPlaces(load: AuthorityLoad): Promise<void> {
  const sites = new Map(load.own(load.facts.sites).map((each) => [each.slug, each]));
  await load.insert('commissioned_places', load.own(load.facts.commissionedPlaces).map((fact) => {
    const site = sites.get(fact.site);
    if (!site) throw new RangeError(`No site ${fact.site}`);
    const { firstOn, lastOn } = financialYear(fact.financialYear);
    const places = BigInt(fact.places);
    return {
      id: load.id('commissioned_places', fact.site, fact.financialYear), provider_id: load.id('provider', site.provider), bought_by: 'authority',
      places: fact.places, first_on: firstOn, last_on: lastOn,
      // To the nearest penny: the cost is that of all places together.
      annual_pence_per_place: fact.cost === null ? null : String((fact.cost * 2n + places) / (places * 2n)),
      source: fact.basis ?? `${ORIGIN_WORDS[fact.origin]}, ${fact.financialYear}`,
    };
  }));
}
