/** The facts of the demonstration, the same on every machine. */
import { calendarDate } from '@/lib/core/calendar-date';
import type { Facts, PartnershipFact } from './facts';
import { AUTHORITIES, SETTING_FACTS, SPEND_TARGETS, TODAY, budgetLines } from './authorities';
import { agreements } from './agreements';
import { CALENDARS } from './calendars';
import { lancashire1718, lastYear, rotherhamPrinted } from './history';
import { PEOPLE } from './people';
import { placeOverQuotaHistory } from './over-quota-history';
import { type PlacedRow, placeByPlan, placeEnded, placePrimary, placeReserve, placeRow } from './placed';
import { ENTERED_NOTES, printedStatements, printedTables } from './printed-tables';
import { SeededRandom } from './random';
import {
  readBankHolidays, readEstablishmentLinks, readEstablishments, readEstablishmentTypes, readLocalAuthorities,
  readPartnershipMembers, readPartnerships,
} from './read-data';
import { OVER_NUMBER, SITE_CLOSURES, commissionedPlaces, providers, sitePlaces, sites } from './sites';
import { addWaiting } from './waiting';
import { LANCASHIRE_WAITING } from './waiting-lancashire';
import { ROTHERHAM_WAITING } from './waiting-rotherham';
import { Workbench } from './workbench';

const SEED = 20_260_302;

/** Site, partnership, permanently excluded, preventative: 48 secondary places with the two the authority holds. */
const ROTHERHAM_PLACED: readonly (readonly [string, string, number, number])[] = [
  ['rowan', 'rotherham-south', 4, 4], ['aspire-secondary', 'rotherham-south', 6, 3],
  ['rowan', 'wickersley', 3, 2], ['aspire-secondary', 'wickersley', 5, 3],
  ['rowan', 'central', 3, 2], ['aspire-secondary', 'central', 6, 5],
];

const LANCASHIRE_PLACED: readonly (readonly [string, string, number, number])[] = [
  ['chadwick', 'lancaster', 46, 20], ['chadwick', 'wyre', 14, 7],
  ['mckee', 'wyre', 18, 9], ['mckee', 'fylde', 11, 5],
  ['shaftesbury', 'chorley', 26, 12], ['shaftesbury', 'south-ribble', 24, 11],
  ['larches', 'preston', 58, 26], ['larches', 'south-ribble', 10, 5],
  ['oswaldtwistle', 'hyndburn-and-ribble-valley', 38, 16], ['oswaldtwistle', 'rossendale', 14, 9],
  ['acorns', 'west-lancs', 28, 12], ['acorns', 'south-ribble', 6, 4],
  ['coal-clough', 'burnley', 24, 10], ['coal-clough', 'pendle', 42, 18], ['coal-clough', 'rossendale', 10, 5],
];

const RESERVE: readonly (readonly [PlacedRow['authority'], string, 'primary' | 'secondary'])[] = [
  ['rotherham', 'rowan', 'secondary'], ['rotherham', 'aspire-secondary', 'secondary'],
  ['rotherham', 'aspire-primary-a', 'primary'], ['rotherham', 'aspire-primary-b', 'primary'],
  ['lancashire', 'chadwick', 'secondary'], ['lancashire', 'mckee', 'secondary'], ['lancashire', 'shaftesbury', 'secondary'],
  ['lancashire', 'larches', 'secondary'], ['lancashire', 'acorns', 'secondary'], ['lancashire', 'coal-clough', 'secondary'],
];

/** Special schools: pupils on 2 March 2026 whose plan names the school. */
const BY_PLAN: readonly (readonly [string, string, number])[] = [
  ['hope-high', '119898', 58], ['moorbrook', '119866', 33], ['brookfield', '119895', 64], ['rose', '134625', 52], ['wennington-hall', '119873', 46],
];

/** Places that have ended: never more at a site than are free there today, so no day can have been over. */
const ENDED: readonly (readonly [PlacedRow['authority'], string, string, number])[] = [
  ['rotherham', 'aspire-secondary', 'wickersley', 2], ['rotherham', 'aspire-secondary', 'central', 1],
  ['lancashire', 'mckee', 'wyre', 8], ['lancashire', 'mckee', 'fylde', 4], ['lancashire', 'larches', 'preston', 10],
  ['lancashire', 'acorns', 'west-lancs', 6], ['lancashire', 'shaftesbury', 'chorley', 8], ['lancashire', 'coal-clough', 'burnley', 7],
];

function fill(bench: Workbench): void {
  const add = (authority: PlacedRow['authority'], [site, partnership, excluded, preventative]: readonly [string, string, number, number]): void =>
    placeRow(bench, {
      authority, site, partnership, excluded, preventative, steady: partnership === 'rotherham-south',
      halfTimePairs: partnership === 'preston' ? 4 : 0,
    });
  for (const row of ROTHERHAM_PLACED) add('rotherham', row);
  placePrimary(bench, 'aspire-primary-a', 5, 2);
  placePrimary(bench, 'aspire-primary-b', 4, 3);
  for (const row of LANCASHIRE_PLACED) add('lancashire', row);
  for (const [authority, site, phase] of RESERVE) placeReserve(bench, authority, site, phase);
  for (const [site, urn, number] of BY_PLAN) for (let count = 0; count < number; count += 1) placeByPlan(bench, site, urn);
  for (const [authority, site, partnership, number] of ENDED) {
    for (let count = 0; count < number; count += 1) placeEnded(bench, authority, site, partnership);
  }
}

function wait(bench: Workbench): void {
  addWaiting(bench, 'rotherham', ROTHERHAM_WAITING);
  const pupils = addWaiting(bench, 'lancashire', LANCASHIRE_WAITING);
  const of = (key: string): string => {
    const pupil = pupils.get(key);
    if (!pupil) throw new RangeError(`No waiting pupil ${key}`);
    return pupil.reference;
  };
  bench.markers.push(
    { authority: 'lancashire', kind: 'not_with', pupil: of('apart-1'), otherPupil: of('apart-2'), firstOn: calendarDate('2026-02-24'), reason: 'Fight on 24 February; bail condition not to meet' },
    { authority: 'lancashire', kind: 'not_at', pupil: of('from-pru'), site: 'oswaldtwistle', firstOn: calendarDate('2026-02-26'), reason: 'Permanently excluded from this site' },
  );
}

function remember(bench: Workbench, partnerships: readonly PartnershipFact[]): void {
  const slugs = (authority: PlacedRow['authority']): string[] =>
    partnerships.filter((each) => each.authority === authority).map((each) => each.slug);
  lastYear(bench, 'rotherham', slugs('rotherham'), 24);
  lastYear(bench, 'lancashire', slugs('lancashire'), 96);
  lancashire1718(bench, (district) => {
    const found = partnerships.find((each) => each.authority === 'lancashire' && each.name === district);
    if (!found) throw new RangeError(`No partnership for the district ${district}`);
    return found.slug;
  });
  rotherhamPrinted(bench);
}

/** Every fact; each call gives equal values. */
export function demonstrationFacts(): Facts {
  const establishments = readEstablishments();
  const establishmentTypes = readEstablishmentTypes();
  const partnershipMembers = readPartnershipMembers();
  const partnerships = readPartnerships();
  const bankHolidays = readBankHolidays();
  const bench = new Workbench(new SeededRandom(SEED), establishments, establishmentTypes, partnershipMembers, bankHolidays);
  fill(bench);
  wait(bench);
  remember(bench, partnerships);
  // Last, so that nothing drawn before it changes.
  placeOverQuotaHistory(bench);
  return {
    today: TODAY, bankHolidays, localAuthorities: readLocalAuthorities(), authorities: AUTHORITIES, settings: SETTING_FACTS,
    budgetLines: budgetLines(), spendTargets: SPEND_TARGETS, establishments, establishmentTypes,
    establishmentLinks: readEstablishmentLinks(establishments), partnerships, partnershipMembers, calendars: CALENDARS,
    providers: providers(establishments), sites: sites(establishments), sitePlaces: sitePlaces(), siteClosures: SITE_CLOSURES,
    overNumber: OVER_NUMBER, commissionedPlaces: commissionedPlaces(),
    agreements: agreements(partnerships, partnershipMembers, establishments), people: PEOPLE, pupils: bench.pupils.made,
    markers: bench.markers, exclusions: bench.exclusions, referrals: bench.referrals, placements: bench.placements,
    interimEducation: bench.interim, printedTables: printedTables(), printedStatements: printedStatements(), enteredNotes: ENTERED_NOTES,
  };
}
