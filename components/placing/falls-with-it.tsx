import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateRangeWords } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';

interface FallsWithItProps {
  following: readonly { readonly reference: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate }[];
  siteName: string;
}

/** What is planned to go on from a placement at its site, and is cancelled in the same act. */
export function FallsWithIt({ following, siteName }: FallsWithItProps) {
  if (following.length === 0) return null;
  return (
    <Notice kind="warning" title="What was to follow at the same site is cancelled too">
      {following.map((one) => (
        <p key={one.reference}>{one.reference} at {siteName}, {dateRangeWords(one.firstOn, one.lastOn)}</p>
      ))}
    </Notice>
  );
}
