import { DataTable } from '@/components/ui/data-table';
import { dateRangeWords, dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface InterimLine {
  readonly id: string;
  readonly kind: 'tuition' | 'online';
  readonly provider_name: string;
  readonly hours_per_week: number;
  readonly first_on: CalendarDate;
  readonly last_on: CalendarDate;
  readonly ended_on: CalendarDate | null;
  readonly reason: string;
}

/** Tuition and online education while no full-time place has started. */
export function InterimList({ interim, endHref }: { interim: readonly InterimLine[]; endHref?: (id: string) => string }) {
  return (
    <DataTable
      caption="Interim education" captionHidden rows={interim} rowKey={(row) => row.id} dense empty={<p>No interim education is recorded.</p>}
      columns={[
        { key: 'who', header: 'Provider', rowHeader: true, cell: (row) => `${row.provider_name}, ${row.kind === 'online' ? 'online' : 'tuition'}` },
        { key: 'hours', header: 'Hours a week', numeric: true, cell: (row) => String(row.hours_per_week) },
        { key: 'days', header: 'Days', cell: (row) => daysOf(row) },
        { key: 'reason', header: 'Reason', cell: (row) => row.reason },
        ...(endHref ? [{ key: 'end', header: 'End', headerHidden: true, cell: (row: InterimLine) => (row.ended_on === null ? <a href={endHref(row.id)}>End {row.provider_name}</a> : null) }] : []),
      ]}
    />
  );
}

function daysOf(row: InterimLine): string {
  if (row.ended_on === null) return dateRangeWords(row.first_on, row.last_on);
  return row.ended_on < row.first_on ? `Ended before it began on ${dateWords(row.first_on)}` : `${dateRangeWords(row.first_on, row.ended_on)}, ended`;
}
