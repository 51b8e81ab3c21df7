import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';
import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords, weekdayDateWords } from '@/components/ui/date-words';

interface Move {
  readonly placementId: string;
  readonly name: string;
  readonly yearGroup: number;
  readonly on: CalendarDate;
  readonly state: string;
}

/** Who comes or goes this week. */
export function SiteMoves({ title, none, moves, officer, today }: { title: string; none: string; moves: readonly Move[]; officer: string; today: CalendarDate }) {
  return (
    <div>
      <h3>{title}</h3>
      {moves.length === 0 ? <p>{none}</p> : null}
      <ul>
        {moves.map((move) => (
          <li key={`${move.placementId} ${move.on}`}>
            <a href={`${officer}/placements/${move.placementId}`}>{move.name}</a>, Year {move.yearGroup}: {weekdayDateWords(move.on, today)} ({move.state.toLowerCase()})
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SiteRecords {
  readonly placeEvents: readonly { readonly kind: string; readonly effectiveOn: CalendarDate; readonly places: number; readonly entry: number; readonly reason: string; readonly source: string }[];
  readonly overNumber: readonly { readonly id: string; readonly kind: string; readonly places: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null; readonly reason: string; readonly agreedBySite: string; readonly authorisedBy: string; readonly source: string }[];
  readonly closures: readonly { readonly id: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly reason: string }[];
}

/** The dated records behind a site's figures. */
export function SiteRecordTables({ site, endOverNumber }: { site: SiteRecords; endOverNumber?: ReactNode }) {
  return (
    <>
      <h2>Places by dated events</h2>
      <DataTable
        caption="Places by dated events, latest first"
        captionHidden
        rows={[...site.placeEvents].reverse()}
        rowKey={(row) => String(row.entry)}
        empty={<p>No number of places has been recorded.</p>}
        columns={[
          { key: 'from', header: 'From', rowHeader: true, cell: (row) => dateWords(row.effectiveOn) },
          { key: 'kind', header: 'Kind', cell: (row) => PLACE_KIND_WORDS[row.kind] ?? row.kind },
          { key: 'places', header: 'Places', numeric: true, cell: (row) => row.places },
          { key: 'why', header: 'Why', cell: (row) => [row.reason, row.source].filter(Boolean).join('. ') },
        ]}
      />
      <h2 id="over-number">Over number</h2>
      <DataTable
        caption="Places over number"
        captionHidden
        rows={site.overNumber.filter((row) => row.lastOn === null || row.lastOn >= row.firstOn)}
        rowKey={(row) => row.id}
        empty={<p>Nobody has authorised places over number here.</p>}
        columns={[
          { key: 'days', header: 'Days', rowHeader: true, cell: (row) => (row.lastOn ? dateRangeWords(row.firstOn, row.lastOn) : `From ${dateWords(row.firstOn)}`) },
          { key: 'kind', header: 'Kind', cell: (row) => PLACE_KIND_WORDS[row.kind] ?? row.kind },
          { key: 'places', header: 'Places', numeric: true, cell: (row) => row.places },
          { key: 'who', header: 'Agreed by', cell: (row) => `${row.agreedBySite} (site), ${row.authorisedBy} (authority)` },
          { key: 'why', header: 'Why', cell: (row) => [row.reason, row.source].filter(Boolean).join('. ') },
        ]}
      />
      {endOverNumber}
      <h2>Closures</h2>
      <DataTable
        caption="Closures"
        captionHidden
        rows={site.closures}
        rowKey={(row) => row.id}
        empty={<p>No closure is recorded.</p>}
        columns={[
          { key: 'days', header: 'Days', rowHeader: true, cell: (row) => dateRangeWords(row.firstOn, row.lastOn) },
          { key: 'why', header: 'Why', cell: (row) => row.reason },
        ]}
      />
    </>
  );
}

interface DayPupil {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly year_group: number;
  readonly stateWords: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly place_kind: string;
  readonly share_tenths: number;
}

/** Who holds a place on a day. */
export function SiteDayTable({ on, pupils, officer }: { on: CalendarDate; pupils: readonly DayPupil[]; officer: string }) {
  return (
    <DataTable
      caption={`Pupils who hold a place on ${weekdayDateWords(on)}: ${pupils.length}`}
      rows={pupils}
      rowKey={(row) => row.id}
      empty={<p>Nobody holds a place on {weekdayDateWords(on)}.</p>}
      dense
      columns={[
        { key: 'name', header: 'Pupil', rowHeader: true, cell: (row) => <a href={`${officer}/placements/${row.id}`}>{row.first_name} {row.last_name}</a> },
        { key: 'year', header: 'Year', cell: (row) => (row.year_group === 0 ? 'Reception' : `Year ${row.year_group}`) },
        { key: 'kind', header: 'Kind', cell: (row) => PLACE_KIND_WORDS[row.place_kind] ?? row.place_kind },
        { key: 'share', header: 'Share', numeric: true, cell: (row) => row.share_tenths / 10 },
        { key: 'state', header: 'State', cell: (row) => row.stateWords },
        { key: 'days', header: 'Days', cell: (row) => dateRangeWords(row.first_on, row.last_on) },
      ]}
    />
  );
}
