import type { CalendarDate } from '@/lib/core/calendar-date';
import { ageOn } from '@/lib/core/calendar-date';
import { dateWords } from '@/components/ui/date-words';
import { Flags } from './pupil-side';

interface IdentityBarProps {
  name: string;
  reference: string;
  upn: string | null;
  bornOn: CalendarDate;
  /** In words: `Year 9`. */
  yearGroup: string;
  school: string | null;
  flags: readonly string[];
  today: CalendarDate;
}

/** Who this is: always first on a pupil's page. */
export function IdentityBar({ name, reference, upn, bornOn, yearGroup, school, flags, today }: IdentityBarProps) {
  return (
    <div className="fp-identity">
      <div>
        <h1 className="fp-h1">{name}</h1>
        <p>
          {yearGroup}, {ageOn(bornOn, today)} years, born {dateWords(bornOn)}. {school ?? 'On no school\u2019s roll'}.
        </p>
        <Flags flags={flags} />
      </div>
      <p className="fp-figures">
        {reference}
        {upn ? <>, UPN {upn}</> : ', no UPN recorded'}
      </p>
    </div>
  );
}
