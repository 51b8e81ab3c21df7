/** The agreements of 2025/26: quotas by bounded Webster, terms by the constants of the demonstration. */
import type { CountingRule, Measure } from '@/lib/agreements/types';
import { boundedWebster } from '@/lib/core/bounded-webster';
import { calendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { pence } from '@/lib/core/pence';
import type {
  AgreementFact, AgreementSchoolFact, AuthoritySlug, EstablishmentFact, PartnershipFact, PartnershipMemberFact,
} from './facts';
import { AUTHORITY_CALENDAR } from './calendars';

const FIRST_ON = calendarDate('2025-09-01');
const LAST_ON = calendarDate('2026-08-31');
const EXECUTED_ON = calendarDate('2025-07-14');

const COUNTING: CountingRule = {
  weightTenths: { permanent_exclusion: 10, dual_registered: 10, authority_placed: 0, ehc_named: 0 },
  partTime: 'tenths', start: 'first_day_counts', end: 'last_day_counts',
};

const ROTHERHAM_PLACES = 55;
const LANCASHIRE_PLACES = 805;
const ROTHERHAM_ANNUAL = pence(1_800_000n);
/** (9,821,975 + 1,080,000) / 687 places, whole pounds: the printed cost of 2017-18. */
const LANCASHIRE_ANNUAL = pence(1_586_900n);

const MEASURES: Readonly<Record<string, Measure>> = {
  chorley: { kind: 'yearly_allowance', allowancePlaceDays: 60 * 180 },
  burnley: { kind: 'census_day', censusDays: ['2025-10-02', '2026-01-15', '2026-05-21'].map(calendarDate) },
  rossendale: { kind: 'annual_average' },
};

/** The school that holds each Rotherham partnership's fund. */
const FUND_HOLDERS: Readonly<Record<string, string>> = {
  'rotherham-south': '136718', wickersley: '140646', central: '145848',
};
/** Carr Hill High School, Fylde: signed by its head, not executed by its trust. */
const NOT_BINDING_URN = '150966';

export interface MemberSchool {
  readonly urn: string;
  readonly name: string;
  readonly roll: number;
}

/** The member schools of a partnership on the first day of the agreement, by URN. */
function membersOf(
  partnership: PartnershipFact, members: readonly PartnershipMemberFact[], establishments: readonly EstablishmentFact[],
): MemberSchool[] {
  return members
    .filter((row) => row.authority === partnership.authority && row.partnership === partnership.slug && contains(row, FIRST_ON))
    .map((row) => {
      const school = establishments.find((each) => each.urn === row.urn);
      if (!school) throw new RangeError(`URN ${row.urn} is not among the establishments`);
      return { urn: row.urn, name: school.name, roll: school.rollJanuary2017 ?? 0 };
    });
}

function quotas(authority: AuthoritySlug, places: number, weights: readonly (readonly [string, number])[]): Map<string, number> {
  const result = boundedWebster(places, weights.map(([id, weight]) => ({ id, weight: BigInt(weight) })));
  if (result.kind === 'refused') throw new RangeError(`${authority}: ${result.message}`);
  return new Map(weights.map(([id], index) => [id, result.places[index] ?? 0]));
}

function school(member: MemberSchool, weight: number, authority: AuthoritySlug): AgreementSchoolFact {
  const binding = member.urn !== NOT_BINDING_URN;
  return {
    urn: member.urn, shareWeight: weight, binding, party: `The governing body or trust of ${member.name}`,
    signatory: binding ? 'Chair of governors or trustees' : 'Headteacher, without the authority of the trust',
    executedOn: binding ? EXECUTED_ON : null, inForceFrom: FIRST_ON, inForceTo: LAST_ON,
    document: `${authority}-agreement-2025-26-${member.urn}.pdf`,
  };
}

/** One executed agreement for each partnership. */
export function agreements(
  partnerships: readonly PartnershipFact[], members: readonly PartnershipMemberFact[], establishments: readonly EstablishmentFact[],
): AgreementFact[] {
  const grouped = partnerships.map((partnership) => ({ partnership, schools: membersOf(partnership, members, establishments) }));
  const of = (authority: AuthoritySlug) => grouped.filter((each) => each.partnership.authority === authority);
  const rolls = of('rotherham').map(({ partnership, schools }) =>
    [partnership.slug, schools.reduce((sum, each) => sum + each.roll, 0)] as const);
  const counts = of('lancashire').map(({ partnership, schools }) => [partnership.slug, schools.length] as const);
  const shares = { rotherham: quotas('rotherham', ROTHERHAM_PLACES, rolls), lancashire: quotas('lancashire', LANCASHIRE_PLACES, counts) };
  return grouped.map(({ partnership, schools }) => {
    const rotherham = partnership.authority === 'rotherham';
    return {
      authority: partnership.authority, reference: `${partnership.slug}-2025-26`, version: 1, partnership: partnership.slug,
      academicYear: '2025/26', firstOn: FIRST_ON, lastOn: LAST_ON, phase: 'secondary',
      quota: [{ places: shares[partnership.authority].get(partnership.slug) ?? 0, firstOn: FIRST_ON, lastOn: LAST_ON }],
      counting: COUNTING, measure: MEASURES[partnership.slug] ?? { kind: 'daily' },
      annualPence: rotherham ? ROTHERHAM_ANNUAL : LANCASHIRE_ANNUAL, basisDays: 190,
      payer: rotherham ? 'fund_holder_school' : 'excluding_school', fundHolderUrn: FUND_HOLDERS[partnership.slug] ?? null,
      chargeClause: 'clause 4', calendar: AUTHORITY_CALENDAR, withholdUnboundShare: true, status: 'executed',
      schools: schools.map((member) => school(member, rotherham ? member.roll : 1, partnership.authority)),
    };
  });
}
