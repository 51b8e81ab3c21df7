import { z } from 'zod';
import { type Calendars, loadCalendars } from '@/lib/calendars/store';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { countingDays, dutyOf, exclusionsBetween } from '@/lib/exclusions/store';
import { loadPartnershipYears } from '@/lib/placements/queries/partnership-load';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { changeOverTime } from '../rules/change-sentence';
import { suppressList } from '../rules/suppression';
import { wholePlaces } from '../rules/whole-places';
import { type StartCase, timeToStart } from '../rules/time-to-start';
import type { AuthorityReport, ReportExclusions, ReportQuota, SamePoint } from '../types';
import { type ExclusionCount, exclusionCounts, partnershipRolls } from './exclusion-counts';
import { samePoint } from './exclusion-point';
import { commissionedOn, reportSites } from './report-sites';

export async function authorityReport(tx: ReadTx): Promise<AuthorityReport> {
  const calendars = await loadCalendars(tx);
  const point = await samePoint(tx);
  const sites = await reportSites(tx);
  const { quotas, quotaTotal, quotaOn } = await quotasOf(tx);
  const exclusions = await exclusionsOf(tx, point);
  const starts = point && timeToStart(await startCases(tx, calendars, point), tx.today);
  const shown = [
    ...sites.flatMap((group) => [...group.sites, group.total].map((site) => site.pupils)), ...quotas.map((quota) => quota.used),
    ...[...exclusions.rows, ...exclusions.outside, exclusions.recorded, exclusions.upheld].flatMap((row) => [row.thisYear, row.lastYear]),
    ...(starts ? [starts.byDaySix, starts.later, starts.waitingOverdue, starts.waitingInTime] : []),
  ];
  return {
    on: tx.today, point, commissioned: await commissionedOn(tx), sites, quotas, quotaTotal, quotaOn, exclusions: exclusions.rows, outside: exclusions.outside,
    recorded: exclusions.recorded, upheld: exclusions.upheld, change: exclusions.change, starts, suppressed: shown.includes(null),
  };
}

async function quotasOf(tx: ReadTx): Promise<Pick<AuthorityReport, 'quotas' | 'quotaTotal' | 'quotaOn'>> {
  const years = await loadPartnershipYears(tx);
  const shown = suppressList(years.map((one) => one.year.pupils));
  const row = (name: string, quota: number, used: number, isShown: boolean): ReportQuota => ({ name, quota, used: isShown ? used : null, free: isShown ? quota - used : null });
  const quotaOf = (one: (typeof years)[number]): number => one.year.quota.countedTenths / 10;
  const usedOf = (one: (typeof years)[number]): number => wholePlaces(one.year.usedTenths);
  const sum = (of: (one: (typeof years)[number]) => number): number => years.reduce((all, one) => all + of(one), 0);
  return {
    quotas: years.map((one, index) => row(one.kept.partnershipName, quotaOf(one), usedOf(one), (shown.counts[index] ?? null) !== null)),
    quotaTotal: years.length === 0 ? null : row('Total', sum(quotaOf), sum(usedOf), shown.total !== null),
    quotaOn: years[0]?.year.on ?? null,
  };
}

interface Exclusions {
  readonly rows: readonly ReportExclusions[];
  readonly outside: readonly ReportExclusions[];
  readonly recorded: ReportExclusions;
  readonly upheld: ReportExclusions;
  readonly change: string | null;
}

async function exclusionsOf(tx: ReadTx, point: SamePoint | null): Promise<Exclusions> {
  const groups = await partnershipRolls(tx);
  const thisYear = point && yearOf(groups, await exclusionCounts(tx, point.thisYear.firstOn, point.thisYear.lastOn));
  const lastYear = point?.lastYear ? yearOf(groups, await exclusionCounts(tx, point.lastYear.firstOn, point.lastYear.lastOn)) : null;
  const both = (name: string, of: (year: Year) => number | null): ReportExclusions => ({ name, thisYear: thisYear && of(thisYear), lastYear: lastYear && of(lastYear) });
  const recorded = both('Recorded', (year) => year.total);
  return {
    rows: groups.map((group, index) => both(group.name, (year) => year.counts[index] ?? null)),
    outside: OUTSIDE.map(({ name }, index) => both(name, (year) => year.outside[index] ?? null)),
    recorded, upheld: both('Upheld', (year) => year.upheld),
    change: recorded.thisYear !== null && recorded.lastYear !== null ? changeOverTime(recorded.lastYear, recorded.thisYear).sentence : null,
  };
}

/** Schools that are in no partnership. They have no total with the partnerships: it would give their few away. */
const OUTSIDE = [{ name: 'Primary schools in no partnership', phase: 'primary' }, { name: 'PRUs and other schools in no partnership', phase: 'secondary' }] as const;

interface Year { readonly counts: readonly (number | null)[]; readonly outside: readonly (number | null)[]; readonly total: number | null; readonly upheld: number | null }

/** One year's list by partnership, and the split of its total into upheld and not: both have the total, so it is shown only where both allow. */
function yearOf(groups: readonly { readonly id: string }[], counts: readonly ExclusionCount[]): Year {
  const sum = (of: 'recorded' | 'upheld', keep: (one: ExclusionCount) => boolean): number => counts.filter(keep).reduce((all, one) => all + one[of], 0);
  const list = suppressList(groups.map((group) => sum('recorded', (one) => one.partnershipId === group.id)));
  const [all, upheld] = (['recorded', 'upheld'] as const).map((of) => sum(of, (one) => one.partnershipId !== null));
  const split = suppressList([upheld ?? 0, (all ?? 0) - (upheld ?? 0)]);
  return {
    counts: list.counts, total: split.total === null ? null : list.total, upheld: split.counts[0] ?? null,
    outside: suppressList(OUTSIDE.map(({ phase }) => sum('recorded', (one) => one.partnershipId === null && one.phase === phase))).counts,
  };
}

const startedRow = z.object({ exclusion_id: uuidColumn, started_on: dateColumn });
const codeRow = z.object({ la_code: textColumn });

/** This year's exclusions whose duty is this authority's and whose clock runs, with the first day in a place. */
async function startCases(tx: ReadTx, calendars: Calendars, point: SamePoint): Promise<StartCase[]> {
  const code = (await tx.row(codeRow, sql`SELECT la_code FROM authority WHERE id = ${tx.authorityId}`))?.la_code;
  const started = new Map((await tx.rows(startedRow, sql`
    SELECT r.exclusion_id, min(p.started_on) AS started_on FROM placement p
      JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id
     WHERE r.exclusion_id IS NOT NULL AND p.state IN ('started', 'left') AND p.started_on <= ${tx.today}::date
     GROUP BY r.exclusion_id`)).map((row) => [row.exclusion_id, row.started_on]));
  const exclusions = await exclusionsBetween(tx, point.thisYear.firstOn, point.thisYear.lastOn);
  return exclusions.filter((one) => one.home_authority_code === code && (one.state === 'recorded' || one.state === 'upheld')).flatMap((one) => {
    const duty = dutyOf(calendars, one);
    if (duty?.kind !== 'clock') return [];
    const startedOn = started.get(one.id) ?? null;
    const counted = startedOn === null ? null : attemptCount(() => countingDays(calendars, one).count(duty.clock.firstDay, startedOn));
    return [{ dueOn: duty.clock.dueOn, startedOn, schoolDays: counted?.kind === 'counted' ? counted.value : null }];
  });
}
