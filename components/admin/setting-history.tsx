import { type CalendarDate, londonDateOf, londonTimeOf } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { DataTable } from '@/components/ui/data-table';

interface ShownChange {
  readonly id: string;
  readonly firstOn: CalendarDate;
  /** The value with its unit. */
  readonly words: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly isReplaced: boolean;
}

interface SettingHistoryProps {
  title: string;
  today: CalendarDate;
  /** Latest first. */
  changes: readonly ShownChange[];
}

/** Every value that one setting had, has or is to have; struck out where a later entry for the same day replaced it. */
export function SettingHistory({ title, today, changes }: SettingHistoryProps) {
  return (
    <DataTable
      caption={`Values on record: ${title}`} rows={changes} rowKey={(one) => one.id} dense
      empty={<p>No value is on record: what the product comes with holds.</p>}
      columns={[
        { key: 'from', header: 'From', rowHeader: true, cell: (one) => `${dateInWords(one.firstOn)}${one.firstOn > today ? ' (to come)' : ''}` },
        { key: 'value', header: 'Value', cell: (one) => (one.isReplaced ? <><s>{one.words}</s> Replaced</> : one.words) },
        { key: 'reason', header: 'Reason', cell: (one) => one.reason },
        { key: 'by', header: 'Recorded', cell: (one) => `${dateInWords(londonDateOf(one.recordedAt))}, ${londonTimeOf(one.recordedAt)}${one.recordedBy === null ? '' : `, by ${one.recordedBy}`}` },
      ]}
    />
  );
}
