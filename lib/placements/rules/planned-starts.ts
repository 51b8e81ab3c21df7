import type { CalendarDate } from '@/lib/core/calendar-date';
import { standsOn } from './counting-weight';
import type { QuotaUse, UseSegment } from './quota-use';

/** Places that are taken up on a later school day, tenths of a place. */
export interface PlannedStart {
  readonly on: CalendarDate;
  readonly tenths: number;
}

/**
 * What placements that have not started add to the use of a quota after a school day, pupil by pupil: a first start in
 * full, a larger share by what it adds, a change of site nothing. In order of days. Every page that says "1 more starts
 * on 3 March" says it by this.
 *
 * @param use places held, in the agreement's calendar
 * @param index the school day's position in that calendar
 */
export function plannedStarts(use: QuotaUse, index: number): PlannedStart[] {
  const byPupil = new Map<string, UseSegment[]>();
  for (const segment of use.segments) {
    const own = byPupil.get(segment.placement.pupilId);
    if (own) own.push(segment);
    else byPupil.set(segment.placement.pupilId, [segment]);
  }
  const starts = [...byPupil.values()].flatMap((own) => {
    const days = [...new Set(own.filter(({ span, placement }) => span.from > index && !standsOn('actual', placement.state)).map(({ span }) => span.from))];
    return days.map((day) => ({ day, tenths: tenthsOn(own, day) - tenthsOn(own, day - 1) })).filter(({ tenths }) => tenths > 0);
  });
  return starts.sort((a, b) => a.day - b.day).flatMap(({ day, tenths }) => {
    const on = use.schoolDays[day];
    return on === undefined ? [] : [{ on, tenths }];
  });
}

function tenthsOn(segments: readonly UseSegment[], day: number): number {
  return segments.reduce((sum, { span, tenths }) => (span.from <= day && day <= span.to ? sum + tenths : sum), 0);
}
