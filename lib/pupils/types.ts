declare const brand: unique symbol;

/** A Unique Pupil Number whose check letter, authority and form are right (R64). Shown on pupils' own screens only. */
export type Upn = string & { readonly [brand]: 'Upn' };

/** A point of the National Grid, in metres. */
export interface HomePoint {
  readonly easting: number;
  readonly northing: number;
}

export type KeyStage = 'EYFS' | 'KS1' | 'KS2' | 'KS3' | 'KS4' | 'KS5';
