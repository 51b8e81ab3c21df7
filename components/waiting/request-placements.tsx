import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface PlacementLine {
  readonly id: string;
  readonly reference: string;
  readonly site_name: string;
  readonly stateWords: string;
  readonly planned_first_on: CalendarDate;
  readonly planned_last_on: CalendarDate;
  readonly started_on: CalendarDate | null;
  readonly left_on: CalendarDate | null;
  readonly share_tenths: number;
  readonly reply_by: CalendarDate | null;
  readonly state: string;
}

/** What really happened, apart from what was planned. */
function actualWords({ started_on: started, left_on: left }: PlacementLine): string {
  if (started === null) return 'Not started';
  return left === null ? `Started ${dateWords(started)}` : dateRangeWords(started, left);
}

/** Proposals and placements of a request so far. */
export function RequestPlacements({ path, placements }: { path: string; placements: readonly PlacementLine[] }) {
  return (
    <DataTable
      caption="Proposals so far" captionHidden rows={placements} rowKey={(row) => row.id} dense empty={<p>No place has been proposed yet.</p>}
      columns={[
        { key: 'site', header: 'Site', rowHeader: true, cell: (row) => <a href={`${path}/${row.id}`}>{row.site_name}<span className="fp-waiting__about">{row.reference}</span></a> },
        { key: 'planned', header: 'Planned', cell: (row) => dateRangeWords(row.planned_first_on, row.planned_last_on) },
        { key: 'actual', header: 'Actual', cell: actualWords },
        { key: 'share', header: 'Share', numeric: true, cell: (row) => (row.share_tenths === 10 ? 'Full time' : tenthsWords(row.share_tenths)) },
        { key: 'state', header: 'Stands as', cell: (row) => (row.state === 'proposed' && row.reply_by !== null ? `${row.stateWords}, reply by ${dateWords(row.reply_by)}` : row.stateWords) },
      ]}
    />
  );
}
