import type { Payer } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';

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

/** `from 9 March to 17 July 2026`, or `on 9 March 2026`. */
export function spanInWords(firstOn: CalendarDate, lastOn: CalendarDate, from = 'from', to = 'to'): string {
  if (firstOn === lastOn) return `on ${dateInWords(firstOn)}`;
  const sameYear = firstOn.slice(0, 4) === lastOn.slice(0, 4);
  const first = sameYear ? dateInWords(firstOn).slice(0, -5) : dateInWords(firstOn);
  return `${from} ${first} ${to} ${dateInWords(lastOn)}`;
}
