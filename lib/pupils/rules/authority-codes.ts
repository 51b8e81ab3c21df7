/**
 * Authority numbers that a UPN may begin with (R64): every number in use since UPNs began, because
 * a pupil keeps the number of an authority that is gone. Ranges are inclusive.
 */
const RANGES: readonly (readonly [number, number])[] = [
  [201, 213], [301, 320], [330, 336], [340, 344], [350, 359], [370, 373], [380, 384], [390, 394], [420, 420],
  [800, 803], [805, 808], [810, 813], [815, 816], [821, 823], [825, 826], [830, 831], [838, 841], [845, 846],
  [850, 852], [855, 857], [860, 861], [865, 874], [876, 896], [908, 909], [916, 916], [919, 919], [921, 921],
  [925, 926], [928, 929], [931, 931], [933, 933], [935, 938],
  // Dorset, Poole and Bournemouth before April 2019; Bedfordshire and Cheshire before April 2009.
  [835, 837], [820, 820], [875, 875],
  // North and West Northamptonshire (2021), Cumberland, Westmorland and Furness (2023).
  [940, 943],
  // Pseudo-authorities of the schools register: forces' schools overseas, fieldwork overseas, Gibraltar.
  [702, 702], [704, 704], [708, 708],
];

/** True for a three-digit number that is, or was, a local authority's or a pseudo-authority's. */
export function isAuthorityCode(code: string): boolean {
  return /^\d{3}$/.test(code) && RANGES.some(([first, last]) => first <= +code && +code <= last);
}
