import type { Calendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { dutyViewOf } from '@/lib/exclusions/duty-view';
import type { ReferralRecord } from '@/lib/exclusions/referral-store';
import { ownAuthorityCode } from '@/lib/exclusions/school-choice';
import type { ExclusionRecord } from '@/lib/exclusions/store';
import type { DutyView } from '@/lib/exclusions/types';
import type { ReadTx } from '@/lib/server/unit-of-work';

/** The clock of a request for a place: that of its exclusion, or why none runs. `metOn` is when full-time education really started. */
export async function referralClock(
  tx: ReadTx, calendars: Calendars, referral: ReferralRecord, exclusion: ExclusionRecord | null, metOn: CalendarDate | null,
): Promise<DutyView> {
  if (!exclusion) {
    const wanted = referral.wanted_from === null ? '' : ` Wanted from ${weekdayDateInWords(referral.wanted_from)}.`;
    return { kind: 'none', reason: `No exclusion, so the law sets no day.${wanted}` };
  }
  return dutyViewOf(calendars, exclusion, { today: tx.today, metOn, ownCode: await ownAuthorityCode(tx) });
}
