import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateWords } from '@/components/ui/date-words';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { DutyClock } from '@/components/waiting/duty-clock';
import type { PupilBrief } from '@/lib/placements/types';

interface PupilSideProps {
  pupil: PupilBrief;
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
      <DutyClock duty={pupil.clock} today={today} small />
      <SummaryList compact rows={rows} />
      {children}
    </div>
  );
}
