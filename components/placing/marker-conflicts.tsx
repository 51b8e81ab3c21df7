import { dateRangeWords } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface Conflict {
  readonly marker_id: string;
  readonly kind: 'not_with' | 'not_at';
  readonly reason: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly site_name: string;
  readonly placementId: string;
  readonly reference: string;
  readonly other_name: string | null;
  readonly other_placement_id: string | null;
  readonly other_reference: string | null;
}

interface MarkerConflictsProps {
  conflicts: readonly Conflict[];
  /** Address of the officers' pages. */
  officer: string;
  /** The placement whose page it is: it needs no link. */
  here?: string;
}

/** Places that a pupil has against a marker, with the reason: officers only. Nothing where there is none. */
export function MarkerConflicts({ conflicts, officer, here }: MarkerConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <Notice kind="error" title={conflicts.length === 1 ? 'A marker stands against a place' : `Markers stand against places: ${conflicts.length} in all`}>
      <ul className="fp-conflicts">
        {conflicts.map((one) => (
          <li key={`${one.marker_id} ${one.placementId} ${one.other_placement_id ?? ''}`}>
            <p>
              {one.placementId === here ? 'This place' : <a href={`${officer}/placements/${one.placementId}`}>{one.reference} at {one.site_name}</a>}, {dateRangeWords(one.first_on, one.last_on)}:{' '}
              <strong>{one.kind === 'not_at' ? `not at ${one.site_name}` : `not with ${one.other_name ?? 'another pupil'}`}</strong>
              {one.kind === 'not_with' && one.other_placement_id !== null ? <>, who has <a href={`${officer}/placements/${one.other_placement_id}`}>{one.other_reference}</a> there</> : null}
            </p>
            <p>Reason: {one.reason}</p>
          </li>
        ))}
      </ul>
      <p>Move or end one of the places, or end the marker. Until then the site cannot accept the place, and it cannot be extended.</p>
    </Notice>
  );
}
