/**
 * One row per URN: the schools of the two councils that the product needs, joined from several
 * published lists. Where a value is inferred, a `..._source` column says how.
 */
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import { locate } from './location';
import { registerDate, serialDate, type Row, type Sources } from './source-files';

export interface Establishment {
  readonly urn: string;
  laestab: string;
  laestab_source: string;
  readonly la: string;
  name: string;
  type_code: string;
  type_name: string;
  type_source: string;
  phase: string;
  sector: 'maintained' | 'academy';
  low_age: string;
  high_age: string;
  town: string;
  postcode: string;
  easting: string;
  northing: string;
  location_quality: string;
  opened: string;
  opened_source: string;
  closed: string;
  closed_source: string;
  open_july_2025: 'yes' | 'no' | 'not in list';
  roll_january_2017: string;
  roll_source: string;
}

/** Spine wording to register code (R65a). */
const SPINE_TYPES: Readonly<Record<string, string>> = {
  'Community school': '01',
  'Voluntary aided school': '02',
  'Voluntary controlled school': '03',
  'Foundation school': '05',
  'Community special school': '07',
  'Academy sponsor led mainstream': '28',
  'Academy - Converter mainstream': '34',
  'Free school - Mainstream': '35',
};
const ACADEMY_CODES = new Set(['28', '33', '34', '35', '36', '38', '40', '41', '42', '43', '44']);
const SEMH_SPECIAL = new Set(['119898', '119866', '119895', '134625', '119873']);
const PRU = /^\d{3}11\d{2}$/;

function isAcademyCode(code: string): boolean {
  return ACADEMY_CODES.has(code);
}

/** Single predecessor to successor pairs with a date on at least one side; merges and splits are left out. */
export function conversions(sources: Sources): { from: string; to: string; on: CalendarDate }[] {
  const dates = new Map<string, CalendarDate>();
  for (const link of sources.links) {
    const pair =
      link.LinkType === 'Successor' ? `${link.URN}>${link.LinkURN}` :
      link.LinkType === 'Predecessor' ? `${link.LinkURN}>${link.URN}` : null;
    const on = registerDate(link.LinkEstablishedDate);
    if (!pair || !on) continue;
    const known = dates.get(pair);
    if (!known || on > known) dates.set(pair, on);
  }
  return [...dates].map(([pair, on]) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to, on };
  });
}

function clean(text: string | undefined): string {
  const value = (text ?? '').trim();
  return value === 'NA' ? '' : value;
}

function typed(code: string, sources: Sources): Pick<Establishment, 'type_code' | 'type_name' | 'sector'> {
  return {
    type_code: code,
    type_name: sources.typeNames.get(code) ?? '',
    sector: isAcademyCode(code) ? 'academy' : 'maintained',
  };
}

/** The type that the list of autumn 2025 gives a URN; empty when it is not in that list. */
function listedTypeCode(urn: string, sources: Sources): string {
  const type = sources.pupilPremium2025.get(urn)?.['School type'];
  return [...sources.typeNames].find(([, name]) => name === type)?.[0] ?? '';
}

function blank(urn: string, la: string): Establishment {
  return {
    urn, laestab: '', laestab_source: '', la, name: '', type_code: '', type_name: '', type_source: '', phase: '',
    sector: 'maintained', low_age: '', high_age: '', town: '', postcode: '', easting: '', northing: '',
    location_quality: '', opened: '', opened_source: '', closed: '', closed_source: '',
    open_july_2025: 'not in list', roll_january_2017: '', roll_source: '',
  };
}

function fromSpine(row: Row, sources: Sources): Establishment {
  const urn = clean(row.URN);
  const opened = serialDate(row.OPENDATE);
  const closed = serialDate(row.CLOSEDATE);
  const special = row.MINORGROUP === 'Special School';
  const primary = row.ISPRIMARY === '1';
  return {
    ...blank(urn, clean(row.LA)),
    laestab: clean(row.LAESTAB), laestab_source: 'performance-table list 2018',
    name: clean(row.SCHNAME), ...typed(SPINE_TYPES[row.NFTYPE ?? ''] ?? '', sources),
    type_source: 'performance-table list 2018',
    phase: special ? 'special' : primary && row.ISSECONDARY === '1' ? 'all-through' : primary ? 'primary' : 'secondary',
    low_age: clean(row.AGEL), high_age: clean(row.AGEH), town: clean(row.TOWN), postcode: clean(row.POSTCODE),
    opened: opened ?? '', opened_source: opened ? 'performance-table list 2018' : '',
    closed: closed ?? '', closed_source: closed ? 'performance-table list 2018' : '',
    open_july_2025: sources.register2025.has(urn) ? 'yes' : 'no',
  };
}

function fromExclusionList(row: Row, sources: Sources): Establishment {
  const urn = clean(row.URN);
  const edubase = sources.edubase2017.find((each) => each.URN === urn);
  const listed = listedTypeCode(urn, sources);
  return {
    ...blank(urn, clean(row.LA)),
    laestab: clean(row.LAEstab), laestab_source: 'exclusions school list 2006 to 2018',
    name: clean(row.SchoolName), ...typed(listed || '14', sources),
    type_source: listed ? 'pupil premium list 2025' : 'establishment number 11xx (R65)',
    phase: 'not applicable',
    low_age: clean(edubase?.['Statutory lowest age']), high_age: clean(edubase?.['Statutory highest age']),
    town: clean(edubase?.Town), postcode: clean(edubase?.Postcode),
    open_july_2025: sources.register2025.has(urn) ? 'yes' : 'no',
  };
}

function wanted(row: Row, secondaries: ReadonlySet<string>): boolean {
  if (SEMH_SPECIAL.has(row.URN ?? '')) return true;
  if (row.MINORGROUP !== 'Maintained School' && row.MINORGROUP !== 'Academy') return false;
  if (row.ISSECONDARY === '1') return row.LA === '372' || secondaries.has(row.LAESTAB ?? '');
  return row.ISPRIMARY === '1';
}

/** A school that took over from one already listed, or that a listed one took over from. */
function relative(urn: string, other: Establishment, later: boolean, sources: Sources): Establishment {
  const list = sources.exclusionSchools.find((row) => row.URN === urn);
  const edubase = sources.edubase2017.find((row) => row.URN === urn);
  const link = sources.links.find((row) => row.LinkURN === urn);
  const code = listedTypeCode(urn, sources);
  const laestab = clean(list?.LAEstab);
  return {
    ...blank(urn, other.la),
    laestab: laestab || other.laestab,
    laestab_source: laestab ? 'exclusions school list 2006 to 2018'
      : `carried from URN ${other.urn}: usual on conversion (R65), not confirmed`,
    name: clean(list?.SchoolName) || clean(link?.LinkName) || other.name,
    ...(code ? typed(code, sources) : {
      type_code: '', type_name: '', sector: later ? 'academy' as const : 'maintained' as const,
    }),
    type_source: code ? 'pupil premium list 2025'
      : later ? 'new URN after conversion: an academy, kind not in the sources'
        : 'before conversion: maintained, kind not in the sources',
    phase: other.phase, low_age: other.low_age, high_age: other.high_age, town: other.town,
    postcode: clean(edubase?.Postcode) || other.postcode,
    open_july_2025: sources.register2025.has(urn) ? 'yes' : later ? 'not in list' : 'no',
  };
}

function withRegister(school: Establishment, sources: Sources): Establishment {
  const row = sources.register2025.get(school.urn);
  const listed = registerDate(row?.open_date);
  const postcode = clean(row?.postcode) || school.postcode;
  const place = locate(postcode, sources);
  return {
    ...school,
    name: clean(row?.name) || school.name, town: clean(row?.town) || school.town, postcode,
    easting: place.easting, northing: place.northing, location_quality: place.quality,
    opened: listed ?? school.opened, opened_source: listed ? 'GIAS July 2025' : school.opened_source,
  };
}

function withRoll(school: Establishment, all: ReadonlyMap<string, Establishment>, sources: Sources): Establishment {
  const own = sources.rolls.get(school.laestab)?.headcount;
  if (own && /^\d+$/.test(own)) return { ...school, roll_january_2017: own, roll_source: 'January 2017 census, own LAESTAB' };
  const before = conversions(sources).find((each) => each.to === school.urn && all.has(each.from));
  const predecessor = before ? all.get(before.from) : undefined;
  const headcount = predecessor ? sources.rolls.get(predecessor.laestab)?.headcount : undefined;
  if (!predecessor || !headcount || !/^\d+$/.test(headcount)) return school;
  return { ...school, roll_january_2017: headcount, roll_source: `January 2017 census, predecessor ${predecessor.laestab}` };
}

/** Every establishment the product is seeded with, by council and URN. */
export function buildEstablishments(sources: Sources): Establishment[] {
  const secondaries = new Set(sources.districts.map((row) => row.laestab ?? ''));
  const found = new Map<string, Establishment>();
  for (const row of sources.spine) if (wanted(row, secondaries)) found.set(row.URN ?? '', fromSpine(row, sources));
  for (const row of sources.exclusionSchools) {
    if (PRU.test(row.LAEstab ?? '') && !found.has(row.URN ?? '')) found.set(row.URN ?? '', fromExclusionList(row, sources));
  }
  const pairs = conversions(sources);
  for (let added = true; added; ) {
    added = false;
    for (const { from, to } of pairs) {
      const [before, after] = [found.get(from), found.get(to)];
      if (before && !after) found.set(to, relative(to, before, true, sources));
      else if (after && !before && after.phase !== 'primary') found.set(from, relative(from, after, false, sources));
      else continue;
      added = true;
    }
  }
  let schools = new Map([...found].map(([urn, school]) => [urn, withRegister(school, sources)]));
  for (const { from, to, on } of pairs) {
    const [before, after] = [schools.get(from), schools.get(to)];
    if (!before || !after) continue;
    const opened = (after.opened || on) as CalendarDate;
    if (!after.opened) schools.set(to, { ...after, opened, opened_source: 'GIAS link date, April 2025' });
    if (!before.closed) {
      schools.set(from, { ...before, closed: addDays(opened, -1), closed_source: `the day before URN ${to} opened` });
    }
  }
  schools = new Map([...schools].map(([urn, school]) => [urn, withRoll(school, schools, sources)]));
  return [...schools.values()].sort((a, b) => a.la.localeCompare(b.la) || a.urn.localeCompare(b.urn));
}
