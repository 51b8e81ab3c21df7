import { agreementYearOf } from '@/lib/calendars/rules/academic-year';
import { pence } from '@/lib/core/pence';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { firstDayOf, lastDayOf, monthInWords, monthOf } from '../rules/months';
import { loadPeriods } from '../store';
import type { ClosedMonthView } from '../types';
import { chargedMonths } from './charged-months';

/**
 * The closed months of the agreement year of the last one that is closed, latest first: the figures of the partnership's
 * statements. Empty where none is closed. Whoever calls it has looked at who asks.
 */
export async function closedMonthsOf(tx: ReadTx, partnershipId: string): Promise<ClosedMonthView[]> {
  const closed = (await loadPeriods(tx)).filter((period) => period.closed_at !== null).map((period) => period.month);
  const last = closed.at(-1);
  if (last === undefined) return [];
  const from = monthOf(agreementYearOf(lastDayOf(last)).firstOn);
  const charged = (await chargedMonths(tx, from)).filter((one) => one.partnershipId === partnershipId);
  const views: ClosedMonthView[] = [];
  for (const month of closed.filter((one) => firstDayOf(one) >= firstDayOf(from))) {
    const own = charged.find((one) => one.month === month);
    const before = views.at(-1);
    const [tenths, amount] = [own?.tenths ?? 0, own?.amount ?? pence(0n)];
    views.push({ month, title: monthInWords(month), tenths, amount, soFarTenths: (before?.soFarTenths ?? 0) + tenths, soFarAmount: pence((before?.soFarAmount ?? 0n) + amount) });
  }
  return views.reverse();
}
