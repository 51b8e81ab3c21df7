import { z } from 'zod';
import { attemptCount } from '@/lib/calendars/rules/count-refused';
import type { Calendars } from '@/lib/calendars/store';
import { ageOn, type CalendarDate } from '@/lib/core/calendar-date';
import { dateColumn, textColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { toldOfCancellation } from './rules/cancelling';
import { cancellationLines, type NoticeLine, noticeLines, type ToldLine, withTold } from './rules/notice-words';
import { noticeDuties } from './rules/notice-duties';
import { countingDays, type ExclusionRecord, momentOf } from './store';

/** The end of the afternoon session at a school that has said nothing else. */
const AFTERNOON_ENDS_AT = '15:15';

const toldRow = z.object({ notice: textColumn, told_on: dateColumn, told_by: textColumn });

/** Who must be told of an exclusion, or of its cancellation, with who has been. */
export async function noticesWithTold(tx: ReadTx, calendars: Calendars, exclusion: ExclusionRecord, ownCode: string): Promise<ToldLine[]> {
  const told = await tx.rows(toldRow, sql`
    SELECT DISTINCT ON (notice) notice, told_on, told_by FROM notice_told WHERE exclusion_id = ${exclusion.id}::uuid ORDER BY notice, entry DESC`);
  return withTold(noticesOf(calendars, exclusion, ownCode, tx.today), new Map(told.map((row) => [row.notice, { on: row.told_on, by: row.told_by }])));
}

/** Who must be told of a permanent exclusion and by when (R20 to R25), or of its cancellation (R30); empty where the calendar does not reach, or for history. */
function noticesOf(calendars: Calendars, exclusion: ExclusionRecord, ownCode: string, today: CalendarDate): NoticeLine[] {
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
