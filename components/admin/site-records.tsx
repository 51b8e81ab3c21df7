import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { PLACE_KIND_WORDS } from '@/lib/core/field-words';
import { DataTable } from '@/components/ui/data-table';

interface SiteRecordsProps {
  placeEvents: readonly { readonly kind: string; readonly effectiveOn: CalendarDate; readonly places: number; readonly entry: number; readonly reason: string; readonly source: string }[];
  overNumber: readonly { readonly id: string; readonly kind: string; readonly places: number; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null; readonly reason: string; readonly agreedBySite: string; readonly authorisedBy: string }[];
  closures: readonly { readonly id: string; readonly firstOn: CalendarDate; readonly lastOn: CalendarDate; readonly reason: string }[];
  /** The form that withdraws a closure. */
  withdraw: (closureId: string) => ReactNode;
}

const days = (firstOn: CalendarDate, lastOn: CalendarDate | null): string =>
  firstOn === lastOn ? dateInWords(firstOn) : `${dateInWords(firstOn)} to ${lastOn ? dateInWords(lastOn) : 'further notice'}`;

/** The dated events of a site: its numbers of places, places over number, and closures. */
export function SiteRecords({ placeEvents, overNumber, closures, withdraw }: SiteRecordsProps) {
  return (
    <div className="fp-spaced fp-part">
      <DataTable
        caption="Number of places" rows={[...placeEvents].reverse()} rowKey={(event) => String(event.entry)} dense
        empty={<p>The site has no place yet.</p>}
        columns={[
          { key: 'from', header: 'From', rowHeader: true, cell: (event) => dateInWords(event.effectiveOn) },
          { key: 'kind', header: 'Kind', cell: (event) => PLACE_KIND_WORDS[event.kind] },
          { key: 'places', header: 'Places', numeric: true, cell: (event) => event.places },
          { key: 'reason', header: 'Reason', cell: (event) => event.reason },
          { key: 'source', header: 'Source', cell: (event) => event.source || 'Recorded here' },
        ]}
      />
      <DataTable
        caption="Places over number" rows={overNumber} rowKey={(row) => row.id} dense
        empty={<p>No place over number is authorised. Officers authorise them together with the site.</p>}
        columns={[
          { key: 'days', header: 'Days', rowHeader: true, cell: (row) => days(row.firstOn, row.lastOn) },
          { key: 'kind', header: 'Kind', cell: (row) => PLACE_KIND_WORDS[row.kind] },
          { key: 'places', header: 'Places', numeric: true, cell: (row) => row.places },
          { key: 'who', header: 'Agreed by', cell: (row) => `${row.agreedBySite} at the site, ${row.authorisedBy} in the authority` },
          { key: 'reason', header: 'Reason', cell: (row) => row.reason },
        ]}
      />
      <DataTable
        caption="Days closed" rows={closures} rowKey={(row) => row.id} dense empty={<p>No closure is recorded.</p>}
        columns={[
          { key: 'days', header: 'Days', rowHeader: true, cell: (row) => days(row.firstOn, row.lastOn) },
          { key: 'reason', header: 'Reason', cell: (row) => row.reason },
          { key: 'withdraw', header: 'Withdraw', headerHidden: true, cell: (row) => withdraw(row.id) },
        ]}
      />
    </div>
  );
}
