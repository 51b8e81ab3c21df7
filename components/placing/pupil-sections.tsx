import type { CalendarDate } from '@/lib/core/calendar-date';
import { shareInWords } from '@/lib/core/field-words';
import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, weekdayDateWords } from '@/components/ui/date-words';
import { DutyClock } from '@/components/waiting/duty-clock';
import type { DutyView } from '@/lib/exclusions/types';

interface Requests {
  readonly id: string;
  readonly reference: string;
  readonly route: string;
  readonly receivedOn: CalendarDate;
  readonly state: string;
  readonly clock: DutyView;
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
          <DutyClock duty={one.clock} today={today} />
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
