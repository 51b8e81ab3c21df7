import type { Payer } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  fund_holder_school: 'the fund-holder school',
  fund_holder_trust: 'the fund-holder trust',
  excluding_school: 'the excluding school',
  devolved_pot: "the partnership's devolved funding",
};

/** Who pays; a trust by its name, where it is given. */
export function payerInWords(payer: Payer, fundHolderName: string | null = null): string {
  return payer === 'fund_holder_trust' ? fundHolderName ?? PAYER_WORDS[payer] : PAYER_WORDS[payer];
}

/** Tenths as people read them: 185 is `18.5`, 180 is `18`. */
export function tenthsInWords(tenths: number): string {
  return (tenths / 10).toString();
}

/** `from 9 March to 17 July 2026`, or `on 9 March 2026`. */
export function spanInWords(firstOn: CalendarDate, lastOn: CalendarDate, from = 'from', to = 'to'): string {
  if (firstOn === lastOn) return `on ${dateInWords(firstOn)}`;
  const sameYear = firstOn.slice(0, 4) === lastOn.slice(0, 4);
  const first = sameYear ? dateInWords(firstOn).slice(0, -5) : dateInWords(firstOn);
  return `${from} ${first} ${to} ${dateInWords(lastOn)}`;
}
