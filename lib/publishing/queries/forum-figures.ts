import { financialYearOf } from '@/lib/calendars/rules/academic-year';
import { triggerTerms } from '@/lib/calendars/rules/term-periods';
import { loadCalendars } from '@/lib/calendars/store';
import { firstDayOf, isMonth, lastDayOf, type Month } from '@/lib/charges/rules/months';
import { addDays } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { spendSnapshot } from '@/lib/spend/snapshot';
import { firstDayOfYear, lastDayOfYear } from '@/lib/spend/rules/financial-year';
import type { ForumExclusions, ForumFigures } from '../rules/forum/forum-figures';
import { forumFigures, type PupilsByLine } from '../rules/forum/from-snapshot';
import { exclusionCounts, partnershipRolls } from './exclusion-counts';
import { pupilsBehind } from './pupils-behind';

/** The true figures of a closed month at this moment; `others` are the months that have a published report. */
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
    snapshot, pupilsOfYears, pupils: await pupilsBehind(tx, year.firstOn, asAt), between, exclusions: await lastTerm(tx, month),
  });
}

/** Permanent exclusions by partnership of the last term of the authority's calendar that ended by the end of the month. */
async function lastTerm(tx: ReadTx, month: Month): Promise<ForumExclusions | null> {
  const years = (await loadCalendars(tx)).years.filter((one) => one.isDefault);
  const terms = years.flatMap((year) => triggerTerms(year).map((term) => ({ ...term, label: `${term.name} ${year.academicYear}` })));
  const term = terms.filter(({ lastOn }) => lastOn <= lastDayOf(month)).sort((a, b) => (a.lastOn < b.lastOn ? -1 : 1)).at(-1);
  if (!term) return null;
  const counts = await exclusionCounts(tx, term.firstOn, term.lastOn);
  const groups = (await partnershipRolls(tx)).map(({ id, slug, name }) => ({
    key: slug, name, count: counts.filter((one) => one.partnershipId === id).reduce((sum, one) => sum + one.recorded, 0),
  }));
  return groups.length === 0 ? null : { term: term.label, groups };
}
