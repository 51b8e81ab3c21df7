import { isMemberOn } from '@/lib/agreements/rules/quota';
import { type KeptAgreement, loadAgreements } from '@/lib/agreements/store';
import { maxDate, minDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { type PartnershipYear, partnershipYear } from '../rules/partnership-year';
import { type KeptPlacement, loadPlacements } from '../store';

/** One partnership with the agreement in force today, its schools' placements and where it stands. */
export interface LoadedPartnership {
  readonly kept: KeptAgreement;
  readonly memberIds: readonly string[];
  readonly placements: readonly KeptPlacement[];
  readonly year: PartnershipYear;
}

/** Every partnership whose agreement covers today, in display order, from one reading of agreements and placements. */
export async function loadPartnershipYears(tx: ReadTx): Promise<LoadedPartnership[]> {
  const agreements = await loadAgreements(tx, tx.today, tx.today);
  if (agreements.length === 0) return [];
  const from = agreements.map((one) => one.terms.firstOn).reduce(minDate);
  const to = agreements.map((one) => one.terms.lastOn).reduce(maxDate);
  const placements = await loadPlacements(tx, from, to);
  return agreements.flatMap((kept) => {
    const schools = new Set(kept.terms.schools.map((school) => school.schoolId));
    const own = placements.filter((one) => one.attributedSchoolId !== null && schools.has(one.attributedSchoolId));
    const year = partnershipYear(kept.terms, own, tx.today);
    const memberIds = kept.terms.schools.filter((school) => isMemberOn(school, tx.today)).map((school) => school.schoolId);
    return year ? [{ kept, memberIds, placements: own, year }] : [];
  });
}
