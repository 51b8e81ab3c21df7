import type { Row, Sources } from './source-files';

export interface Location {
  readonly easting: string;
  readonly northing: string;
  /** `exact` is the postcode's point; `sector` and `district` are means and read as "about". */
  readonly quality: 'exact' | 'sector' | 'district' | '';
}

function mean(rows: readonly Row[], column: string): string {
  const sum = rows.reduce((total, row) => total + Number(row[column]), 0);
  return String(Math.round(sum / rows.length));
}

/** The point of a postcode, else the mean of its sector's known postcodes, else the centre of its district. */
export function locate(postcode: string, sources: Sources): Location {
  const exact = sources.postcodes.get(postcode);
  if (exact) return { easting: exact.easting ?? '', northing: exact.northing ?? '', quality: 'exact' };
  const sector = /^(\S+ \d)/.exec(postcode)?.[1];
  const neighbours = sector
    ? [...sources.postcodes.values()].filter((row) => row.postcode?.startsWith(sector))
    : [];
  if (neighbours.length > 0) {
    return { easting: mean(neighbours, 'easting'), northing: mean(neighbours, 'northing'), quality: 'sector' };
  }
  const district = sources.postcodeDistricts.get(postcode.split(' ')[0] ?? '');
  if (district) return { easting: district.easting ?? '', northing: district.northing ?? '', quality: 'district' };
  return { easting: '', northing: '', quality: '' };
}
