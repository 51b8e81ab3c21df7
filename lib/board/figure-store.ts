import { z } from 'zod';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { loadAgreements } from '@/lib/agreements/store';
import { countingDays, dutyOf, exclusionsBetween } from '@/lib/exclusions/store';
import { loadSites } from '@/lib/providers/store';
import { exclusionCounts } from '@/lib/publishing/queries/exclusion-counts';
import { chargedMonths } from '@/lib/charges/queries/charged-months';
import { monthOf } from '@/lib/charges/rules/months';
import { dateColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { spendSnapshot } from '@/lib/spend/snapshot';
import { loadDayFacts, loadStayFacts } from './facts-store';
import type { CalculationKey } from './rules/catalogue';
import { independentPlaces, partnershipOf, pruPopulation, reintegrations, retained, rowsOf } from './rules/stays';
import type { FigureDays, TrueFigure } from './types';

/** The facts of one reading of the Board's figures, so that every calculation sees the same. */
export interface BoardFacts {
  readonly days: Awaited<ReturnType<typeof loadDayFacts>>;
  readonly stays: Awaited<ReturnType<typeof loadStayFacts>>;
}

/** Placements as they stood at a moment; null for now. */
export async function loadBoardFacts(tx: ReadTx, until: Date | null = null): Promise<BoardFacts> {
  return { days: await loadDayFacts(tx), stays: await loadStayFacts(tx, until) };
}

/** A calculation's true result of its days. It is for `shownFigure` to leave out what may not be read. */
export async function trueFigure(tx: ReadTx, key: CalculationKey, days: FigureDays, facts: BoardFacts): Promise<TrueFigure> {
  switch (key) {
    case 'exclusions_recorded':
      return exclusions(tx, days, facts, 'both');
    case 'exclusions_upheld':
      return exclusions(tx, days, facts, 'yes');
    case 'pru_population':
      return pruPopulation(facts.stays, days.lastOn, await agreedPupils(tx, days));
    case 'days_to_start':
    case 'started_by_day_six':
      return starts(tx, days, facts, key);
    case 'retained':
      return retained(facts.stays, days.lastOn);
    case 'over_quota':
      return overQuota(tx, days);
    case 'attendance':
      return { kind: 'missing', why: 'Attendance is not recorded in this version.' };
    case 'reintegrations':
      return reintegrations(facts.stays, days.firstOn, days.lastOn);
    case 'independent_places':
      return independentPlaces(facts.stays, days.lastOn);
    case 'independent_spend':
      return independentSpend(tx, days);
  }
}

/** By schools that are in a partnership on the day. Schools in none have no total with them: it would give their few away. */
async function exclusions(tx: ReadTx, { firstOn, lastOn }: FigureDays, { stays }: BoardFacts, show: 'both' | 'yes'): Promise<TrueFigure> {
  const counts = await exclusionCounts(tx, firstOn, lastOn);
  const of = (id: string, cell: 'recorded' | 'upheld'): number => counts.filter((one) => one.partnershipId === id).reduce((all, one) => all + one[cell], 0);
  return { kind: 'split', show, parts: stays.partnerships.map(({ id, name }) => ({ name, yes: of(id, 'upheld'), no: of(id, 'recorded') - of(id, 'upheld') })) };
}

/** Of PRUs and AP academies open on the day; null where one has no agreed number. */
async function agreedPupils(tx: ReadTx, { lastOn }: FigureDays): Promise<number | null> {
  const open = (await loadSites(tx)).filter((site) => ['pru', 'ap_academy'].includes(site.provider_kind) && site.opened_on <= lastOn && (site.closed_on === null || site.closed_on >= lastOn));
  const agreed = open.flatMap((site) => site.agreed_pupils ?? []);
  return open.length === 0 || agreed.length < open.length ? null : agreed.reduce((all, one) => all + one, 0);
}

const startedRow = z.object({ exclusion_id: uuidColumn, started_on: dateColumn.nullable() });
const codeRow = z.object({ la_code: textColumn });

/**
 * Exclusions of the days whose education this authority owes and whose clock runs (R36a), with the first day in a place.
 * A pupil whose sixth school day is still to come is not counted yet, nor one who has no place and no open request: their
 * education is not on record here.
 */
async function starts(tx: ReadTx, { firstOn, lastOn }: FigureDays, { days, stays }: BoardFacts, key: 'days_to_start' | 'started_by_day_six'): Promise<TrueFigure> {
  const code = (await tx.row(codeRow, sql`SELECT la_code FROM authority WHERE id = ${tx.authorityId}`))?.la_code;
  const began = new Map((await tx.rows(startedRow, sql`
    SELECT r.exclusion_id, min(p.started_on) AS started_on FROM referral r
      LEFT JOIN placement p ON p.authority_id = r.authority_id AND p.referral_id = r.id AND p.state IN ('started', 'left') AND p.started_on <= ${tx.today}::date
     WHERE r.exclusion_id IS NOT NULL GROUP BY r.exclusion_id HAVING min(p.started_on) IS NOT NULL OR bool_or(r.state <> 'closed')`)).map((row) => [row.exclusion_id, row.started_on]));
  const cases = (await exclusionsBetween(tx, firstOn, lastOn)).filter((one) => one.home_authority_code === code && (one.state === 'recorded' || one.state === 'upheld')).flatMap((one) => {
    const duty = dutyOf(days.calendars, one);
    if (duty?.kind !== 'clock' || duty.clock.dueOn > tx.today || !began.has(one.id)) return [];
    const startedOn = began.get(one.id) ?? null;
    const counted = startedOn === null ? null : attemptCount(() => countingDays(days.calendars, one).count(duty.clock.firstDay, startedOn));
    const group = partnershipOf(stays, one.establishment_id, one.phase === 'primary' ? 'primary' : 'secondary', one.excluded_on);
    return [{ group, inTime: startedOn !== null && startedOn <= duty.clock.dueOn, schoolDays: counted?.kind === 'counted' ? counted.value : null }];
  });
  const own = (id: string | null): typeof cases => cases.filter((one) => one.group === id);
  if (key === 'started_by_day_six') {
    return { kind: 'split', show: 'share', parts: rowsOf(stays.partnerships, (id) => ({ yes: own(id).filter((one) => one.inTime).length, no: own(id).filter((one) => !one.inTime).length })) };
  }
  return { kind: 'median', parts: [...stays.partnerships, { id: null, name: 'Other schools' }].map(({ id, name }) => ({ name, values: own(id).flatMap((one) => one.schoolDays ?? []) })).filter(({ name, values }) => name !== 'Other schools' || values.length > 0) };
}

/** The forecast of the month's high-needs monitor against what its path allows in the financial year. */
async function independentSpend(tx: ReadTx, { lastOn }: FigureDays): Promise<TrueFigure> {
  const { targets, lines, volumes } = await spendSnapshot(tx, monthOf(lastOn));
  const target = targets.find((one) => one.line === 'independent');
  if (!target) return { kind: 'missing', why: 'No path is entered for spend on independent places.' };
  if (target.now === null || target.now.forecast === null) {
    const missing = lines.find((line) => line.key === 'independent')?.missing ?? [];
    return { kind: 'missing', why: missing.length > 0 ? missing.join(' ') : 'No forecast of spend on independent places is on record for this month.' };
  }
  const pupils = volumes.filter((one) => one.kind === 'independent' || one.kind === 'unregistered').reduce((all, one) => all + one.pupils, 0);
  return { kind: 'amount', pounds: Number(target.now.forecast) / 100, pupils, against: Number(target.now.most) / 100 };
}

/** Of agreements in force on the last day: what the closed months from the first day on were charged for. */
async function overQuota(tx: ReadTx, { firstOn, lastOn }: FigureDays): Promise<TrueFigure> {
  const agreements = await loadAgreements(tx, lastOn, lastOn);
  if (agreements.length === 0) return { kind: 'missing', why: 'No agreement of these days is on record.' };
  const charged = (await chargedMonths(tx, monthOf(firstOn))).filter((one) => one.month <= monthOf(lastOn));
  return {
    kind: 'quantity',
    parts: agreements.map(({ terms, partnershipName }) => {
      const own = charged.filter((one) => one.partnershipId === terms.partnershipId);
      return { name: partnershipName, quantity: own.reduce((sum, one) => sum + one.tenths, 0) / 10, pupils: new Set(own.flatMap((one) => one.pupils)).size };
    }),
  };
}
