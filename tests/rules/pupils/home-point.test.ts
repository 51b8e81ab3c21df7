/** Where a pupil lives as the postcode tells it: the centre of its district, or nothing. */
import { describe, expect, it } from 'vitest';
import { homePoint, postcodeDistrict, unknownDistrictWords } from '@/lib/pupils/rules/home-point';

describe('the district of a postcode', () => {
  it.each([
    ['BB4 4BW', 'BB4'], ['bb44bw', 'BB4'], ['BB4', 'BB4'], ['S66 2BH', 'S66'], ['s6 6bh', 'S6'], ['PR25 1AA', 'PR25'], ['EC1A 1BB', 'EC1A'], ['', null], ['Rawtenstall', null],
  ])('of %s is %s', (postcode, district) => {
    expect(postcodeDistrict(postcode)).toBe(district);
  });
});

describe('the point of a home', () => {
  it('is the centre of the district, whether the postcode is whole or not', () => {
    expect([homePoint('BB4 4BW'), homePoint('BB4'), homePoint('S65 1AA')]).toEqual([
      { easting: 380900, northing: 423100 }, { easting: 380900, northing: 423100 }, { easting: 445200, northing: 393400 },
    ]);
  });

  it('is not known for a district elsewhere, which is said, nor without a postcode, which is not', () => {
    expect([homePoint('EC1A 1BB'), homePoint(''), unknownDistrictWords(''), unknownDistrictWords('BB4 4BW')]).toEqual([null, null, null, null]);
    expect(unknownDistrictWords('EC1A 1BB')).toContain('postcode district EC1A');
  });
});
