import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface PlacementLine {
  readonly id: string;
  readonly reference: string;
  readonly site_name: string;
  readonly stateWords: string;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly share_tenths: number;
  readonly reply_by: CalendarDate | null;
  readonly state: string;
}

/** Proposals and placements of a request so far. */
export function RequestPlacements({ path, placements }: { path: string; placements: readonly PlacementLine[] }) {
  return (
    <DataTable
      caption="Proposals so far" captionHidden rows={placements} rowKey={(row) => row.id} dense empty={<p>No place has been proposed yet.</p>}
      columns={[
        { key: 'site', header: 'Site', rowHeader: true, cell: (row) => <a href={`${path}/${row.id}`}>{row.site_name}<span className="fp-waiting__about">{row.reference}</span></a> },
        { key: 'days', header: 'Days', cell: (row) => dateRangeWords(row.first_on, row.last_on) },
        { key: 'share', header: 'Share', numeric: true, cell: (row) => (row.share_tenths === 10 ? 'Full time' : tenthsWords(row.share_tenths)) },
        { key: 'state', header: 'Stands as', cell: (row) => (row.state === 'proposed' && row.reply_by !== null ? `${row.stateWords}, reply by ${dateWords(row.reply_by)}` : row.stateWords) },
      ]}
    />
  );
}
