import { loadAgreements } from '@/lib/agreements/store';
import { agreementYearOf, financialYearOf } from '@/lib/calendars/rules/academic-year';
import { type ChargedMonth, chargedMonths } from '@/lib/charges/queries/charged-months';
import { lastDayOf, type Month, monthOf } from '@/lib/charges/rules/months';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { contains } from '@/lib/core/date-range';
import { loadPartnershipYears } from '@/lib/placements/queries/partnership-load';
import { loadSites } from '@/lib/providers/store';
import { partnershipRolls } from '@/lib/publishing/queries/exclusion-counts';
import { pupilsBehind } from '@/lib/publishing/queries/pupils-behind';
import { wholePlaces } from '@/lib/publishing/rules/whole-places';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { spendSnapshot } from '@/lib/spend/snapshot';
import type { CloseCalculation, CloseFacts, CloseQuota, CloseSite, CloseTerm, TrueFigure } from './types';
import { type BoardFacts, loadBoardFacts, trueFigure } from './figure-store';
import { CALCULATION_KEYS, CATALOGUE, type CalculationKey } from './rules/catalogue';
import { daysAt } from './rules/figure-days';
import { termDays } from './rules/trend-days';

/** The true figures of a closed month; `frozen` are the months frozen before it. Placements are as they stood at its closing. */
export async function loadCloseFacts(tx: ReadTx, month: Month, closedAt: Date, frozen: readonly Month[]): Promise<CloseFacts> {
  const end = lastDayOf(month);
  const at: ReadTx = { ...tx, today: end };
  const facts = await loadBoardFacts(at, closedAt);
  const calculations: CloseCalculation[] = [];
  for (const key of CALCULATION_KEYS) calculations.push(await calculationOf(at, key, end, facts));
  const on = facts.days.schoolDayBefore(end) ?? end;
  const snapshot = await spendSnapshot(tx, month);
  const agreements = await loadAgreements(tx, end, end);
  const allCharged = await chargedMonths(tx, monthOf(agreementYearOf(end).firstOn));
  const charged = allCharged.filter((one) => one.month <= month);
  const income = snapshot.lines.find((line) => line.key === 'over_quota_income')?.actual ?? null;
  const behind = await pupilsBehind(tx, financialYearOf(end).firstOn, end);
  return {
    month, on, calculations, slugs: new Map((await partnershipRolls(at)).map(({ name, slug }) => [name, slug])),
    quotas: await quotasOf(at), sites: await sitesOf(at, on, facts),
    since: frozen.filter((one) => one >= monthOf(agreementYearOf(end).firstOn)).map((one) => ({
      month: one, pupils: new Map(agreements.map(({ terms, partnershipName }) => [partnershipName, pupilsOf(charged.filter((each) => each.month > one && each.partnershipId === terms.partnershipId))])),
    })),
    income: income === null ? null : { pence: 0 - Number(income), pupils: behind.over_quota_income ?? 0 },
    between: betweenMonths(allCharged, month),
    price: priceOf(agreements.map(({ terms }) => ({ annualPence: Number(terms.annualPence), basisDays: terms.basisDays }))),
    taken: snapshot.volumes.flatMap((one) => (one.providerId === null ? [] : [{ providerId: one.providerId, places: Math.ceil(one.occupiedTenths / 10), pupils: one.pupils }])),
  };
}

async function calculationOf(tx: ReadTx, key: CalculationKey, end: CalendarDate, facts: BoardFacts): Promise<CloseCalculation> {
  const { daysOf } = CATALOGUE[key];
  const found = daysAt(daysOf, end, facts.days);
  if (!('days' in found)) return { key, days: null, figure: { kind: 'missing', why: found.why }, terms: [] };
  return {
    key, days: found.days.words, figure: await trueFigure(tx, key, found.days, facts),
    terms: daysOf === 'three_terms' ? await termsOf(tx, key, end, facts) : [],
  };
}

/** The terms of the figure, and the one before them. */
async function termsOf(tx: ReadTx, key: CalculationKey, end: CalendarDate, facts: BoardFacts): Promise<CloseTerm[]> {
  const { shown, before } = termDays(facts.days.terms, end);
  const terms: CloseTerm[] = [];
  for (const days of before === null ? shown : [before, ...shown]) {
    const figure: TrueFigure = await trueFigure(tx, key, days, facts);
    terms.push({ label: days.words, figure, isOfFigure: days !== before });
  }
  return terms;
}

function pupilsOf(charged: readonly ChargedMonth[]): number {
  return new Set(charged.flatMap((one) => one.pupils)).size;
}

/** Pupils charged for after the earlier of two months to the end of the later, for each other month of the years. */
function betweenMonths(charged: readonly ChargedMonth[], month: Month): CloseFacts['between'] {
  const { firstOn, lastOn } = financialYearOf(lastDayOf(month));
  const others = [...new Set(charged.map((one) => one.month))].filter((one) => one !== month && one >= monthOf(firstOn) && one <= monthOf(lastOn));
  return others.map((other) => {
    const [first, last] = other < month ? [other, month] : [month, other];
    return { month: other, pupils: pupilsOf(charged.filter((one) => one.month > first && one.month <= last)) };
  });
}

function priceOf(prices: readonly { readonly annualPence: number; readonly basisDays: number }[]): CloseFacts['price'] {
  const [first] = prices;
  return first && prices.every((one) => one.annualPence === first.annualPence && one.basisDays === first.basisDays) ? first : null;
}

async function quotasOf(tx: ReadTx): Promise<CloseQuota[]> {
  return (await loadPartnershipYears(tx)).map(({ kept, year }) => ({
    name: kept.partnershipName, quota: year.quota.countedTenths / 10, used: wholePlaces(year.usedTenths), pupils: year.pupils,
  }));
}

const GROUPS = [
  { group: 'PRUs and AP academies', kinds: ['pru', 'ap_academy'] },
  { group: 'Special schools with designated places', kinds: ['special_school'] },
  { group: 'Other providers', kinds: ['independent', 'unregistered', 'college', 'in_school'] },
] as const;

/** Sites open on the day, with the pupils who had started and were in a place there. */
async function sitesOf(tx: ReadTx, on: CalendarDate, { stays }: BoardFacts): Promise<CloseSite[]> {
  const at = (siteId: string) => stays.stays.filter((stay) => stay.siteId === siteId && contains(stay, on));
  const open = (await loadSites(tx)).filter((site) => site.opened_on <= on && (site.closed_on === null || site.closed_on >= on));
  return GROUPS.flatMap(({ group, kinds }) => open.filter((site) => kinds.some((kind) => kind === site.provider_kind)).map((site): CloseSite => ({
    group, id: site.id, name: site.name, providerId: site.provider_id, isPru: group === GROUPS[0].group, agreed: site.agreed_pupils,
    places: site.places.filter((row) => contains(row, on)).reduce((sum, row) => sum + row.places, 0),
    pupils: new Set(at(site.id).map((stay) => stay.pupilId)).size, used: wholePlaces(at(site.id).reduce((sum, stay) => sum + stay.tenths, 0)),
  })));
}
