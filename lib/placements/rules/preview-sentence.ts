import { chargeBetween, chargeToDate } from '@/lib/agreements/rules/charge';
import type { AgreementTerms } from '@/lib/agreements/types';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds, pence } from '@/lib/core/pence';
import type { CensusCount, MeasureFacts } from './measure-facts';
import { overQuotaInWords, placeDaysInWords } from './measure-words';
import type { ChangePreview } from './preview';
import { payerInWords, spanInWords, tenthsInWords } from './preview-words';

/** Terms with who pays in words. */
type SaidTerms = AgreementTerms & { readonly payable: string };

type Facts<K extends MeasureFacts['kind']> = Extract<MeasureFacts, { readonly kind: K }>;

/**
 * The sentence an officer checks before confirming, as the agreement's measure counts. Daily: "This takes Rotherham South
 * to 18 of 17 places from 9 March to 17 July 2026: 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26
 * agreement, payable by the fund-holder school." Says so plainly when nothing goes over (issue, "Check" and "Measures").
 *
 * @param fundHolderName the trust that pays, said by its name
 */
export function previewSentence(agreed: AgreementTerms, preview: ChangePreview, partnershipName: string, fundHolderName: string | null = null): string {
  const { facts } = preview;
  const terms: SaidTerms = { ...agreed, payable: payerInWords(agreed.payer, fundHolderName) };
  if (!preview.peak) return `This changes nothing in what ${partnershipName} uses of its quota under its ${terms.academicYear} agreement.`;
  switch (facts.kind) {
    case 'daily': return daily(terms, preview, partnershipName);
    case 'yearly_allowance': return allowance(terms, preview, facts, partnershipName);
    case 'census_day': return census(terms, preview, facts, partnershipName);
    case 'annual_average': return average(terms, facts, partnershipName);
  }
}

function daily(terms: SaidTerms, preview: ChangePreview, name: string): string {
  const { peak, over, changes, raises, isOneLevel } = preview;
  if (!peak || !changes) return '';
  const standing = `${tenthsInWords(peak.useTenths)} of ${tenthsInWords(peak.quotaTenths)} places`;
  const days = over ?? changes;
  const when = preview.overSpans.length > 1
    ? `on ${days.schoolDays} school days ${spanInWords(days.firstOn, days.lastOn, 'between', 'and')}`
    : spanInWords(days.firstOn, days.lastOn);
  const start = over ? `This ${raises ? 'takes' : 'leaves'} ${name} ${raises ? 'to' : 'at'} ${isOneLevel ? '' : 'at most '}${standing} ${when}` : `${name} stays within its quota: at most ${standing} ${when}`;
  return preview.addedTenths === 0 ? `${start}. ${nothingDue(terms)}` : `${start}: ${charged(terms, preview.addedTenths, preview.added)}.`;
}

function allowance(terms: SaidTerms, preview: ChangePreview, { usedTenths, allowanceTenths, lastOn }: Facts<'yearly_allowance'>, name: string): string {
  const left = allowanceTenths - usedTenths;
  const standing = left < 0 ? `${placeDaysInWords(-left)} over` : `${placeDaysInWords(left)} left`;
  const start = `With this, ${name} uses ${placeDaysInWords(usedTenths)} of ${placeDaysInWords(allowanceTenths)} place-days of its yearly allowance by ${dateInWords(lastOn)}, ${standing}`;
  return `${start}. ${due(terms, preview)}`;
}

function census(terms: SaidTerms, preview: ChangePreview, { next, changed }: Facts<'census_day'>, name: string): string {
  const named = next ? `${name} is counted on census days, next on ${dateInWords(next.on)}` : `${name} is counted on census days, and none is left in ${terms.academicYear}`;
  const counts = changed.map((one) => censusCount(one, changed.length === 1 && one.on === next?.on));
  const unchanged = next && !changed.some((one) => one.on === next.on) ? [`This changes nothing of what that day counts: ${placesOn(next)}, ${daysOf(next)}`] : [];
  return `${[named, ...unchanged, ...counts].join('. ')}. ${due(terms, preview)}`;
}

function censusCount(count: CensusCount, isNext: boolean): string {
  const over = count.useTenths - count.quotaTenths;
  const start = `${isNext ? 'That day' : dateInWords(count.on)} would count ${placesOn(count)}`;
  return over > 0 ? `${start}: ${tenthsInWords(over)} over, ${daysOf(count)}` : `${start}, none over, ${daysOf(count)}`;
}

function placesOn({ useTenths, quotaTenths }: CensusCount): string {
  return `${tenthsInWords(useTenths)} of ${tenthsInWords(quotaTenths)} places`;
}

function daysOf({ schoolDays, firstOn, lastOn }: CensusCount): string {
  return schoolDays === 1 ? `for the school day ${dateInWords(firstOn)}` : `for each of the ${schoolDays} school days ${spanInWords(firstOn, lastOn)}`;
}

function average(terms: SaidTerms, { lastOn, isOver, withTenths, withoutTenths }: Facts<'annual_average'>, name: string): string {
  const added = withTenths - withoutTenths;
  const figure = `${overQuotaInWords(withTenths)}${withTenths === 0 ? '' : `, ${formatPounds(chargeToDate(terms, withTenths))}`}`;
  const start = isOver
    ? `The year of ${name} ended on ${dateInWords(lastOn)}. With this its average gives ${figure}`
    : `${name} is charged on its average of the year: nothing is charged until the year\u2019s end, ${dateInWords(lastOn)}. Expected at the year\u2019s end if nobody leaves: ${figure}`;
  if (added === 0) return `${start}; this adds nothing to it.`;
  return `${start}. ${added > 0 ? 'This adds' : 'This takes off'} ${charged(terms, added, chargeBetween(terms, withoutTenths, withTenths))}.`;
}

function due(terms: SaidTerms, { addedTenths, added }: ChangePreview): string {
  return addedTenths === 0 ? nothingDue(terms) : `${addedTenths > 0 ? 'This adds' : 'This takes off'} ${charged(terms, addedTenths, added)}.`;
}

function charged(terms: SaidTerms, addedTenths: number, added: ChangePreview['added']): string {
  const size = Math.abs(addedTenths);
  const amount = added < 0n ? `${formatPounds(pence(-added))} less` : formatPounds(added);
  const fewer = addedTenths < 0 && terms.measure.kind === 'daily' ? 'fewer ' : '';
  return `${tenthsInWords(size)} ${fewer}over-quota ${size === 10 ? 'place-day' : 'place-days'}, ${amount} under ${terms.chargeClause} of its ${terms.academicYear} agreement, payable by ${terms.payable}`;
}

function nothingDue(terms: SaidTerms): string {
  return `Nothing is due under ${terms.chargeClause} of its ${terms.academicYear} agreement.`;
}
