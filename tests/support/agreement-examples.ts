import { schoolDaysOf } from '@/lib/calendars/rules/school-days';
import type { AgreementTerms } from '@/lib/agreements/types';
import { pence } from '@/lib/core/pence';
import type { HeldPlacement } from '@/lib/placements/types';
import { d, DEMONSTRATION_CALENDAR } from './calendars';

/** The 190 school days of CAL-25. */
export const CAL_25_DAYS = schoolDaysOf(DEMONSTRATION_CALENDAR).schoolDaysBetween(d('2025-09-01'), d('2026-08-31'));

const YEAR = { firstOn: d('2025-09-01'), lastOn: d('2026-08-31') };

/** Rotherham South's agreement of 2025/26: 17 places, £18,000 a year on 190 days, daily measure, four bound schools. */
export function southAgreement(changes: Partial<AgreementTerms> = {}): AgreementTerms {
  return {
    id: 'south', reference: 'AG-SOUTH', version: 1, partnershipId: 'south', academicYear: '2025/26', ...YEAR, phase: 'secondary',
    quota: [{ ...YEAR, places: 17 }],
    counting: {
      weightTenths: { permanent_exclusion: 10, dual_registered: 10, authority_placed: 0, ehc_named: 0 },
      partTime: 'tenths', start: 'first_day_counts', end: 'last_day_counts',
    },
    measure: { kind: 'daily' },
    annualPence: pence(1_800_000), basisDays: 190, payer: 'fund_holder_school', chargeClause: 'clause 4',
    schoolDays: CAL_25_DAYS, withholdUnboundShare: true,
    schools: ['aston', 'brinsworth', 'dinnington', 'wales'].map((schoolId) => ({ schoolId, membership: [YEAR], binding: [YEAR], shareWeight: 1 })),
    ...changes,
  };
}

/** A full-time, started placement of an excluded pupil of Aston, on the days given. */
export function placed(reference: string, firstOn: string, lastOn: string, changes: Partial<HeldPlacement> = {}): HeldPlacement {
  return {
    reference, pupilId: `pupil of ${reference}`, siteId: 'rowan', placeKind: 'day6', countingKind: 'permanent_exclusion', attributedSchoolId: 'aston',
    firstOn: d(firstOn), lastOn: d(lastOn), shareTenths: 10, decidedAt: `${firstOn}T09:00:00.000Z`, state: 'started', ...changes,
  };
}

/** South's 17 pupils of 2 March 2026, on every day to 17 July. */
export function southPupils(): HeldPlacement[] {
  return Array.from({ length: 17 }, (_, index) => placed(`PL-${101 + index}`, '2025-09-03', '2026-07-17'));
}
