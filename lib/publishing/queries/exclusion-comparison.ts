import { calendarDate } from '@/lib/core/calendar-date';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { changeOverTime, comparedWithOthers } from '../rules/change-sentence';
import { type DatedRoll, type Rate, ratePerThousand, sumOfRolls } from '../rules/rate';
import { suppressList } from '../rules/suppression';
import { exclusionCounts, type PartnershipRolls, partnershipRolls, recordedBySchool, rollOfSchool } from './exclusion-counts';
import type { SamePoint } from '../types';
import { samePoint } from './exclusion-point';

/** One partnership's exclusions of this year; a count that is not shown reads as [c] and has no rate. */
export interface ComparedPartnership {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly rate: Rate | null;
}

export interface ExclusionComparison {
  readonly point: SamePoint;
  readonly partnershipName: string;
  readonly counts: { readonly thisYear: number; readonly lastYear: number | null };
  /** This year against the same point of last year, in one sentence. */
  readonly change: string;
  readonly school: { readonly name: string; readonly thisYear: number; readonly lastYear: number | null; readonly change: string; readonly rate: Rate | null } | null;
  /** The partnership against the others together, in one sentence; null when there are no others or no rolls of one day. */
  readonly others: string | null;
  readonly rollOn: string | null;
  /** In the authority's own order: no ranking. */
  readonly partnerships: readonly ComparedPartnership[];
  readonly suppressed: boolean;
}

/**
 * Permanent exclusions recorded this year to today, against the same school day of last year and against
 * the other partnerships of the phase (quantitative methods, sections 4 and 6). Counts of other
 * partnerships from 1 to 4 are not shown, nor what they could be worked out from (R75).
 */
export async function exclusionComparison(
  tx: ReadTx, partnershipId: string, school: { readonly id: string; readonly name: string } | null,
): Promise<ExclusionComparison | null> {
  const point = await samePoint(tx);
  const rolls = await partnershipRolls(tx);
  const own = rolls.find((one) => one.id === partnershipId);
  if (!point || !own) return null;
  const now = await exclusionCounts(tx, point.thisYear.firstOn, point.thisYear.lastOn);
  const before = point.lastYear && await exclusionCounts(tx, point.lastYear.firstOn, point.lastYear.lastOn);
  const countIn = (counts: typeof now, id: string): number => counts.find((one) => one.partnershipId === id)?.recorded ?? 0;
  const counts = { thisYear: countIn(now, own.id), lastYear: before && countIn(before, own.id) };
  const others = rolls.filter((one) => one.phase === own.phase && one.id !== own.id);
  const shown = suppressList(others.map((one) => countIn(now, one.id)));
  const together = ratePerThousand(others.reduce((sum, one) => sum + countIn(now, one.id), 0), sumOfRolls(others.flatMap((one) => rollOf(one) ?? [])));
  const ownRate = ratePerThousand(counts.thisYear, rollOf(own));
  const comparable = ownRate && together && ownRate.roll.on === together.roll.on && shown.total !== null && others.every((one) => rollOf(one) !== null);
  return {
    point, partnershipName: own.name, counts, change: changeWords(counts), school: school && await ofSchool(tx, point, school),
    others: comparable ? comparedWithOthers(ownRate, together).sentence : null,
    rollOn: ownRate?.roll.on ?? null,
    partnerships: rolls.filter((one) => one.phase === own.phase).map((one) => {
      if (one.id === own.id) return { name: one.name, own: true, count: counts.thisYear, rate: ownRate };
      const count = shown.counts[others.indexOf(one)] ?? null;
      return { name: one.name, own: false, count, rate: count === null ? null : ratePerThousand(count, rollOf(one)) };
    }),
    suppressed: shown.counts.includes(null),
  };
}

function changeWords({ thisYear, lastYear }: { thisYear: number; lastYear: number | null }): string {
  return lastYear === null ? `${thisYear} this year. Last year's calendar is not loaded, so there is nothing to compare with.` : changeOverTime(lastYear, thisYear).sentence;
}

async function ofSchool(tx: ReadTx, point: SamePoint, school: { readonly id: string; readonly name: string }): Promise<NonNullable<ExclusionComparison['school']>> {
  const thisYear = await recordedBySchool(tx, school.id, point.thisYear.firstOn, point.thisYear.lastOn);
  const lastYear = point.lastYear && await recordedBySchool(tx, school.id, point.lastYear.firstOn, point.lastYear.lastOn);
  const roll = await rollOfSchool(tx, school.id);
  return { name: school.name, thisYear, lastYear, change: changeWords({ thisYear, lastYear }), rate: ratePerThousand(thisYear, datedRoll(roll)) };
}

/** The members' rolls together, when every member has one and all are of one day. */
function rollOf(partnership: PartnershipRolls): DatedRoll | null {
  const rolls = partnership.rolls.map(datedRoll);
  return rolls.some((roll) => roll === null) ? null : sumOfRolls(rolls.flatMap((roll) => roll ?? []));
}

function datedRoll(roll: { readonly pupils: number | null; readonly on: string | null }): DatedRoll | null {
  return roll.pupils === null || roll.on === null ? null : { pupils: roll.pupils, on: calendarDate(roll.on) };
}
