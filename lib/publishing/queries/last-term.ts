import { triggerTerms } from '@/lib/calendars/rules/term-periods';
import { loadCalendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { ForumExclusions } from '../rules/forum/forum-figures';
import { exclusionCounts, partnershipRolls } from './exclusion-counts';

/** Permanent exclusions by partnership of the last term of the authority's calendar that ended by a day; null where no calendar says. */
export async function lastTerm(tx: ReadTx, asAt: CalendarDate): Promise<ForumExclusions | null> {
  const years = (await loadCalendars(tx)).years.filter((one) => one.isDefault);
  const terms = years.flatMap((year) => triggerTerms(year).map((term) => ({ ...term, label: `${term.name} ${year.academicYear}` })));
  const term = terms.filter(({ lastOn }) => lastOn <= asAt).sort((a, b) => (a.lastOn < b.lastOn ? -1 : 1)).at(-1);
  if (!term) return null;
  const counts = await exclusionCounts(tx, term.firstOn, term.lastOn);
  const groups = (await partnershipRolls(tx)).map(({ id, slug, name }) => ({
    key: slug, name, count: counts.filter((one) => one.partnershipId === id).reduce((sum, one) => sum + one.recorded, 0),
  }));
  return groups.length === 0 ? null : { term: term.label, groups };
}
