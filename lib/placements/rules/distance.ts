/** A point of the National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

/** Straight-line distance in whole kilometres, halves up; null when either end is not known. */
export function wholeKilometres(from: GridPoint | null, to: GridPoint | null): number | null {
  if (!from || !to) return null;
  return Math.floor((Math.hypot(from.easting - to.easting, from.northing - to.northing) + 500) / 1000);
}

/** `about 4 km`, `under 1 km`, `distance not known`. */
export function distanceInWords(kilometres: number | null): string {
  if (kilometres === null) return 'distance not known';
  return kilometres === 0 ? 'under 1 km' : `about ${kilometres} km`;
}
