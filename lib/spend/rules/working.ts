import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { type Month, monthOf } from '@/lib/charges/rules/months';
import { addDays, type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { grouped } from '@/lib/core/grouped';
import { type Pence, pence } from '@/lib/core/pence';
import { type FinancialYear, SPEND_LINES, type SpendLineKey } from '../types';
import { expectedLastDay } from './expected-end';
import type { PaidBy, SpendEntry, SpendFacts, SpendIncome, SpendPlaces, SpendStay } from './facts';
import { firstDayOfYear, lastDayOfYear, yearOfMonth } from './financial-year';
import { lineOfPlaces, lineOfPupils } from './lines';
import { costOfPlaces } from './place-cost';
import { costOfStay } from './pupil-cost';

/** What one placement costs in the year: before and after the day that figures are of. */
export interface PlacementCost {
  readonly stay: SpendStay;
  readonly paidBy: PaidBy;
  readonly days: number;
  readonly actual: Pence;
  /** Until when the commitment runs; null where nothing is committed. */
  readonly expectedOn: CalendarDate | null;
  readonly commitment: Pence;
}

/** What the places bought at one provider cost in the year. */
export interface PlacesCost {
  readonly providerId: string;
  readonly providerName: string;
  readonly paidBy: PaidBy;
  readonly rows: readonly SpendPlaces[];
  readonly actual: Pence;
  readonly commitment: Pence;
}

/** What stands behind one line of one financial year, seen from one day. */
export interface LineWorking {
  readonly placements: readonly PlacementCost[];
  readonly places: readonly PlacesCost[];
  readonly entries: readonly SpendEntry[];
  readonly income: readonly SpendIncome[];
  /** What schools pay for these pupils and places: beside the line, not in it. */
  readonly bySchools: { readonly placements: readonly PlacementCost[]; readonly places: readonly PlacesCost[] };
  readonly missing: readonly string[];
}

type Draft = { -readonly [K in keyof LineWorking]: LineWorking[K] extends readonly (infer Item)[] ? Item[] : LineWorking[K] }
  & { bySchools: { placements: PlacementCost[]; places: PlacesCost[] }; seen: Set<string>; unpriced: { pupil: Set<string>; place: Set<string> } };

/**
 * What stands behind every line of a financial year at the end of a day: what has been spent, and what is committed
 * after it until 31 March if nobody leaves. Only days in the year count, so that two years split at 31 March.
 */
export function workings(facts: SpendFacts, year: FinancialYear, asAt: CalendarDate): ReadonlyMap<SpendLineKey, LineWorking> {
  const lines = new Map(SPEND_LINES.map((key): [SpendLineKey, Draft] => [key, {
    placements: [], places: [], entries: facts.entries.filter((one) => one.line === key && yearOfMonth(one.month) === year), income: [],
    bySchools: { placements: [], places: [] }, missing: [], seen: new Set(), unpriced: { pupil: new Set(), place: new Set() },
  }]));
  const lineOf = (key: SpendLineKey): Draft => lines.get(key) as Draft;
  const lack = (line: Draft, words: string) => { if (!line.seen.has(words)) { line.seen.add(words); line.missing.push(words); } };
  for (const stay of facts.stays) {
    const counted = attemptCount(() => placementCost(facts, stay, year, asAt));
    const line = lineOf(lineOfPupils(stay.providerKind));
    if (counted.kind === 'refused') { lack(line, counted.refusal.message); continue; }
    if (counted.value === null) continue;
    const { cost, isUnpriced } = counted.value;
    if (cost.paidBy === 'schools') { if (!isUnpriced) line.bySchools.placements.push(cost); continue; }
    if (isUnpriced) line.unpriced.pupil.add(stay.providerName);
    line.placements.push(cost);
  }
  for (const [, rows] of grouped(facts.places, (row) => `${row.providerId} ${row.boughtBy}`)) {
    const [first] = rows;
    if (!first) continue;
    const line = lineOf(lineOfPlaces(first.providerKind));
    const { cost, isUnpriced } = placesCost(facts, first, rows, year, asAt);
    if (cost.rows.length === 0) continue;
    if (first.boughtBy === 'schools') { if (!isUnpriced) line.bySchools.places.push(cost); continue; }
    if (isUnpriced) line.unpriced.place.add(first.providerName);
    line.places.push(cost);
  }
  lineOf('over_quota_income').income = facts.income.filter((one) => yearOfMonth(one.month) === year && one.month <= monthOf(asAt));
  for (const [key, line] of lines) {
    if (line.unpriced.place.size > 0) lack(line, `The price of a place is not entered for the whole of ${year} at ${listed(line.unpriced.place)}`);
    if (line.unpriced.pupil.size > 0) lack(line, `The price for each pupil is not entered for the whole of ${year} at ${listed(line.unpriced.pupil)}`);
    if (isEmpty(facts, key, line, year, monthOf(asAt))) lack(line, NOTHING[key] ?? `No spend is entered for ${year}`);
  }
  return lines;
}

/** `A, B and C`. */
function listed(names: ReadonlySet<string>): string {
  const inOrder = [...names].sort();
  return inOrder.length < 2 ? inOrder.join('') : `${inOrder.slice(0, -1).join(', ')} and ${inOrder.at(-1) ?? ''}`;
}

const NOTHING: Readonly<Partial<Record<SpendLineKey, string>>> = {
  pru_places: 'No places are commissioned in the year', ap_academy: 'No places are commissioned in the year', top_ups: 'No placement in the year is on record',
  over_quota_income: 'No charge of the year is posted yet',
};

/** Nothing at all is on record, which is not the same as no spend. */
function isEmpty(facts: SpendFacts, key: SpendLineKey, line: Draft, year: FinancialYear, month: Month): boolean {
  if (key === 'over_quota_income') return !facts.postedMonths.some((posted) => yearOfMonth(posted) === year && posted <= month);
  return line.placements.length + line.places.length + line.bySchools.placements.length + line.entries.length === 0;
}

/** Who pays for a pupil: the commissioner, which is the school for what it refers to itself (R60b). */
function payerOf(stay: SpendStay): PaidBy {
  return stay.countingKind === 'dual_registered' ? 'schools' : 'authority';
}

function placementCost(facts: SpendFacts, stay: SpendStay, year: FinancialYear, asAt: CalendarDate): { cost: PlacementCost; isUnpriced: boolean } | null {
  const paidBy = payerOf(stay);
  const [firstOn, lastOn] = [firstDayOfYear(year), lastDayOfYear(year)];
  if (stay.firstOn > lastOn) return null;
  const days = facts.daysOf(stay.siteId);
  const prices = facts.prices.filter((price) => price.kind === 'pupil' && price.providerId === stay.providerId && price.paidBy === paidBy);
  const count = (first: CalendarDate, last: CalendarDate) => days.count(first, last);
  const isThere = stay.state === 'started' || stay.state === 'left';
  const spent = isThere && stay.lastOn >= firstOn ? costOfStay(stay, prices, firstOn, minDate(asAt, lastOn), count) : null;
  const isCommitted = asAt < lastOn && (isThere || stay.state === 'accepted');
  const expectedOn = isCommitted ? expectedLastDay(stay, asAt, stay.leftOn === null && stay.plannedLastOn <= asAt ? days.lastSchoolDay(asAt) : stay.plannedLastOn) : null;
  const toCome = expectedOn === null || expectedOn <= asAt ? null
    : costOfStay({ ...stay, lastOn: expectedOn }, prices, maxDate(firstOn, addDays(asAt, 1)), lastOn, count);
  if ((spent?.days ?? 0) + (toCome?.days ?? 0) === 0 && !spent?.isUnpriced && !toCome?.isUnpriced) return null;
  return {
    cost: { stay, paidBy, days: spent?.days ?? 0, actual: spent?.amount ?? pence(0n), expectedOn: toCome === null ? null : expectedOn, commitment: toCome?.amount ?? pence(0n) },
    isUnpriced: spent?.isUnpriced === true || toCome?.isUnpriced === true,
  };
}

function placesCost(
  facts: SpendFacts, { providerId, providerName, boughtBy }: SpendPlaces, all: readonly SpendPlaces[], year: FinancialYear, asAt: CalendarDate,
): { cost: PlacesCost; isUnpriced: boolean } {
  const [firstOn, lastOn] = [firstDayOfYear(year), lastDayOfYear(year)];
  const rows = all.filter((row) => row.firstOn <= lastOn && (row.lastOn === null || row.lastOn >= firstOn));
  const prices = facts.prices.filter((price) => price.kind === 'place' && price.providerId === providerId && price.paidBy === boughtBy);
  const spent = costOfPlaces(rows, prices, firstOn, minDate(asAt, lastOn));
  const toCome = costOfPlaces(rows, prices, maxDate(firstOn, addDays(asAt, 1)), lastOn);
  return {
    cost: { providerId, providerName, paidBy: boughtBy, rows, actual: spent.amount, commitment: toCome.amount }, isUnpriced: spent.isUnpriced || toCome.isUnpriced,
  };
}
