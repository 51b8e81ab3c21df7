import fc from 'fast-check';
import type { AgreementSchool, AgreementTerms, CountingRule, Measure } from '@/lib/agreements/types';
import { calendarDate } from '@/lib/core/calendar-date';
import { pence } from '@/lib/core/pence';
import { springDate, springSchoolDays, springSpan } from './school-days';

/** Schools that may be members. `school-5` never is: placements attributed to it belong to another partnership. */
export const MEMBER_IDS = ['school-1', 'school-2', 'school-3', 'school-4'] as const;
export const OTHER_SCHOOL_ID = 'school-5';

const weight = fc.oneof({ arbitrary: fc.constant(10), weight: 3 }, { arbitrary: fc.constantFrom(0, 3, 5, 7), weight: 2 });

const counting: fc.Arbitrary<CountingRule> = fc.record({
  weightTenths: fc.record({ permanent_exclusion: weight, dual_registered: weight, authority_placed: fc.constantFrom(0, 0, 10), ehc_named: fc.constantFrom(0, 0, 5) }),
  partTime: fc.constantFrom('tenths', 'tenths', 'heads'),
  start: fc.constantFrom('first_day_counts', 'day_after_counts'),
  end: fc.constantFrom('last_day_counts', 'last_day_free'),
});

/** Each of the four measures in a quarter of cases. */
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'daily' as const }),
  fc.record({ kind: fc.constant('yearly_allowance' as const), allowancePlaceDays: fc.integer({ min: 0, max: 250 }) }),
  fc.record({ kind: fc.constant('census_day' as const), censusDays: fc.array(springDate, { maxLength: 4 }) }),
  fc.constant({ kind: 'annual_average' as const }),
);

const always = { firstOn: calendarDate('2027-09-01'), lastOn: null };
/** In force throughout in half of cases, else for one or two spans. */
const dated = fc.oneof(fc.constant([always]), fc.array(springSpan, { minLength: 1, maxLength: 2 }));

const schools: fc.Arbitrary<AgreementSchool[]> = fc
  .tuple(...MEMBER_IDS.map((schoolId) => fc.record({ schoolId: fc.constant(schoolId), membership: dated, binding: dated, shareWeight: fc.integer({ min: 1, max: 1500 }) })))
  .chain((all) => fc.integer({ min: 1, max: all.length }).map((count) => all.slice(0, count)));

/** One quota in half of cases, else two that follow each other at some date. */
const quota: fc.Arbitrary<AgreementTerms['quota']> = fc
  .record({ first: fc.integer({ min: 0, max: 5 }), second: fc.integer({ min: 0, max: 5 }), changes: fc.boolean(), changeOn: springDate })
  .map(({ first, second, changes, changeOn }) => [{ ...always, places: first }, ...(changes ? [{ firstOn: changeOn, lastOn: null, places: second }] : [])]);

/** An agreement over a generated spring. */
export const agreementTerms: fc.Arbitrary<AgreementTerms> = fc
  .record({
    schoolDays: springSchoolDays, counting, measure, schools, quota,
    annualPence: fc.bigInt({ min: 0n, max: 5_000_000n }).map(pence),
    basisDays: fc.constantFrom(190, 195, 365, 39),
    withholdUnboundShare: fc.boolean(),
  })
  .map((terms) => ({
    ...terms, id: 'agreement-1', reference: 'AG-1', version: 1, partnershipId: 'partnership-1', academicYear: '2027/28',
    firstOn: calendarDate('2027-09-01'), lastOn: calendarDate('2028-08-31'), phase: 'secondary' as const,
    payer: 'fund_holder_school' as const, chargeClause: 'clause 4',
  }));
