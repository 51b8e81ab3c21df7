import { loadCalendars } from '@/lib/calendars/store';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import { type CalendarDate, maxDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { rescindInput } from '@/lib/exclusions/input';
import { mayKeepList } from '@/lib/exclusions/policy';
import { lockedExclusion } from '@/lib/exclusions/referral-lock';
import { cancellingRefusals } from '@/lib/exclusions/rules/cancelling';
import { SESSIONS_A_DAY } from '@/lib/exclusions/rules/half-days';
import { setExclusionState } from '@/lib/exclusions/set-state';
import { countingDays, dutyOf, type ExclusionRecord } from '@/lib/exclusions/store';
import type { Command } from '@/lib/server/command';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { reverseExclusion } from '../reverse-exclusion';

/** The head cancels the exclusion (R30): refused once the board has begun or above 45 days out; else everything is reversed in the same act. */
export const rescindExclusion: Command<typeof rescindInput, { exclusionId: string }> = {
  name: 'exclusion.rescind',
  input: rescindInput,
  handle: async (tx, input) => {
    if (!mayKeepList(tx.actor)) throw notFoundRefusal();
    const exclusion = await lockedExclusion(tx, input.exclusionId, input.version);
    if (exclusion.state === 'upheld' || exclusion.state === 'reinstated') {
      throw conflict(`The governing board has decided already (${exclusion.state}), so the head can no longer cancel`);
    }
    if (input.cancelledOn > tx.today) throw invalid('cancelledOn', 'Date of the cancellation must be today or earlier');
    if (input.cancelledOn < exclusion.excluded_on) throw invalid('cancelledOn', `Date of the cancellation must be ${dateInWords(exclusion.excluded_on)}, the day of the exclusion, or later`);
    const refusals = cancellingRefusals({
      alreadyCancelled: exclusion.state === 'cancelled',
      boardMeetingCommenced: input.boardBegan === 'yes',
      sessionsOutThisYear: input.otherSessionsOut + (await sessionsOutOf(tx, exclusion, input.cancelledOn)),
    });
    if (refusals.length > 0) throw conflict('The head cannot cancel this exclusion', refusals.map((one) => one.words));
    await setExclusionState(tx, exclusion, { kind: 'cancelled', happenedOn: input.cancelledOn, outcome: input.cancelReason });
    const words = 'Exclusion cancelled by the head';
    const reversed = await reverseExclusion(tx, exclusion, { act: 'rescind', kind: 'cancelled', words, reason: input.cancelReason, seen: input.seen });
    return {
      outcome: { exclusionId: exclusion.id },
      audit: { subjectKind: 'exclusion', subjectId: exclusion.id, pupilId: exclusion.pupil_id, before: { state: exclusion.state }, after: { state: 'cancelled', ...reversed } },
    };
  },
};

/** Sessions out under this exclusion, from its day 1 up to the cancellation, in the school year of the cancellation. */
async function sessionsOutOf(tx: ReadTx, exclusion: ExclusionRecord, cancelledOn: CalendarDate): Promise<number> {
  const calendars = await loadCalendars(tx);
  const duty = dutyOf(calendars, exclusion);
  const days = countingDays(calendars, exclusion);
  const counted = attemptCount(() => {
    const firstDay = duty?.kind === 'clock' ? duty.clock.firstDay : exclusion.excluded_on;
    const year = days.yearOf(cancelledOn);
    const yearBegins = year.terms.map((term) => term.firstOn).sort()[0] ?? firstDay;
    return days.count(maxDate(firstDay, yearBegins), cancelledOn);
  });
  return counted.kind === 'counted' ? counted.value * SESSIONS_A_DAY : 0;
}
