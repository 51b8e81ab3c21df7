import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { Calendars } from '@/lib/calendars/store';
import { ageOn, type CalendarDate } from '@/lib/core/calendar-date';
import { toldOfCancellation } from './rules/cancelling';
import { cancellationLines, type NoticeLine, noticeLines } from './rules/notice-words';
import { noticeDuties } from './rules/notice-duties';
import { countingDays, type ExclusionRecord, momentOf } from './store';

/** The end of the afternoon session at a school that has said nothing else. */
const AFTERNOON_ENDS_AT = '15:15';

/** Who must be told of a permanent exclusion and by when (R20 to R25), or of its cancellation (R30); empty where the calendar does not reach, or for history. */
export function noticesOf(calendars: Calendars, exclusion: ExclusionRecord, ownCode: string, today: CalendarDate): NoticeLine[] {
  if (exclusion.state === 'cancelled') {
    return cancellationLines(toldOfCancellation({ socialWorker: exclusion.has_social_worker, lookedAfter: exclusion.looked_after_by !== null }));
  }
  const at = exclusion.excluded_at_time;
  if (at === null || exclusion.state === 'reinstated') return [];
  const counted = attemptCount(() => noticeDuties(countingDays(calendars, exclusion), {
    ...momentOf(exclusion, at), kind: 'permanent', afternoonSessionEndsAt: AFTERNOON_ENDS_AT, termSessions: 0, losesPublicExamOrTest: false,
    socialWorker: exclusion.has_social_worker, lookedAfter: exclusion.looked_after_by !== null,
    homeAuthorityElsewhere: exclusion.home_authority_code !== (exclusion.elsewhere_authority_code ?? ownCode),
    pupilIsAdult: ageOn(exclusion.born_on, exclusion.excluded_on) >= 18,
  }));
  return counted.kind === 'counted' ? noticeLines(counted.value, today) : [];
}
