import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { addDays, type CalendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { SiteDays, SpendFacts } from './rules/facts';
import { loadBudgets, loadEntries, loadIncome, loadPlaces, loadPostedMonths, loadPrices, loadStays } from './store';

/** Everything that figures are worked out from, for the days from one date on, as recorded until a moment (null: as it stands). */
export async function loadFacts(tx: ReadTx, from: CalendarDate, until: Date | null): Promise<SpendFacts> {
  const calendars = await loadCalendars(tx);
  return {
    stays: await loadStays(tx, from, until), places: await loadPlaces(tx, until), prices: await loadPrices(tx, until), budgets: await loadBudgets(tx, until),
    entries: await loadEntries(tx, until), income: await loadIncome(tx), postedMonths: await loadPostedMonths(tx), daysOf: (siteId) => siteDays(calendars, siteId),
  };
}

function siteDays(calendars: Calendars, siteId: string): SiteDays {
  const days = calendars.forSite(siteId);
  return {
    count: (first, last) => days.count(first, last),
    lastSchoolDay: (on) => {
      const last = days.yearOf(on).terms.map((term) => term.lastOn).reduce((a, b) => (a > b ? a : b));
      let day = last;
      while (!days.isSchoolDay(day)) day = addDays(day, -1);
      return day;
    },
  };
}
