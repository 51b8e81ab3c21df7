import type { Calendars } from '@/lib/calendars/store';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { clockStatus } from './rules/clock-status';
import { meaningForAuthority } from './rules/home-authority';
import { countingDays, dutyOf, type ExclusionRecord } from './store';
import type { DutyView } from './types';

/** The duty of an exclusion as pages show it. Another authority's duty has no clock here (R24). */
export function dutyViewOf(
  calendars: Calendars, exclusion: ExclusionRecord, at: { readonly today: CalendarDate; readonly metOn: CalendarDate | null; readonly ownCode: string },
): DutyView {
  if (isOtherAuthoritys(exclusion, at.ownCode)) return { kind: 'none', reason: 'Another authority has the duty: the pupil lives there' };
  if (exclusion.state === 'reinstated' || exclusion.state === 'cancelled') return { kind: 'none', reason: `The exclusion was ${exclusion.state}` };
  const duty = dutyOf(calendars, exclusion);
  if (duty === null) return { kind: 'none', reason: 'No time of day is recorded, so no clock is counted' };
  if (duty.kind === 'no_duty') return { kind: 'none', reason: duty.words };
  if (duty.kind === 'refused') return { kind: 'none', reason: duty.message };
  const status = clockStatus(countingDays(calendars, exclusion), duty.clock, at);
  return {
    kind: 'clock', clock: duty.clock, due: status.state, lateSchoolDays: status.schoolDaysLate ?? 0, metOn: status.state === 'met' ? at.metOn : null,
    targetWords: status.targetWords, excludedAt: exclusion.excluded_at_time ?? '', afternoonBegan: exclusion.after_afternoon_began,
  };
}

/** True when the pupil lives in another authority, which then has the duty. */
export function isOtherAuthoritys(exclusion: Pick<ExclusionRecord, 'home_authority_code' | 'elsewhere_authority_code'>, ownCode: string): boolean {
  return !meaningForAuthority({
    thisAuthority: ownCode, homeAuthority: exclusion.home_authority_code || null, schoolAuthority: exclusion.elsewhere_authority_code ?? ownCode,
  }).clock;
}
