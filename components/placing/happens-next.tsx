import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateWords } from '@/components/ui/date-words';

interface HappensNextProps {
  siteName: string;
  replyBy: CalendarDate | null;
  /** Moment in words: "Saturday 7 March 2026 at 09:00". */
  tellParentsBy: string;
  /** What is to be done where that time has passed; null while it has not. */
  lostNotice: { readonly words: string } | null;
  startTime: string;
  firstOn: CalendarDate;
  today: CalendarDate;
}

/** Who is told of a proposal, by when, in order. */
export function HappensNext({ siteName, replyBy, tellParentsBy, lostNotice, startTime, firstOn, today }: HappensNextProps) {
  return (
    <>
      <h2>Who is told</h2>
      <ul className="fp-stopped">
        <li>
          <span className="fp-stopped__name">{siteName}</span>
          <span>Sees the proposal at once and answers it{replyBy ? ` by ${weekdayDateWords(replyBy, today)}` : ''}. The place is held meanwhile.</span>
        </li>
        <li>
          <span className="fp-stopped__name">Parents or carers</span>
          <span>
            Told in writing where, when and whom to ask for, at least 48 hours before the first session on {weekdayDateWords(firstOn, today)} at {startTime}: by {tellParentsBy}. {lostNotice ? <strong>{lostNotice.words}</strong> : null} Record it on the placement.
          </span>
        </li>
        <li>
          <span className="fp-stopped__name">Transport</span>
          <span>Booked once the site has accepted, where it is needed. Record it on the placement.</span>
        </li>
      </ul>
    </>
  );
}
