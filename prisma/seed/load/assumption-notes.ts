/** What the demonstration uses that is in none of the councils' papers. */
import type { AuthoritySlug } from '../demonstration/facts';

export interface AssumptionNote {
  readonly authority: AuthoritySlug;
  readonly id: string;
  readonly paper: string;
  readonly place: string;
  readonly note: string;
}

export const ASSUMPTION_NOTES: readonly AssumptionNote[] = [
  { authority: 'rotherham', id: 'partnerships', paper: 'The demonstration', place: 'Partnerships and agreements',
    note: 'The partnerships South, Wickersley and Central, and which school is in which, are assumptions' },
  { authority: 'rotherham', id: 'places-55', paper: 'Another council paper', place: 'Places from September 2016, funding released in the first year',
    note: '55 agreed secondary places from September 2016 and 7/12 of the funding in the first year are not in the paper of 2015' },
  { authority: 'rotherham', id: 'trust', paper: 'The demonstration', place: 'Trusts',
    note: 'Example Academies Trust is invented, and so is which school is in it. It pays for no agreement' },
  { authority: 'lancashire', id: 'trust', paper: 'The demonstration', place: 'Trusts',
    note: 'Example Schools Trust is invented, and so is which schools are in it. It pays for no agreement' },
  { authority: 'lancashire', id: 'districts', paper: 'The demonstration', place: 'Partnerships and agreements',
    note: 'Which school is in which district is fitted so that the printed number of schools comes out: Longridge\'s two schools count under Preston, and one independent school that became a free school is left out' },
];
