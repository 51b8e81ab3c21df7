import { type Month, nextMonth } from '@/lib/charges/rules/months';

/** A month whose figures can be frozen, and the earlier ones that freezing it leaves without. */
export interface MonthToFreeze {
  readonly month: Month;
  /** Not closed: once a later month is frozen they are not any more. Earliest first. */
  readonly skipped: readonly Month[];
}

/**
 * The month to freeze next: the earliest closed one after the last that is frozen, so that none is passed over that could
 * still be frozen. Null where there is none.
 * @param periods the ledger's months, earliest first
 */
export function monthToFreezeOf(periods: readonly { readonly month: Month; readonly isClosed: boolean }[], last: Month | null): MonthToFreeze | null {
  const later = periods.filter((one) => last === null || one.month > last);
  const next = later.find((one) => one.isClosed)?.month;
  if (next === undefined) return null;
  const from = last === null ? later[0]?.month ?? next : nextMonth(last);
  const skipped: Month[] = [];
  for (let month = from; month < next; month = nextMonth(month)) skipped.push(month);
  return { month: next, skipped };
}
