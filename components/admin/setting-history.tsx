import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { DataTable } from '@/components/ui/data-table';

interface SettingHistoryProps {
  title: string;
  today: CalendarDate;
  /** Latest first. */
  changes: readonly { readonly firstOn: CalendarDate; readonly words: string; readonly reason: string }[];
}

/** Every value that one setting had, has or is to have. */
export function SettingHistory({ title, today, changes }: SettingHistoryProps) {
  return (
    <DataTable
      caption={`Values on record: ${title}`} rows={changes} rowKey={(one) => one.firstOn} dense
      empty={<p>No value is on record: what the product comes with holds.</p>}
      columns={[
        { key: 'from', header: 'From', rowHeader: true, cell: (one) => `${dateInWords(one.firstOn)}${one.firstOn > today ? ' (to come)' : ''}` },
        { key: 'value', header: 'Value', cell: (one) => one.words },
        { key: 'reason', header: 'Reason', cell: (one) => one.reason },
      ]}
    />
  );
}
