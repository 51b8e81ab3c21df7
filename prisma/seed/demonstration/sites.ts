/** Providers, sites, dated places by kind, closures, over-number authorisations and commissioned places. */
import { type CalendarDate, addDays, calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import type { PlaceKind } from '@/lib/placements/types';
import type {
  AuthoritySlug, CommissionedPlacesFact, EstablishmentFact, LocationFact, Origin, OverNumberFact, ProviderFact,
  SiteClosureFact, SiteFact, SitePlacesFact,
} from './facts';
import { AUTHORITY_CALENDAR } from './calendars';
import { cell, dataRows } from './read-data';

const ROTHERHAM_CUT_ON = calendarDate('2016-09-01');
const SEMH = ['SEMH', 'SLCN'];

const PROVIDERS: readonly ProviderFact[] = [
  { authority: 'rotherham', slug: 'rotherham-aspire', name: 'Rotherham Aspire', kind: 'pru', urn: '137823', origin: 'published data' },
  { authority: 'rotherham', slug: 'rowan-centre', name: 'The Rowan Centre', kind: 'pru', urn: '135743', origin: 'published data' },
  { authority: 'rotherham', slug: 'don-valley-tuition', name: 'Don Valley Tuition (invented)', kind: 'tuition', urn: null, origin: 'assumption' },
  { authority: 'rotherham', slug: 'open-desk-online', name: 'Open Desk Online (invented)', kind: 'online', urn: null, origin: 'assumption' },
  { authority: 'lancashire', slug: 'ribble-tuition', name: 'Ribble Tuition (invented)', kind: 'tuition', urn: null, origin: 'assumption' },
  { authority: 'lancashire', slug: 'open-desk-online', name: 'Open Desk Online (invented)', kind: 'online', urn: null, origin: 'assumption' },
];

/** Printed name of the place table, site slug, URN, what the site is good at, needs besides SEMH, languages. */
type LancashireSite = readonly [printed: string, slug: string, urn: string, specialisms: readonly string[], needs: readonly string[], languages: readonly string[]];

const LANCASHIRE_PRUS: readonly LancashireSite[] = [
  ['Chadwick High School', 'chadwick', '133398', ['Small groups'], ['SLCN', 'MLD'], []],
  ['McKee College House', 'mckee', '134367', ['Vocational workshop'], ['SLCN'], ['Polish']],
  ['Shaftesbury High School', 'shaftesbury', '134130', ['Sport and outdoor education'], ['SLCN', 'ASD'], []],
  ['Larches High School', 'larches', '119112', ['Vocational workshop'], ['SLCN', 'MLD'], ['Urdu', 'Gujarati']],
  ['Oswaldtwistle School', 'oswaldtwistle', '134127', ['Therapeutic support'], ['SLCN', 'SPLD'], ['Urdu']],
  ['The Acorns School', 'acorns', '134872', ['Small groups'], ['SLCN'], []],
  ['Coal Clough Academy', 'coal-clough', '142054', ['Vocational workshop', 'Art and music'], ['SLCN', 'MLD'], ['Urdu', 'Bengali']],
];

const SEMH_SCHOOLS: readonly (readonly [printed: string, slug: string, urn: string])[] = [
  ['Hope High', 'hope-high', '119898'],
  ['Moorbrook School', 'moorbrook', '119866'],
  ['Brookfield School', 'brookfield', '119895'],
  ['The Rose School', 'rose', '134625'],
  ['Wennington Hall', 'wennington-hall', '119873'],
];

export function providers(establishments: readonly EstablishmentFact[]): ProviderFact[] {
  const named = (urn: string): string => establishments.find((each) => each.urn === urn)?.name ?? urn;
  return [
    ...PROVIDERS,
    ...LANCASHIRE_PRUS.map(([, slug, urn]): ProviderFact => ({
      authority: 'lancashire', slug, name: named(urn), kind: slug === 'coal-clough' ? 'ap_academy' : 'pru', urn, origin: 'published data',
    })),
    ...SEMH_SCHOOLS.map(([, slug, urn]): ProviderFact => ({
      authority: 'lancashire', slug, name: named(urn), kind: 'special_school', urn, origin: 'published data',
    })),
  ];
}

/** Centres of postcode districts: the printed papers name no address for these sites. */
const S65: LocationFact = { easting: 445200, northing: 393400, quality: 'district' };
const S60: LocationFact = { easting: 443400, northing: 391000, quality: 'district' };
const S66: LocationFact = { easting: 450400, northing: 391800, quality: 'district' };

export function sites(establishments: readonly EstablishmentFact[]): SiteFact[] {
  const at = (urn: string): LocationFact => {
    const location = establishments.find((each) => each.urn === urn)?.location;
    if (!location) throw new RangeError(`No location for URN ${urn}`);
    return location;
  };
  const base = { calendar: AUTHORITY_CALENDAR, languages: [] as readonly string[], admits: 'any_referred' as const };
  const rotherham = { ...base, authority: 'rotherham' as const, needsMet: SEMH };
  return [
    { ...rotherham, slug: 'aspire-primary-a', name: 'Aspire Primary A', provider: 'rotherham-aspire', urn: null, phase: 'primary',
      lowAge: 5, highAge: 11, location: S60, locationOrigin: 'assumption', specialisms: ['Nurture groups'] },
    { ...rotherham, slug: 'aspire-primary-b', name: 'Aspire Primary B', provider: 'rotherham-aspire', urn: null, phase: 'primary',
      lowAge: 5, highAge: 11, location: S66, locationOrigin: 'assumption', specialisms: ['Nurture groups'] },
    { ...rotherham, slug: 'rowan', name: 'The Rowan Centre', provider: 'rowan-centre', urn: '135743', phase: 'secondary',
      lowAge: 11, highAge: 16, location: S65, locationOrigin: 'assumption', specialisms: ['Therapeutic intervention centre'],
      needsMet: [...SEMH, 'ASD', 'SPLD'] },
    { ...rotherham, slug: 'aspire-secondary', name: 'Aspire Secondary', provider: 'rotherham-aspire', urn: '137823', phase: 'secondary',
      lowAge: 11, highAge: 16, location: at('137823'), locationOrigin: 'published data', specialisms: ['Vocational workshop'],
      needsMet: [...SEMH, 'MLD'], languages: ['Slovak'] },
    ...LANCASHIRE_PRUS.map(([, slug, urn, specialisms, needs, languages]): SiteFact => ({
      ...base, authority: 'lancashire', slug, name: establishments.find((each) => each.urn === urn)?.name ?? slug, provider: slug,
      urn, phase: 'secondary', lowAge: 11, highAge: 16, location: at(urn), locationOrigin: 'published data', specialisms,
      needsMet: ['SEMH', ...needs], languages, admits: slug === 'coal-clough' ? 'after_own_agreement' : 'any_referred',
    })),
    ...SEMH_SCHOOLS.map(([, slug, urn]): SiteFact => ({
      ...base, authority: 'lancashire', slug, name: establishments.find((each) => each.urn === urn)?.name ?? slug, provider: slug,
      urn, phase: 'secondary', lowAge: 11, highAge: 16, location: at(urn), locationOrigin: 'published data',
      specialisms: ['Special school for SEMH'], needsMet: ['SEMH', 'SLCN', 'ASD', 'MLD'], admits: 'ehc_plan_naming_it',
    })),
  ];
}

type Split = readonly [day6: number, preventative: number, reserve: number];
const KINDS: readonly PlaceKind[] = ['day6', 'preventative', 'reserve'];

function places(
  authority: AuthoritySlug, site: string, split: Split, firstOn: CalendarDate, lastOn: CalendarDate | null, reason: string, origin: Origin,
): SitePlacesFact[] {
  return KINDS.map((kind, index) => ({ authority, site, kind, places: split[index] ?? 0, firstOn, lastOn, reason, origin }));
}

/** Two thirds for day 6, two held in reserve, the rest preventative. */
function lancashireSplit(total: number): Split {
  const day6 = Math.round((total * 2) / 3);
  return [day6, total - day6 - 2, 2];
}

export function sitePlaces(): SitePlacesFact[] {
  const start = calendarDate('2014-09-01');
  const before = addDays(ROTHERHAM_CUT_ON, -1);
  const [year1718, year1819] = [calendarDate('2017-09-01'), calendarDate('2018-09-01')];
  const pruTable = dataRows('published/lancashire-pru-commissioned-places.csv');
  const specialTable = dataRows('published/lancashire-semh-special-school-places.csv');
  const printed = (rows: typeof pruTable, key: string, name: string, column: string): number => {
    const row = rows.find((each) => cell(each, key) === name);
    if (!row) throw new RangeError(`The printed table has no row ${name}`);
    return Number(cell(row, column));
  };
  const agreed = 'Agreed number of places';
  return [
    ...places('rotherham', 'aspire-primary-a', [6, 4, 2], start, null, agreed, 'assumption'),
    ...places('rotherham', 'aspire-primary-b', [6, 4, 2], start, null, agreed, 'assumption'),
    ...places('rotherham', 'rowan', [15, 12, 3], start, before, 'Places before the agreed reduction', 'assumption'),
    ...places('rotherham', 'rowan', [10, 8, 2], ROTHERHAM_CUT_ON, null, 'Reduction agreed with the partnerships', 'assumption'),
    ...places('rotherham', 'aspire-secondary', [34, 21, 5], start, before, 'Places before the agreed reduction', 'assumption'),
    ...places('rotherham', 'aspire-secondary', [20, 12, 3], ROTHERHAM_CUT_ON, null, 'Reduction agreed with the partnerships', 'assumption'),
    ...LANCASHIRE_PRUS.flatMap(([name, slug]) => [
      ...places('lancashire', slug, lancashireSplit(printed(pruTable, 'provider', name, 'places_2017_18')), year1718, addDays(year1819, -1),
        'Commissioned places 2017/18; the split by kind is an assumption', 'as printed'),
      ...places('lancashire', slug, lancashireSplit(printed(pruTable, 'provider', name, 'places_2018_19')), year1819, null,
        'Commissioned places 2018/19; the split by kind is an assumption', 'as printed'),
    ]),
    ...SEMH_SCHOOLS.flatMap(([name, slug]) => places('lancashire', slug, [0, 0, printed(specialTable, 'school', name, 'designated_semh_places')],
      year1819, null, 'Designated SEMH places, filled by EHC plans that name the school', 'as printed')),
  ];
}

export const SITE_CLOSURES: readonly SiteClosureFact[] = [
  { authority: 'rotherham', site: 'aspire-primary-b', firstOn: calendarDate('2026-02-05'), lastOn: calendarDate('2026-02-05'), reason: 'Heating failure' },
  { authority: 'lancashire', site: 'mckee', firstOn: calendarDate('2026-03-19'), lastOn: calendarDate('2026-03-20'), reason: 'Electrical work' },
];

/** More on roll than places in the printed table: 69 for 64, and 61 for 52. */
export const OVER_NUMBER: readonly OverNumberFact[] = [
  ['hope-high', 5, '69 on roll for 64 places'] as const,
  ['brookfield', 9, '61 on roll for 52 places'] as const,
].map(([site, number, reason]) => ({
  authority: 'lancashire', site, kind: 'reserve', number, firstOn: calendarDate('2018-09-01'), lastOn: calendarDate('2026-08-31'),
  reason, authorisedAtSite: 'Headteacher', authorisedByAuthority: 'Commissioner', source: 'printed table',
}));

/** Budget lines of 2025-26: £10,000 a place and a top-up of £8,000, in pence. */
const ROTHERHAM_PLACE = 1_000_000n + 800_000n;

export function commissionedPlaces(): CommissionedPlacesFact[] {
  const rotherham = ([['aspire-primary-a', 12], ['aspire-primary-b', 12], ['rowan', 20], ['aspire-secondary', 35]] as const)
    .map(([site, number]): CommissionedPlacesFact => ({
      authority: 'rotherham', site, financialYear: '2025-26', places: number, cost: pence(BigInt(number) * ROTHERHAM_PLACE), origin: 'assumption',
    }));
  const table = dataRows('published/lancashire-pru-commissioned-places.csv');
  const lancashire = LANCASHIRE_PRUS.flatMap(([name, site]): CommissionedPlacesFact[] => table
    .filter((row) => cell(row, 'provider') === name)
    .flatMap((row): CommissionedPlacesFact[] => [
      { authority: 'lancashire', site, financialYear: '2017-18', places: Number(cell(row, 'places_2017_18')),
        cost: pence(BigInt(cell(row, 'cost_2017_18_gbp')) * 100n), origin: 'as printed' },
      { authority: 'lancashire', site, financialYear: '2018-19', places: Number(cell(row, 'places_2018_19')), cost: null, origin: 'as printed' },
      // No later paper prints places or prices, so none is made up: the sites too stand at the places of 2018-19.
      { authority: 'lancashire', site, financialYear: '2025-26', places: Number(cell(row, 'places_2018_19')), cost: null, origin: 'assumption',
        basis: 'The places printed by the council for 2018-19, the last year in its papers; that they still hold is an assumption of the demonstration' },
    ]));
  return [...rotherham, ...lancashire];
}
