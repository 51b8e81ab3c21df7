import { chargeBetween, chargeToDate } from '@/lib/agreements/rules/charge';
import type { KeptAgreement } from '@/lib/agreements/store';
import type { Measure } from '@/lib/agreements/types';
import { type CalendarDate, maxDate, minDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { contains } from '@/lib/core/date-range';
import { formatPounds, type Pence } from '@/lib/core/pence';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { QuotaEffect } from '../quota-effect';
import { isOverAsCounted } from '../rules/measure-facts';
import { quotaPosition } from '../rules/over-quota';
import { plannedStarts } from '../rules/planned-starts';
import { payerInWords, tenthsInWords } from '../rules/preview-words';
import { usedAndAwaited } from '../rules/used-and-awaited';
import { countingDayFor } from '../rules/use-on-day';
import { loadPlacements } from '../store';
import type { CountedPlacement } from '../types';

/** A quota on one day, as a quota bar draws it. */
export interface QuotaOnDay {
  readonly usedTenths: number;
  readonly quotaTenths: number;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly planned: readonly { readonly on: CalendarDate; readonly tenths: number }[];
  /** Held on the day for pupils who have not started; the peak of a change is of places held, so it has none. */
  readonly awaitedTenths: number;
  /** How the agreement counts use over the quota. */
  readonly measure: Measure['kind'];
}

/** What a change does to one partnership's quota and charge, ready to be shown. */
export interface EffectView {
  readonly partnershipName: string;
  readonly partnershipSlug: string;
  readonly sentence: string;
  readonly goesOver: boolean;
  /** As it stands today, before the change; null when today is no day of the agreement. */
  readonly now: QuotaOnDay | null;
  /** With the change, on the day that stands highest against the quota; null when no day changes. */
  readonly peak: QuotaOnDay | null;
  /** Days of the change that no agreement of the partnership covers yet; null when all are covered. */
  readonly uncovered: string | null;
  readonly money: { readonly label: string; readonly amount: Pence; readonly working: string } | null;
}

/** The effects of a change as views: quota today and at its peak, and the money with its working. */
export async function effectViews(tx: ReadTx, effects: readonly QuotaEffect[], lastOn: CalendarDate): Promise<EffectView[]> {
  if (effects.length === 0) return [];
  const from = effects.map((one) => one.agreement.terms.firstOn).reduce(minDate);
  const to = effects.map((one) => one.agreement.terms.lastOn).reduce(maxDate);
  const placements = await loadPlacements(tx, from, to);
  return effects.map((effect) => viewOf(effect, placements, tx.today, uncoveredWords(effects, effect, lastOn)));
}

function viewOf({ agreement, preview, sentence }: QuotaEffect, placements: readonly CountedPlacement[], today: CalendarDate, uncovered: string | null): EffectView {
  const { peak } = preview;
  return {
    partnershipName: agreement.partnershipName, partnershipSlug: agreement.partnershipSlug, sentence, goesOver: isOverAsCounted(preview.facts, preview.over !== null),
    now: quotaNow(agreement, placements, today),
    peak: peak && { usedTenths: peak.useTenths, quotaTenths: peak.quotaTenths, on: peak.on, today, planned: [], awaitedTenths: 0, measure: agreement.terms.measure.kind },
    uncovered, money: moneyOf(agreement, preview),
  };
}

/** The quota of an agreement on a day, with the starts that are still to come; null on a day outside its year. */
export function quotaNow({ terms }: KeptAgreement, placements: readonly CountedPlacement[], today: CalendarDate): QuotaOnDay | null {
  const on = countingDayFor(terms, today);
  if (on === null || !contains(terms, today)) return null;
  const { use, quotaTenths } = quotaPosition(terms, placements);
  const index = terms.schoolDays.indexOf(on);
  const planned = plannedStarts(use, index);
  return { ...usedAndAwaited(terms, placements, use, index), quotaTenths: quotaTenths[index] ?? 0, on: today, today, planned, measure: terms.measure.kind };
}

function uncoveredWords(effects: readonly QuotaEffect[], { agreement }: QuotaEffect, lastOn: CalendarDate): string | null {
  const own = effects.filter((one) => one.agreement.terms.partnershipId === agreement.terms.partnershipId);
  const until = own.map((one) => one.agreement.terms.lastOn).reduce(maxDate, agreement.terms.lastOn);
  if (lastOn <= until || agreement.terms.lastOn !== until) return null;
  return `No agreement of ${agreement.partnershipName} covers days after ${dateInWords(until)} yet, so their effect on its quota cannot be shown.`;
}

function moneyOf(agreement: KeptAgreement, preview: QuotaEffect['preview']): EffectView['money'] {
  const { terms, fundHolderName } = agreement;
  const { facts } = preview;
  // Until its year ends an annual average gives an expectation only, and no figure of what is planned.
  const [without, withChange] = facts.kind === 'annual_average' ? [facts.withoutTenths, facts.withTenths] : [preview.withoutTenths, preview.withTenths];
  const size = Math.abs(withChange - without);
  if (size === 0) return null;
  const price = `${formatPounds(terms.annualPence, 'short')} a year on ${terms.basisDays} days`;
  const days = `${tenthsInWords(size)} over-quota ${size === 10 ? 'place-day' : 'place-days'} \u00d7 ${formatPounds(terms.annualPence, 'short')} \u00f7 ${terms.basisDays}, to the nearest penny`;
  const difference = `Charge of the year ${formatPounds(chargeToDate(terms, withChange))} for ${tenthsInWords(withChange)} place-days, less ${formatPounds(chargeToDate(terms, without))} for ${tenthsInWords(without)}; ${price}`;
  const holder = terms.payer === 'fund_holder_school' && fundHolderName ? `, ${fundHolderName}` : '';
  const what = facts.kind === 'annual_average' && !facts.isOver ? 'Over-quota charge expected at the year\u2019s end if nobody leaves,' : 'Over-quota charge';
  return {
    label: `${what} under ${terms.chargeClause} of the ${terms.academicYear} agreement, payable by ${payerInWords(terms.payer, fundHolderName)}${holder}`,
    amount: chargeBetween(terms, without, withChange), working: without === 0 ? days : difference,
  };
}
