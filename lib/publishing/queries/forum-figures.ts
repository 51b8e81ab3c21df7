import { financialYearOf } from '@/lib/calendars/rules/academic-year';
import { firstDayOf, isMonth, lastDayOf, type Month } from '@/lib/charges/rules/months';
import { addDays } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { spendSnapshot } from '@/lib/spend/snapshot';
import { firstDayOfYear, lastDayOfYear } from '@/lib/spend/rules/financial-year';
import type { ForumFigures } from '../rules/forum/forum-figures';
import { forumFigures, type PupilsByLine } from '../rules/forum/from-snapshot';
import { lastTerm } from './last-term';
import { pupilsBehind } from './pupils-behind';

/** The true figures of a closed month at this moment; `others` are the months that have a published report or are frozen for the Board. */
export async function loadForumFigures(tx: ReadTx, month: Month, others: readonly string[]): Promise<ForumFigures> {
  const year = financialYearOf(firstDayOf(month));
  const asAt = lastDayOf(month);
  const between: ForumFigures['between'][number][] = [];
  for (const other of others) {
    if (!isMonth(other) || other === month || financialYearOf(firstDayOf(other)).label !== year.label) continue;
    const [first, last] = other < month ? [lastDayOf(other), asAt] : [asAt, lastDayOf(other)];
    between.push({ month: other, pupils: await pupilsBehind(tx, addDays(first, 1), last) });
  }
  const snapshot = await spendSnapshot(tx, month);
  const pupilsOfYears = new Map<string, PupilsByLine>();
  for (const one of snapshot.fiveYears.filter((each) => !each.isForecast)) {
    pupilsOfYears.set(one.year, await pupilsBehind(tx, firstDayOfYear(one.year), lastDayOfYear(one.year)));
  }
  return forumFigures({
    snapshot, pupilsOfYears, pupils: await pupilsBehind(tx, year.firstOn, asAt), between, exclusions: await lastTerm(tx, asAt),
  });
}
