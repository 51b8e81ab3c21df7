import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { Clock } from '@/components/places/clock';
import type { ClockView } from '@/components/places/clock-view';
import { dateWords } from '@/components/ui/date-words';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';

/** Who the pupil is and what is asked for. */
export interface PupilSideFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly yearGroup: string;
  readonly age: number;
  readonly bornOn: CalendarDate;
  readonly school: string;
  readonly route: string;
  readonly needs: readonly string[];
  readonly flags: readonly string[];
  readonly language: string | null;
  readonly home: string;
  readonly askedFor: string;
  readonly clock: ClockView;
}

interface PupilSideProps {
  pupil: PupilSideFacts;
  pupilHref: string;
  today: CalendarDate;
  /** The period wanted: a form, or what was chosen. */
  children?: ReactNode;
}

export function Flags({ flags }: { flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <div className="fp-tags">
      {flags.map((flag) => (
        <Tag key={flag} tone="info" plain>
          {flag}
        </Tag>
      ))}
    </div>
  );
}

/** The pupil, staying in view while a place is chosen. */
export function PupilSide({ pupil, pupilHref, today, children }: PupilSideProps) {
  const rows = [
    { label: 'School', value: pupil.school },
    { label: 'Route', value: pupil.route },
    ...(pupil.needs.length > 0 ? [{ label: pupil.needs.length === 1 ? 'Need' : 'Needs', value: pupil.needs.join('; ') }] : []),
    ...(pupil.language ? [{ label: 'Language', value: pupil.language }] : []),
    ...(pupil.home ? [{ label: 'Home', value: pupil.home }] : []),
    ...(pupil.askedFor ? [{ label: 'School asked', value: pupil.askedFor }] : []),
  ];
  return (
    <div className="fp-pupil-side">
      <h2>
        <a href={pupilHref}>
          {pupil.firstName} {pupil.lastName}
        </a>
      </h2>
      <p>
        {pupil.yearGroup}, {pupil.age} years, born {dateWords(pupil.bornOn)}
      </p>
      <Flags flags={pupil.flags} />
      <Clock clock={pupil.clock} today={today} small />
      <SummaryList compact rows={rows} />
      {children}
    </div>
  );
}
