/** Reads the source CSV files as rows keyed by header, whatever encoding the publisher used. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { addDays, calendarDate, type CalendarDate } from '@/lib/core/calendar-date';

export type Row = Readonly<Record<string, string>>;

/** UTF-8 when the bytes are strictly UTF-8, else Windows-1252, which is what the register writes. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1252');
  }
}

function readRows(folder: string, file: string): Row[] {
  return parse(decode(readFileSync(join(folder, file))), { columns: true, bom: true, skip_empty_lines: true });
}

export interface Sources {
  readonly spine: Row[];
  readonly edubase2017: Row[];
  readonly exclusionSchools: Row[];
  readonly register2025: ReadonlyMap<string, Row>;
  readonly pupilPremium2025: ReadonlyMap<string, Row>;
  readonly links: Row[];
  readonly rolls: ReadonlyMap<string, Row>;
  readonly districts: Row[];
  readonly authorities: Row[];
  readonly postcodes: ReadonlyMap<string, Row>;
  readonly postcodeDistricts: ReadonlyMap<string, Row>;
  readonly typeNames: ReadonlyMap<string, string>;
}

function by(rows: readonly Row[], column: string): Map<string, Row> {
  return new Map(rows.map((row) => [row[column] ?? '', row]));
}

export function readSources(folder: string): Sources {
  const read = (file: string): Row[] => readRows(folder, file);
  const types = read('gias/edubasealldata20250422-establishment-types.csv');
  return {
    spine: read('schools/performance_tables_school_list_2017-18_LA372_LA888.csv'),
    edubase2017: read('schools/edubase_201707_reduced_LA372_LA888.csv'),
    exclusionSchools: read('schools/exclusions_school_list_2006-2018_LA372_LA888.csv'),
    register2025: by(read('schools/gias_minimal_202507_urns_of_LA372_LA888.csv'), 'urn'),
    pupilPremium2025: by(read('schools/pp50_autumn_2025_Rotherham_Lancashire.csv'), 'URN'),
    links: read('gias/links_edubasealldata20250422_LA372_LA888.csv'),
    rolls: by(
      read('exclusions/exclusions_school_level_LA372_LA888_200607-201617.csv').filter(
        (row) => row.time_period === '201617',
      ),
      'laestab',
    ),
    districts: read('seed-tables/lancashire-secondary-by-district.csv'),
    authorities: read('gias/local_authority_register.csv'),
    postcodes: by(read('places/school-postcodes.csv'), 'postcode'),
    postcodeDistricts: by(read('places/postcode-districts.csv'), 'postcode_district'),
    typeNames: new Map(
      types.map((row) => [
        (row['type-of-establishment-code'] ?? '').padStart(2, '0'),
        row['type-of-establishment-name'] ?? '',
      ]),
    ),
  };
}

/** `31-10-2017` as a date; null when blank. */
export function registerDate(text: string | undefined): CalendarDate | null {
  const match = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text ?? '');
  return match ? calendarDate(`${match[3]}-${match[2]}-${match[1]}`) : null;
}

/** A spreadsheet serial number (43039 is 31 October 2017) as a date; null when blank. */
export function serialDate(text: string | undefined): CalendarDate | null {
  return text ? addDays(calendarDate('1900-01-01'), Number(text) - 2) : null;
}
