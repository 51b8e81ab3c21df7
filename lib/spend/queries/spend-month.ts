import { firstDayOf, isMonth, lastDayOf, type Month, monthInWords, monthOf } from '@/lib/charges/rules/months';
import { addDays } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayKeepSpend, mayReadMonitor } from '../policy';
import { monthsOfYear, yearAfter, yearOfDate } from '../rules/financial-year';
import { spendSnapshot } from '../snapshot';
import { closedMonths } from '../store';
import type { MonthChoice, SpendSnapshot } from '../types';

/** The budget monitor of a month by line; null for others than finance, or a month that has not begun or is too long ago. */
export async function spendMonth(tx: ReadTx, month: Month): Promise<SpendSnapshot | null> {
  if (!mayKeepSpend(tx.actor) || !isShown(tx, month)) return null;
  return spendSnapshot(tx, month);
}

/** The restricted monitor of a month for the monitoring group: unsuppressed, without any pupil. Null for others. */
export async function monitorMonth(tx: ReadTx, month: Month): Promise<SpendSnapshot | null> {
  if (!mayReadMonitor(tx.actor) || !isShown(tx, month)) return null;
  return spendSnapshot(tx, month);
}

/** The months that can be looked at, newest first: of this financial year and the one before. Null for others. */
export async function spendMonths(tx: ReadTx): Promise<MonthChoice[] | null> {
  if (!mayReadMonitor(tx.actor)) return null;
  const now = yearOfDate(tx.today);
  const closed = new Set(await closedMonths(tx));
  return [...monthsOfYear(yearAfter(now, -1)), ...monthsOfYear(now)].filter((month) => firstDayOf(month) <= tx.today).reverse()
    .map((month) => ({ month, title: monthInWords(month), isClosed: closed.has(month) }));
}

/** The month that an address asks for; else the last one that is over. */
export function askedMonth(text: string | undefined, today: ReadTx['today']): Month {
  return text !== undefined && isMonth(text) ? text : monthOf(addDays(firstDayOf(monthOf(today)), -1));
}

/** It has begun, and lies in this financial year or the four before. */
function isShown(tx: ReadTx, month: Month): boolean {
  return firstDayOf(month) <= tx.today && lastDayOf(month) >= `${yearAfter(yearOfDate(tx.today), -4).slice(0, 4)}-04-01`;
}
