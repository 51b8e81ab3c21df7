import type { PupilFact } from '../types';

const YES_NO = ['No', 'Yes'] as const;
const SEN_CELLS = { N: 'No', K: 'SEN support', E: 'Yes' } as const;

/** A pupil as cells of a template, by column key. */
export function pupilCells(pupil: PupilFact): Readonly<Record<string, string>> {
  return {
    firstName: pupil.firstName, lastName: pupil.lastName, bornOn: pupil.bornOn, upn: pupil.upn ?? '', yearGroup: String(pupil.yearGroup),
    sex: pupil.sex, homeAuthority: pupil.homeAuthority, lookedAfterBy: pupil.lookedAfterBy ?? '', hasSocialWorker: pupil.hasSocialWorker === null ? '' : YES_NO[Number(pupil.hasSocialWorker)] ?? '',
    senProvision: pupil.senProvision === null ? '' : SEN_CELLS[pupil.senProvision], needs: (pupil.needs ?? []).join(' '), language: pupil.language ?? '',
    homePostcode: pupil.homePostcode ?? '',
  };
}
