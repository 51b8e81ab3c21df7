import type { CalendarDate } from '@/lib/core/calendar-date';
import type { CountWorking } from '@/lib/calendars/types';

/** R14. A lunchtime counts as half a school day (R11). */
export type ExclusionKind = 'permanent' | 'suspension' | 'lunchtime';

/** When the head decided, in London wall-clock time, and the school's afternoon session that day. */
export interface ExclusionMoment {
  readonly excludedOn: CalendarDate;
  /** `hh:mm`. */
  readonly excludedAt: string;
  /** `hh:mm`; 13:15 at the reference schools of the rule book. */
  readonly afternoonSessionStartsAt: string;
}

/** Facts about the pupil at the date of decision that change the day-6 clock (R19). */
export interface DutyFacts {
  readonly bornOn: CalendarDate;
  /** The actual National Curriculum year group. */
  readonly yearGroup: number;
  /** Public examinations entered for this year that are neither taken nor missed; null while nobody has said. */
  readonly publicExamsLeft: number | null;
  /** The EHC plan specifies fewer hours than full time and the authority provides them. */
  readonly ehcPlanHoursProvided: boolean;
  readonly lookedAfter: boolean;
  readonly socialWorker: boolean;
}

/** Who must arrange full-time education from day 6. */
export type DutyHolder = 'home_authority' | 'school' | 'maintaining_authority';

/** The day-6 clock of an exclusion (R36, R36a, R36b) with its working. */
export interface DaySixClock extends CountWorking {
  readonly dutyHolder: DutyHolder;
  /** The sixth school day after the first day (SPEG para 90 as quoted): only ever a note. Null for a suspension, or when not countable. */
  readonly lateReadingOn: CalendarDate | null;
  /** The first day, for a looked-after pupil or one with a social worker: good practice, no duty (R36b). */
  readonly dayOneTargetOn: CalendarDate | null;
  /** The earlier of the legal due date and the day-1 target: what lists are ordered by. */
  readonly effectiveDueOn: CalendarDate;
}

export type NoDutyReason = 'no_public_exam_left' | 'ehc_plan_hours_provided' | 'not_compulsory_school_age';

/** What the law asks from day 6, or why nothing can be counted. */
export type DaySixDuty =
  | { readonly kind: 'clock'; readonly clock: DaySixClock }
  | { readonly kind: 'no_duty'; readonly because: NoDutyReason; readonly words: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Where a clock stands against its legal due date; `no_clock` when none runs here. */
export type DueGroup = 'overdue' | 'due_today' | 'this_week' | 'later' | 'met' | 'no_clock';

/** A duty as pages show it on a day. */
export type DutyView =
  | {
      readonly kind: 'clock';
      readonly clock: DaySixClock;
      readonly due: Exclude<DueGroup, 'no_clock'>;
      /** School days since the due date, up to today or the day it was met. */
      readonly lateSchoolDays: number;
      /** The day full-time education really started, or null. */
      readonly metOn: CalendarDate | null;
      /** The day-1 target in words, or null. */
      readonly targetWords: string | null;
      /** `hh:mm`. */
      readonly excludedAt: string;
      readonly afternoonBegan: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** Something about a pupil that changes what must be done, as a tag. */
export interface PupilFlag {
  readonly code: 'ehc_plan' | 'looked_after' | 'social_worker' | 'interim' | 'primary' | 'other_authority' | 'elsewhere' | 'no_duty' | 'twice' | 'marker' | 'language';
  readonly words: string;
}
