import type { AgreementTerms } from '@/lib/agreements/types';
import { pence } from '@/lib/core/pence';
import { measureName } from '@/lib/placements/rules/measure-words';
import type { CountedPlacement } from '@/lib/placements/types';
import type { DraftLine } from '../types';
import { corrections, type PostedDay } from './corrections';
import { atTermsOf, type KeptTerms } from './kept-terms';
import { type MonthCharge, monthCharges } from './month-charge';
import { type Month, monthInWords, monthOf } from './months';
import { unboundDays } from './unbound';

/** A line that stands posted, or waits for the answer to a query. */
export interface StandingLine extends PostedDay {
  readonly placementId: string;
  readonly schoolId: string | null;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly agreementVersion: number;
}

export interface AgreementOfMonth {
  readonly terms: AgreementTerms;
  readonly fundHolderId: string | null;
}

type Kept = CountedPlacement & { readonly id: string };

/**
 * Every line of one agreement in the run of a month: the month's own days, a zero line for each placement that no
 * binding agreement covers, and what facts that came late change in months posted before, at those months' own terms.
 *
 * @param earlier the months of the agreement's year posted before this one, with the terms they were charged by
 * @param standing every line of those months that stands
 */
export function draftLines(
  { terms, fundHolderId }: AgreementOfMonth, placements: readonly Kept[], month: Month, earlier: ReadonlyMap<Month, KeptTerms>, standing: readonly StandingLine[],
): DraftLine[] {
  const byReference = new Map(placements.map((one) => [one.reference, one]));
  const whose = { partnershipId: terms.partnershipId, agreementId: terms.id, agreementVersion: terms.version };
  const own = monthCharges(terms, placements, fundHolderId).find((one) => one.month === month);
  const charged = (own?.days ?? []).map((day): DraftLine => ({
    kind: 'charge', ...whose, payer: day.payer, placementId: byReference.get(day.reference)?.id ?? '', schoolId: day.schoolId, month, on: day.on,
    tenths: day.tenths, amount: day.amount, reason: `Over the quota. ${measureName(terms.measure)}, the latest stay first; ${terms.chargeClause}`,
  }));
  const zero = unboundDays(terms, placements, month).map(({ placement, firstOn, days }): DraftLine => ({
    kind: 'zero', ...whose, payer: null, placementId: placement.id, schoolId: placement.attributedSchoolId, month, on: firstOn, tenths: 0, amount: pence(0),
    reason: `Not charged: no legally binding agreement covers the school on ${days === 1 ? '1 school day' : `${days} school days`} of the month (R59b)`,
  }));
  return [...charged, ...zero, ...correctedLines(terms, placements, earlier, standing)];
}

function correctedLines(terms: AgreementTerms, placements: readonly Kept[], earlier: ReadonlyMap<Month, KeptTerms>, standing: readonly StandingLine[]): DraftLine[] {
  if (earlier.size === 0) return [];
  const byReference = new Map<string, { readonly placementId: string; readonly schoolId: string | null }>([
    ...standing.map((line) => [line.reference, { placementId: line.placementId, schoolId: line.schoolId }] as const),
    ...placements.map((one) => [one.reference, { placementId: one.id, schoolId: one.attributedSchoolId }] as const),
  ]);
  return corrections(asOfNow(terms, placements, earlier), standing).flatMap((one): DraftLine[] => {
    const about = byReference.get(one.reference);
    const kept = earlier.get(monthOf(one.on));
    return about === undefined || kept === undefined ? [] : [{
      kind: 'correction', partnershipId: terms.partnershipId, agreementId: kept.id, agreementVersion: kept.version, payer: one.payer, ...about,
      month: one.month, on: one.on, tenths: one.tenths, amount: one.amount,
      reason: one.tenths === 0
        ? `Correction of ${monthInWords(one.month)}: pence of the month's sum, divided over its days afresh`
        : `Correction of ${monthInWords(one.month)}: the record changed after that month was posted. At that month's price and quota; ${kept.chargeClause}`,
    }];
  });
}

/** The earlier months as the facts of now give them, each by its own terms; months with the same terms are worked out together. */
function asOfNow(terms: AgreementTerms, placements: readonly Kept[], earlier: ReadonlyMap<Month, KeptTerms>): MonthCharge[] {
  const byTerms = new Map<string, MonthCharge[]>();
  return [...earlier].map(([month, kept]) => {
    const key = JSON.stringify(kept, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    const charges = byTerms.get(key) ?? monthCharges(atTermsOf(terms, kept), placements, kept.fundHolderId);
    byTerms.set(key, charges);
    return charges.find((one) => one.month === month) ?? { month, fromTenths: 0, toTenths: 0, amount: pence(0), days: [] };
  });
}
