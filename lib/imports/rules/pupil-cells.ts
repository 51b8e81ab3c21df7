import type { PupilFact } from '../types';

/** A pupil as cells of a template, by column key. */
export function pupilCells(pupil: PupilFact): Readonly<Record<string, string>> {
  return {
    firstName: pupil.firstName, lastName: pupil.lastName, bornOn: pupil.bornOn, upn: pupil.upn ?? '', yearGroup: String(pupil.yearGroup),
    sex: pupil.sex, homeAuthority: pupil.homeAuthority,
  };
}
