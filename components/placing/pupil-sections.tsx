import type { CalendarDate } from '@/lib/core/calendar-date';
import { shareInWords } from '@/lib/core/field-words';
import { Clock } from '@/components/places/clock';
import type { ClockView } from '@/components/places/clock-view';
import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords, weekdayDateWords } from '@/components/ui/date-words';
import { SummaryList } from '@/components/ui/summary-list';

interface Requests {
  readonly id: string;
  readonly reference: string;
  readonly route: string;
  readonly receivedOn: CalendarDate;
  readonly state: string;
  readonly clock: ClockView;
}

/** Every request for a place with its clock. */
export function PupilClocks({ requests, today }: { requests: readonly Requests[]; today: CalendarDate }) {
  return (
    <section className="fp-part" aria-labelledby="clocks">
      <h2 id="clocks">Clocks</h2>
      {requests.length === 0 ? <p>No place has been asked for.</p> : null}
      {requests.map((one) => (
        <div key={one.id} className="fp-pupil-clock">
          <h3>
            {one.route}, {one.reference}: {one.state.toLowerCase()}
          </h3>
          <Clock clock={one.clock} today={today} />
        </div>
      ))}
    </section>
  );
}

interface PlacementLine {
  readonly id: string;
  readonly reference: string;
  readonly site: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly share_tenths: number;
  readonly stateWords: string;
}

export function PupilPlacements({ placements, officer }: { placements: readonly PlacementLine[]; officer: string }) {
  return (
    <section className="fp-part" aria-labelledby="placements">
      <h2 id="placements">Placements</h2>
      <DataTable
        caption="Placements, latest first"
        captionHidden
        rows={placements}
        rowKey={(row) => row.id}
        empty={<p>No placement yet.</p>}
        columns={[
          { key: 'ref', header: 'Placement', rowHeader: true, cell: (row) => <a href={`${officer}/placements/${row.id}`}>{row.reference}</a> },
          { key: 'site', header: 'Site', cell: (row) => row.site },
          { key: 'when', header: 'Days', cell: (row) => dateRangeWords(row.first_on, row.last_on) },
          { key: 'share', header: 'Share', cell: (row) => shareInWords(row.share_tenths) },
          { key: 'state', header: 'State', cell: (row) => row.stateWords },
        ]}
      />
    </section>
  );
}

interface MarkerLine {
  readonly id: string;
  readonly kind: 'not_with' | 'not_at';
  readonly other_id: string | null;
  readonly other: string | null;
  readonly site: string | null;
  readonly reason: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate | null;
}

/** Markers with their reasons: officers only. */
export function PupilMarkers({ markers, officer, pupilId }: { markers: readonly MarkerLine[]; officer: string; pupilId: string }) {
  return (
    <section className="fp-part" aria-labelledby="markers">
      <h2 id="markers">Markers</h2>
      {markers.length === 0 ? <p>None.</p> : null}
      <SummaryList
        rows={markers.map((one) => ({
          label: one.kind === 'not_with' ? `Not with ${one.other ?? 'another pupil'}` : `Not at ${one.site ?? 'a site'}`,
          value: (
            <>
              {one.reason}
              <br />
              From {dateWords(one.first_on)}
              {one.last_on ? ` to ${dateWords(one.last_on)}` : ', no end recorded'}
              {one.other_id ? (
                <>
                  . <a href={`${officer}/pupils/${one.other_id}`}>Open {one.other}</a>
                </>
              ) : null}
            </>
          ),
        }))}
      />
      <p>
        <a href={`${officer}/pupils/${pupilId}/marker`}>Add a marker</a>
      </p>
    </section>
  );
}

export function PupilOpenings({ openings }: { openings: readonly { readonly who: string; readonly on: CalendarDate; readonly time: string }[] }) {
  return (
    <section className="fp-part" aria-labelledby="openings">
      <h2 id="openings">Who has looked</h2>
      {openings.length === 0 ? <p>Nobody before you.</p> : null}
      <ul>
        {openings.map((one, index) => (
          <li key={index}>
            {one.who}, {weekdayDateWords(one.on)} at {one.time}
          </li>
        ))}
      </ul>
    </section>
  );
}
