import type { AgreementTerms, Payer } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { ChangePreview } from './preview';

const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  fund_holder_school: 'the fund-holder school',
  excluding_school: 'the excluding school',
  devolved_pot: "the partnership's devolved funding",
};

export function payerInWords(payer: Payer): string {
  return PAYER_WORDS[payer];
}

/** Tenths as people read them: 185 is `18.5`, 180 is `18`. */
export function tenthsInWords(tenths: number): string {
  return (tenths / 10).toString();
}

/**
 * The sentence an officer checks before confirming: "This takes Rotherham South to 18 of 17 places from
 * 9 March to 17 July 2026: 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement,
 * payable by the fund-holder school." Says so plainly when nothing goes over.
 */
export function previewSentence(terms: AgreementTerms, preview: ChangePreview, partnershipName: string): string {
  const { peak, over, changes } = preview;
  if (!peak || !changes) return `This changes nothing in what ${partnershipName} uses of its quota under its ${terms.academicYear} agreement.`;
  const standing = `${tenthsInWords(peak.useTenths)} of ${tenthsInWords(peak.quotaTenths)} places`;
  const days = over ?? changes;
  const when = preview.overSpans.length > 1
    ? `on ${days.schoolDays} school days ${spanInWords(days.firstOn, days.lastOn, 'between', 'and')}`
    : spanInWords(days.firstOn, days.lastOn);
  const start = over ? `This takes ${partnershipName} to ${standing} ${when}` : `${partnershipName} stays within its quota: at most ${standing} ${when}`;
  return preview.addedTenths === 0 ? `${start}. ${nothingDue(terms, preview)}` : `${start}: ${charged(terms, preview)}.`;
}

function charged(terms: AgreementTerms, preview: ChangePreview): string {
  const size = Math.abs(preview.addedTenths);
  const amount = preview.added < 0n ? `${formatPounds(preview.added)} (less than before)` : formatPounds(preview.added);
  return `${tenthsInWords(size)} ${preview.addedTenths < 0 ? 'fewer ' : ''}over-quota ${size === 10 ? 'place-day' : 'place-days'}, ${amount} under ${terms.chargeClause} of its ${terms.academicYear} agreement, payable by ${payerInWords(terms.payer)}`;
}

function nothingDue(terms: AgreementTerms, preview: ChangePreview): string {
  const expected = preview.addedIfNobodyLeavesTenths ?? 0;
  const none = `Nothing is due under ${terms.chargeClause} of its ${terms.academicYear} agreement.`;
  return expected > 0 ? `${none} It adds ${tenthsInWords(expected)} over-quota place-days to what is expected at the year's end if nobody leaves.` : none;
}

/** `from 9 March to 17 July 2026`, or `on 9 March 2026`. */
export function spanInWords(firstOn: CalendarDate, lastOn: CalendarDate, from = 'from', to = 'to'): string {
  if (firstOn === lastOn) return `on ${dateInWords(firstOn)}`;
  const sameYear = firstOn.slice(0, 4) === lastOn.slice(0, 4);
  const first = sameYear ? dateInWords(firstOn).slice(0, -5) : dateInWords(firstOn);
  return `${from} ${first} ${to} ${dateInWords(lastOn)}`;
}
