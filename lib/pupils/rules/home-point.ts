import type { HomePoint } from '../types';
import { parsePostcode } from './postcode';
import { POSTCODE_DISTRICTS } from './postcode-districts';

/** The district of a postcode, its first half: `BB4` of `BB4 4BW`. Null when the text is no postcode or is empty. */
export function postcodeDistrict(text: string): string | null {
  const [district = ''] = (parsePostcode(text) ?? '').split(' ');
  return district === '' ? null : district;
}

/** Where a pupil lives, as well as the postcode tells it: the centre of its district, in metres of the National Grid. Null when the district is not known. */
export function homePoint(postcode: string): HomePoint | null {
  const district = postcodeDistrict(postcode);
  return district === null ? null : POSTCODE_DISTRICTS.get(district) ?? null;
}

/** What to say of a postcode whose district is not known, which is no reason to refuse it; null when there is nothing to say. */
export function unknownDistrictWords(postcode: string): string | null {
  const district = postcodeDistrict(postcode);
  return district === null || homePoint(postcode) ? null
    : `No place on the map is known for the postcode district ${district}, so the distance to each site is not known. Check the postcode; if it is right, nothing needs to be done`;
}
