import type { ProviderKind, SpendLineKey } from '../types';

interface LineWords {
  readonly title: string;
  /** Where its actual spend comes from, in a sentence. */
  readonly from: string;
}

/** The lines in words (ux rules, section 5). */
export const LINE_WORDS: Readonly<Record<SpendLineKey, LineWords>> = {
  pru_places: { title: 'PRU and AP places', from: 'Places commissioned at pupil referral units, at their price, whoever is in them.' },
  top_ups: { title: 'Top-ups', from: 'Each pupil in a place at a pupil referral unit or AP academy for whom the authority pays, by the days placed.' },
  ap_academy: { title: 'AP academy places', from: 'Places commissioned at AP academies. The department pays the academy and takes the sum off the authority’s grant.' },
  college: { title: 'College places', from: 'Pupils placed at colleges, and what finance enters.' },
  independent: { title: 'Independent and out-of-authority places', from: 'Pupils placed at independent providers, and invoices that finance enters.' },
  over_quota_income: { title: 'Over-quota income', from: 'Charges posted to the ledger for places over the quota. Nothing is forecast beyond what is posted.' },
  transport: { title: 'Transport', from: 'What finance enters.' },
  special_schools: { title: 'Special school SEMH places', from: 'Pupils placed at special schools, places commissioned there, and what finance enters.' },
  released_funding: { title: 'Released funding devolved', from: 'What finance enters.' },
};

/** The line of the places bought at a kind of provider. */
export function lineOfPlaces(kind: ProviderKind): SpendLineKey {
  switch (kind) {
    case 'pru': case 'in_school': return 'pru_places';
    case 'ap_academy': return 'ap_academy';
    default: return lineOfPupils(kind);
  }
}

/** The line of what is paid for each pupil at a kind of provider. */
export function lineOfPupils(kind: ProviderKind): SpendLineKey {
  switch (kind) {
    case 'pru': case 'in_school': case 'ap_academy': return 'top_ups';
    case 'special_school': return 'special_schools';
    case 'college': return 'college';
    case 'independent': case 'unregistered': return 'independent';
  }
}

/** Pupil referral units and AP: the providers whose volumes are reported. */
export function hasVolumes(kind: ProviderKind): boolean {
  return kind === 'pru' || kind === 'in_school' || kind === 'ap_academy';
}
