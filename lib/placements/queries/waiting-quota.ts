import { quotaTenthsOn } from '@/lib/agreements/rules/quota';
import { type KeptAgreement, loadAgreements } from '@/lib/agreements/store';
import { maxDate, minDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { lastIndexTo } from '../rules/day-index';
import { plannedStarts } from '../rules/planned-starts';
import { quotaUse } from '../rules/quota-use';
import { usedAndAwaited } from '../rules/used-and-awaited';
import { countingDayFor } from '../rules/use-on-day';
import { type KeptPlacement, loadPlacements } from '../store';
import type { QuotaToday } from '../types';

/** The quota of the partnership that a school belongs to today, by phase; null when there is none. */
export type QuotaOfSchool = (schoolId: string, phase: 'primary' | 'secondary') => QuotaToday | null;

/** Quota and use today of every partnership with an agreement in force, read once. */
export async function quotasToday(tx: ReadTx): Promise<QuotaOfSchool> {
  const agreements = await loadAgreements(tx, tx.today, tx.today);
  if (agreements.length === 0) return () => null;
  const from = agreements.map((one) => one.terms.firstOn).reduce(minDate);
  const to = agreements.map((one) => one.terms.lastOn).reduce(maxDate);
  const placements = await loadPlacements(tx, from, to);
  const known = new Map<string, QuotaToday>();
  return (schoolId, phase) => {
    const agreement = agreements.find(({ terms }) => terms.phase === phase
      && terms.schools.some((school) => school.schoolId === schoolId && school.membership.some((range) => contains(range, tx.today))));
    if (!agreement) return null;
    const held = known.get(agreement.terms.id) ?? quotaToday(agreement, placementsUnder(agreement.terms, placements), tx.today);
    known.set(agreement.terms.id, held);
    return held;
  };
}

/** The placements that the schools of an agreement carry. */
function placementsUnder(terms: KeptAgreement['terms'], placements: readonly KeptPlacement[]): KeptPlacement[] {
  const schools = new Set(terms.schools.map((school) => school.schoolId));
  return placements.filter((one) => one.attributedSchoolId !== null && schools.has(one.attributedSchoolId));
}

/** Places held on the day that stands for today, and what is planned to start after it. */
function quotaToday({ terms, partnershipName, partnershipSlug }: KeptAgreement, placements: readonly KeptPlacement[], today: QuotaToday['today']): QuotaToday {
  const on = countingDayFor(terms, today) ?? today;
  const index = Math.max(0, lastIndexTo(terms.schoolDays, on));
  const held = quotaUse(terms, placements, 'held');
  const planned = plannedStarts(held, index);
  return {
    name: partnershipName, slug: partnershipSlug, ...usedAndAwaited(terms, placements, held, index), quotaTenths: quotaTenthsOn(terms, on).countedTenths, on, today, planned, measure: terms.measure.kind,
  };
}
