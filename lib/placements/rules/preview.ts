import { chargeBetween } from '@/lib/agreements/rules/charge';
import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Pence } from '@/lib/core/pence';
import type { CountedPlacement } from '../types';
import type { UseBasis } from './counting-weight';
import { type MeasureFacts, measureFacts } from './measure-facts';
import { type QuotaPosition, quotaPosition } from './over-quota';
import { type QuotaAhead, quotaAhead } from './quota-ahead';

/** Consecutive school days on which a change leaves use above the quota. */
export interface OverSpan {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolDays: number;
}

/** What a change does to an agreement: the total with it less the total without it. */
export interface ChangePreview {
  /** Q at the year's end without and with the change, tenths of a place-day. */
  readonly withoutTenths: number;
  readonly withTenths: number;
  /** What the change adds (below zero: takes off), tenths of a place-day. */
  readonly addedTenths: number;
  /** What it adds to the charge of the year; an annual average is only due once the year is over. */
  readonly added: Pence;
  /** Days on which the change alters the use of the quota, first and last; null when it alters none. */
  readonly changes: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly schoolDays: number } | null;
  /** Of those days the one that stands highest against its quota, the earliest of several; null when no day changes. */
  readonly peak: { readonly on: CalendarDate; readonly useTenths: number; readonly quotaTenths: number } | null;
  /** Those of the changed days on which use with the change is above the quota, as runs of school days. */
  readonly overSpans: readonly OverSpan[];
  /** First and last of the days over, and how many; null when none is over. */
  readonly over: OverSpan | null;
  /** Whether use stands equally high against the quota on every one of them. */
  readonly isOneLevel: boolean;
  /** Where the agreement stands with the change, as its measure counts. */
  readonly facts: MeasureFacts;
  /** True when the change adds to the use of a day; false when it only frees, or alters nothing. */
  readonly raises: boolean;
  /** With the change: the fullest day from today on; null when no school day is left. */
  readonly ahead: QuotaAhead | null;
}

/**
 * The effect of a change on the quota and the charge of the whole agreement. Give the agreement's
 * placements before and after it: a new placement, an extension, an end and a move are all the same question.
 *
 * @param asOf today: what is still ahead, and the annual average's expectation
 */
export function previewChange(
  terms: AgreementTerms,
  before: readonly CountedPlacement[],
  after: readonly CountedPlacement[],
  asOf: CalendarDate,
  basis: UseBasis = 'held',
): ChangePreview {
  const without = quotaPosition(terms, before, basis);
  const withChange = quotaPosition(terms, after, basis);
  const withoutTenths = without.overTenths.at(-1) ?? 0;
  const withTenths = withChange.overTenths.at(-1) ?? 0;
  const changed = terms.schoolDays.flatMap((_, index) => (withChange.use.tenths[index] === without.use.tenths[index] ? [] : [index]));
  const over = changed.filter((index) => aboveQuota(withChange, index) > 0);
  return {
    withoutTenths,
    withTenths,
    addedTenths: withTenths - withoutTenths,
    added: chargeBetween(terms, withoutTenths, withTenths),
    changes: spanOfDays(terms, changed),
    peak: peakOf(terms, withChange, changed),
    overSpans: runsOf(over).flatMap((run) => spanOfDays(terms, run) ?? []),
    over: spanOfDays(terms, over),
    isOneLevel: new Set(over.map((index) => `${withChange.use.tenths[index] ?? 0} ${withChange.quotaTenths[index] ?? 0}`)).size <= 1,
    facts: measureFacts(terms, { before, after, without, withChange }, asOf, basis),
    raises: changed.some((index) => (withChange.use.tenths[index] ?? 0) > (without.use.tenths[index] ?? 0)),
    ahead: quotaAhead(terms, withChange, asOf),
  };
}

function aboveQuota(position: QuotaPosition, index: number): number {
  return (position.use.tenths[index] ?? 0) - (position.quotaTenths[index] ?? 0);
}

function peakOf(terms: AgreementTerms, position: QuotaPosition, changed: readonly number[]): ChangePreview['peak'] {
  const first = changed[0];
  if (first === undefined) return null;
  const index = changed.reduce((best, next) => (aboveQuota(position, next) > aboveQuota(position, best) ? next : best), first);
  const on = terms.schoolDays[index];
  return on === undefined ? null : { on, useTenths: position.use.tenths[index] ?? 0, quotaTenths: position.quotaTenths[index] ?? 0 };
}

function spanOfDays(terms: AgreementTerms, indexes: readonly number[]): OverSpan | null {
  const firstOn = terms.schoolDays[indexes[0] ?? -1];
  const lastOn = terms.schoolDays[indexes.at(-1) ?? -1];
  return firstOn === undefined || lastOn === undefined ? null : { firstOn, lastOn, schoolDays: indexes.length };
}

function runsOf(indexes: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}
