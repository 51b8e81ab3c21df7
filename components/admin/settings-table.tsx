import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateInWords } from '@/lib/core/date-words';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export interface ShownSetting {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  /** The value in force, with its unit. */
  readonly words: string;
  readonly since: CalendarDate | null;
  /** Why it cannot be changed here. */
  readonly fixed?: string;
}

/** Every setting: what it means, what holds today and since when. */
export function SettingsTable({ lines, changeHref }: { lines: readonly ShownSetting[]; changeHref: (name: string) => string }) {
  return (
    <DataTable
      caption="Settings in force today" rows={lines} rowKey={(line) => line.name}
      columns={[
        { key: 'title', header: 'Setting', rowHeader: true, cell: (line) => line.title },
        { key: 'meaning', header: 'What it does', width: 'wide', cell: (line) => line.meaning },
        { key: 'value', header: 'Today', cell: (line) => line.words },
        { key: 'since', header: 'Since', cell: (line) => (line.fixed ? 'Always' : line.since ? dateInWords(line.since) : 'Never changed') },
        {
          key: 'change', header: 'Change', headerHidden: true,
          cell: (line) => (line.fixed ? `Not changed here: ${line.fixed}` : <a href={changeHref(line.name)}>Change<VisuallyHidden> {line.title}</VisuallyHidden></a>),
        },
      ]}
    />
  );
}
