import { Notice } from '@/components/ui/notice';
import { dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface ReversedListProps {
  title: string;
  firstName: string;
  placements: readonly { readonly id: string; readonly reference: string; readonly site_name: string; readonly state: string }[];
  interimRuns: boolean;
  today: CalendarDate;
}

/** What a reinstatement or a cancellation undoes, named before it is done. */
export function ReversedList({ title, firstName, placements, interimRuns, today }: ReversedListProps) {
  const standing = placements.filter((one) => ['proposed', 'accepted', 'concern', 'not_arrived', 'started'].includes(one.state));
  return (
    <Notice kind="warning" title={title}>
      <ul className="fp-waiting__reversed">
        {standing.map((one) => (
          <li key={one.id}>
            {one.state === 'started'
              ? `The place at ${one.site_name} (${one.reference}) ends today, ${dateWords(today)}, and the site gets a task`
              : `The place at ${one.site_name} (${one.reference}) is cancelled, and the site gets a task`}
          </li>
        ))}
        {interimRuns ? <li>Interim education ends today</li> : null}
        <li>{firstName} leaves the list of pupils waiting, the clock stops and the open tasks are done</li>
      </ul>
    </Notice>
  );
}
