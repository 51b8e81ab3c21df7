/** What facts of every kind share. */

export type AuthoritySlug = 'rotherham' | 'lancashire';

/** Where a figure comes from: a council's paper, published data, or an assumption of the demonstration. */
export type Origin = 'as printed' | 'published data' | 'assumption';

export interface Owned {
  readonly authority: AuthoritySlug;
}

/** British National Grid metres; `sector` and `district` read as "about". */
export interface LocationFact {
  readonly easting: number;
  readonly northing: number;
  readonly quality: 'exact' | 'sector' | 'district';
}
