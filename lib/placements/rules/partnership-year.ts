import { type QuotaOnDay, quotaTenthsOn } from '@/lib/agreements/rules/quota';
import type { AgreementTerms } from '@/lib/agreements/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CountedPlacement } from '../types';
import { standsOn } from './counting-weight';
import { firstIndexFrom } from './day-index';
import { quotaPosition, type QuotaPosition } from './over-quota';
import { type PlannedStart, plannedStarts } from './planned-starts';
import type { UseSegment } from './quota-use';
import { countingDayFor } from './use-on-day';

/** One school day of the chart: pupils who were in places up to today, and after it places held or planned. Never both. */
export interface YearPoint {
  readonly on: CalendarDate;
  /** Tenths of a place; null after today. */
  readonly actualTenths: number | null;
  /** Tenths of a place; null up to and on today. */
  readonly plannedTenths: number | null;
  readonly quotaTenths: number;
}

/** Pupils whose stay ends before the year does, by the day it is planned to end. */
export interface PlannedReturn {
  readonly on: CalendarDate;
  readonly pupils: number;
  readonly tenths: number;
}

/** School days after today on which places held and planned stand above the quota. */
export interface GoesOver {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly schoolDays: number;
  readonly peakTenths: number;
}

/** Where a partnership stands in its agreement year. Quantities are tenths of a place unless named otherwise. */
export interface PartnershipYear {
  /** The school day the figures of "today" are of: today, or the last school day before it. */
  readonly on: CalendarDate;
  readonly actual: QuotaPosition;
  readonly held: QuotaPosition;
  readonly usedTenths: number;
  /** Pupils counted that day, each once. */
  readonly pupils: number;
  readonly quota: QuotaOnDay;
  /** Quota less the places held that day, proposed and agreed ones included; below zero when over. */
  readonly freeTenths: number;
  /** What placements that have not started add after that day. */
  readonly starts: readonly PlannedStart[];
  /** Places held for pupils who ought to have started by now. */
  readonly awaitedTenths: number;
  readonly returns: readonly PlannedReturn[];
  readonly goesOver: GoesOver | null;
  readonly points: readonly YearPoint[];
}

/**
 * The partnership's year as heads and leads see it on a day: what was, what is held, what is planned,
 * each kept apart (issue, "Planned, held and actual are never mixed in one figure"). Null in a year
 * without a school day.
 */
export function partnershipYear(terms: AgreementTerms, placements: readonly CountedPlacement[], today: CalendarDate): PartnershipYear | null {
  const on = countingDayFor(terms, today);
  if (on === null) return null;
  const actual = quotaPosition(terms, placements, 'actual');
  const held = quotaPosition(terms, placements, 'held');
  const index = firstIndexFrom(terms.schoolDays, on);
  const counted = segmentsOn(actual, index);
  const present = new Set(counted.map(({ placement }) => placement.pupilId));
  const quota = quotaTenthsOn(terms, on);
  return {
    on, actual, held, quota,
    usedTenths: actual.use.tenths[index] ?? 0,
    pupils: present.size,
    freeTenths: quota.countedTenths - (held.use.tenths[index] ?? 0),
    starts: plannedStarts(held.use, index),
    awaitedTenths: segmentsOn(held, index).filter(({ placement }) => !standsOn('actual', placement.state) && !present.has(placement.pupilId))
      .reduce((sum, segment) => sum + segment.tenths, 0),
    returns: returnsAfter(terms, segmentsOn(held, index), on),
    goesOver: goesOver(terms, held, index),
    points: terms.schoolDays.map((day, at) => ({
      on: day,
      actualTenths: at <= index ? actual.use.tenths[at] ?? 0 : null,
      plannedTenths: at > index ? held.use.tenths[at] ?? 0 : null,
      quotaTenths: held.quotaTenths[at] ?? 0,
    })),
  };
}

function segmentsOn(position: QuotaPosition, index: number): UseSegment[] {
  return position.use.segments.filter(({ span }) => span.from <= index && index <= span.to);
}

function returnsAfter(terms: AgreementTerms, segments: readonly UseSegment[], on: CalendarDate): PlannedReturn[] {
  const last = terms.schoolDays.at(-1) ?? on;
  const byDay = new Map<CalendarDate, { pupils: Set<string>; tenths: number }>();
  for (const { stay, placement, tenths } of segments) {
    if (stay.lastOn >= last) continue;
    const day = byDay.get(stay.lastOn) ?? { pupils: new Set<string>(), tenths: 0 };
    day.pupils.add(placement.pupilId);
    day.tenths += tenths;
    byDay.set(stay.lastOn, day);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, { pupils, tenths }]) => ({ on: day, pupils: pupils.size, tenths }));
}

function goesOver(terms: AgreementTerms, held: QuotaPosition, index: number): GoesOver | null {
  const over = terms.schoolDays.flatMap((day, at) => (at > index && (held.use.tenths[at] ?? 0) > (held.quotaTenths[at] ?? 0) ? [{ day, tenths: held.use.tenths[at] ?? 0 }] : []));
  const [first, last] = [over[0], over.at(-1)];
  if (!first || !last) return null;
  return { firstOn: first.day, lastOn: last.day, schoolDays: over.length, peakTenths: Math.max(...over.map((one) => one.tenths)) };
}

/** True when the chair must hear of it: so few places free, or a planned start that goes over. */
export function needsWarning(year: Pick<PartnershipYear, 'freeTenths' | 'goesOver'>, warnAtPlaces: number): boolean {
  return year.freeTenths <= warnAtPlaces * 10 || year.goesOver !== null;
}
