import { weekdayDateWords } from '@/components/ui/date-words';
import { Clock } from '@/components/places/clock';
import type { ClockView, LeftOutDays } from '@/components/places/clock-view';
import type { LeftOutDay } from '@/lib/calendars/types';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DutyView } from '@/lib/exclusions/types';

interface DutyClockProps {
  duty: DutyView;
  today: CalendarDate;
  small?: boolean;
  open?: boolean;
}

/** The day-6 clock of an exclusion, or why none runs. */
export function DutyClock({ duty, today, small, open }: DutyClockProps) {
  return <Clock clock={clockOf(duty, today)} today={today} small={small} open={open} />;
}

export function clockOf(duty: DutyView, today: CalendarDate): ClockView {
  if (duty.kind === 'none') return duty;
  const { clock } = duty;
  return {
    kind: 'running', what: 'place', counted: clock.counted, leftOut: leftOutDays(clock.leftOut), lateSchoolDays: duty.lateSchoolDays,
    startsBecause: startsBecause(duty, today),
    calendar: [clock.calendarName, ...clock.calendarVersions.map((one) => `${one.name} ${one.academicYear}, version ${one.version}`)]
      .filter((name, index, all) => !all.some((other, at) => at !== index && other.startsWith(name) && (other !== name || at < index))).join('; '),
    rule: {
      text: 'Full-time education is due from the sixth school day of a permanent exclusion, day 1 counted. The authority the pupil lives in arranges it.',
      source: 'Education Act 1996, section 19(3A)',
    },
    notes: notesOf(duty, today),
    ...(duty.metOn === null ? {} : { metOn: duty.metOn }),
  };
}

type Counted = Extract<DutyView, { kind: 'clock' }>;

function startsBecause({ clock, excludedAt, afternoonBegan }: Counted, today: CalendarDate): string {
  const firstDay = weekdayDateWords(clock.firstDay, today);
  if (clock.firstDay === clock.startedOn) return `Excluded at ${excludedAt}, before the afternoon session began, so that day is day 1.`;
  const when = weekdayDateWords(clock.startedOn, today);
  return afternoonBegan
    ? `Excluded on ${when} at ${excludedAt}, after the afternoon session began, so day 1 is the next school day, ${firstDay}.`
    : `Excluded on ${when}, which is no school day, so day 1 is the next school day, ${firstDay}.`;
}

function notesOf({ clock }: Counted, today: CalendarDate): string[] {
  const late = clock.lateReadingOn === null ? [] : [
    `The statutory guidance can be read as one school day later, ${weekdayDateWords(clock.lateReadingOn, today)}. The earlier day is used.`,
  ];
  const target = clock.dayOneTargetOn === null ? [] : [
    `Looked after or with a social worker: good practice is education from day 1, ${weekdayDateWords(clock.dayOneTargetOn, today)}. The list is ordered by that day.`,
  ];
  return [...target, ...late];
}

function leftOutDays(days: readonly LeftOutDay[]): LeftOutDays[] {
  return days.map(({ date, why, words }): LeftOutDays => ({ firstOn: date, lastOn: date, reason: why === 'weekend' ? 'weekend' : lowerFirst(words) }));
}

function lowerFirst(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
