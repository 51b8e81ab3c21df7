/** Reads the committed files of `prisma/seed/data` as facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseBankHolidays } from '@/lib/calendars/rules/bank-holidays';
import type { BankHolidays } from '@/lib/calendars/types';
import { type CalendarDate, calendarDate } from '@/lib/core/calendar-date';
import type {
  AuthoritySlug, EstablishmentFact, EstablishmentLinkFact, EstablishmentTypeFact, LocalAuthorityFact, LocationFact,
  PartnershipFact, PartnershipMemberFact, Sector,
} from './facts';

export type DataRow = Readonly<Record<string, string>>;

const FOLDER = join(process.cwd(), 'prisma', 'seed', 'data');

/** The rows of one file, for example `published/rotherham-permanent-exclusions.csv`. */
export function dataRows(file: string): DataRow[] {
  return parse(readFileSync(join(FOLDER, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}

/** One cell; RangeError names the column when the file has none of that name. */
export function cell(row: DataRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new RangeError(`The file has no column ${column}`);
  return value;
}

function wholeOrNull(text: string): number | null {
  return text === '' ? null : Number(text);
}

function dateOrNull(text: string): CalendarDate | null {
  return text === '' ? null : calendarDate(text);
}

function authorityOf(code: string): AuthoritySlug {
  if (code === '372') return 'rotherham';
  if (code === '888') return 'lancashire';
  throw new RangeError(`Not an authority of the demonstration: ${code}`);
}

function sectorOf(text: string): Sector {
  return text === 'academy' ? 'academy' : 'maintained';
}

function locationOf(row: DataRow): LocationFact | null {
  const quality = cell(row, 'location_quality');
  if (quality !== 'exact' && quality !== 'sector' && quality !== 'district') return null;
  return { easting: Number(cell(row, 'easting')), northing: Number(cell(row, 'northing')), quality };
}

function phaseOf(text: string): EstablishmentFact['phase'] {
  switch (text) {
    case 'primary': case 'secondary': case 'all-through': case 'special': case 'not applicable': return text;
    default: throw new RangeError(`Not a phase: ${JSON.stringify(text)}`);
  }
}

export function readEstablishments(): EstablishmentFact[] {
  return dataRows('establishments.csv').map((row) => ({
    authority: authorityOf(cell(row, 'la')), urn: cell(row, 'urn'), laestab: cell(row, 'laestab'), name: cell(row, 'name'),
    typeCode: cell(row, 'type_code') || null, typeName: cell(row, 'type_name') || null,
    sector: sectorOf(cell(row, 'sector')), phase: phaseOf(cell(row, 'phase')),
    lowAge: wholeOrNull(cell(row, 'low_age')), highAge: wholeOrNull(cell(row, 'high_age')),
    town: cell(row, 'town') || null, postcode: cell(row, 'postcode') || null, location: locationOf(row),
    openedOn: dateOrNull(cell(row, 'opened')), closedOn: dateOrNull(cell(row, 'closed')),
    rollJanuary2017: wholeOrNull(cell(row, 'roll_january_2017')), rollSource: cell(row, 'roll_source') || null,
  }));
}

export function readEstablishmentTypes(): EstablishmentTypeFact[] {
  const authorities = new Map(dataRows('establishments.csv').map((row) => [cell(row, 'urn'), authorityOf(cell(row, 'la'))]));
  return dataRows('establishment_types.csv').map((row) => ({
    authority: authorities.get(cell(row, 'urn')) ?? 'rotherham', urn: cell(row, 'urn'),
    typeCode: cell(row, 'type_code') || null, sector: sectorOf(cell(row, 'sector')),
    firstOn: dateOrNull(cell(row, 'first_on')), lastOn: dateOrNull(cell(row, 'last_on')),
  }));
}

export function readEstablishmentLinks(establishments: readonly EstablishmentFact[]): EstablishmentLinkFact[] {
  const authorities = new Map(establishments.map((school) => [school.urn, school.authority]));
  return dataRows('links.csv').map((row) => ({
    authority: authorities.get(cell(row, 'successor_urn')) ?? 'rotherham', predecessorUrn: cell(row, 'predecessor_urn'),
    successorUrn: cell(row, 'successor_urn'), linkedOn: calendarDate(cell(row, 'link_date')),
  }));
}

export function readPartnershipMembers(): PartnershipMemberFact[] {
  return dataRows('partnership_members.csv').map((row) => ({
    authority: authorityOf(cell(row, 'la')), partnership: cell(row, 'partnership'), urn: cell(row, 'urn'),
    firstOn: calendarDate(cell(row, 'first_on')), lastOn: dateOrNull(cell(row, 'last_on')),
  }));
}

export function readPartnerships(): PartnershipFact[] {
  const found = new Map<string, PartnershipFact>();
  for (const row of dataRows('partnership_members.csv')) {
    const slug = cell(row, 'partnership');
    found.set(slug, { authority: authorityOf(cell(row, 'la')), slug, name: cell(row, 'partnership_name'), phase: 'secondary' });
  }
  return [...found.values()];
}

export function readLocalAuthorities(): LocalAuthorityFact[] {
  return dataRows('local_authorities.csv').map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name'), lastOn: dateOrNull(cell(row, 'last_on')),
  }));
}

export function readBankHolidays(): BankHolidays {
  return parseBankHolidays(JSON.parse(readFileSync(join(FOLDER, 'bank-holidays.json'), 'utf8')));
}
