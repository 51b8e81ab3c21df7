import { dateWords } from '@/components/ui/date-words';
import { SummaryList } from '@/components/ui/summary-list';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface MarkerLine {
  readonly id: string;
  readonly kind: 'not_with' | 'not_at';
  readonly other_id: string | null;
  readonly other: string | null;
  readonly site: string | null;
  readonly reason: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate | null;
  /** '' unless somebody ended it. */
  readonly end_reason: string;
  readonly ended_by: string | null;
}

interface PupilMarkersProps {
  markers: readonly MarkerLine[];
  officer: string;
  pupilId: string;
  today: CalendarDate;
}

function wordsOf(marker: MarkerLine): string {
  return marker.kind === 'not_with' ? `Not with ${marker.other ?? 'another pupil'}` : `Not at ${marker.site ?? 'a site'}`;
}

/** Markers with their reasons, those that stand first: officers only. */
export function PupilMarkers({ markers, officer, pupilId, today }: PupilMarkersProps) {
  const hasEnded = (one: MarkerLine) => one.last_on !== null && one.last_on < today;
  const standing = markers.filter((one) => !hasEnded(one));
  const ended = markers.filter(hasEnded);
  const form = `${officer}/pupils/${pupilId}/marker`;
  return (
    <section className="fp-part" aria-labelledby="markers">
      <h2 id="markers">Markers</h2>
      {standing.length === 0 ? <p>None.</p> : null}
      <SummaryList rows={standing.map((one) => ({
        label: wordsOf(one),
        value: (
          <>
            <About marker={one} officer={officer} />
            {one.last_on === today ? <> Today is its last day.</> : (
              <>
                <br />
                <a href={`${form}?end=${one.id}`}>End<VisuallyHidden> the marker {wordsOf(one)}</VisuallyHidden></a>
              </>
            )}
          </>
        ),
      }))} />
      <p className="fp-after-list"><a href={form}>Add a marker</a></p>
      {ended.length === 0 ? null : (
        <>
          <h3>Ended</h3>
          <SummaryList rows={ended.map((one) => ({ label: wordsOf(one), value: <About marker={one} officer={officer} /> }))} />
        </>
      )}
    </section>
  );
}

function About({ marker, officer }: { marker: MarkerLine; officer: string }) {
  return (
    <>
      {marker.reason}
      <br />
      From {dateWords(marker.first_on)}{marker.last_on ? ` to ${dateWords(marker.last_on)}` : ', no end recorded'}
      {marker.end_reason === '' ? null : <>. Ended{marker.ended_by ? ` by ${marker.ended_by}` : ''}: {marker.end_reason}</>}
      {marker.other_id ? <>. <a href={`${officer}/pupils/${marker.other_id}`}>Open {marker.other}</a></> : null}
    </>
  );
}
