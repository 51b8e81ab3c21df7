import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface RecordShown {
  readonly reference: string;
  readonly pupil: string;
  readonly school: string;
  readonly on: CalendarDate;
  readonly sector: string | null;
  readonly phase: string;
}

const SECTORS: Readonly<Record<string, string>> = { maintained: 'Maintained', academy: 'Academy', independent: 'Independent', other: 'Other' };

/** The exclusions behind one printed count: references only. */
export function RecordsBehind({ caption, records }: { caption: string; records: readonly RecordShown[] }) {
  return (
    <DataTable
      caption={caption}
      dense
      rows={records}
      rowKey={(row) => row.reference}
      empty={<EmptyState title={caption}>No exclusion is recorded for this figure.</EmptyState>}
      columns={[
        { key: 'reference', header: 'Exclusion', rowHeader: true, cell: (row) => row.reference },
        { key: 'pupil', header: 'Pupil', cell: (row) => row.pupil },
        { key: 'school', header: 'School', cell: (row) => row.school },
        { key: 'on', header: 'Date', cell: (row) => dateWords(row.on) },
        { key: 'sector', header: 'School on that date', cell: (row) => (row.sector ? SECTORS[row.sector] ?? row.sector : 'Not known') },
        { key: 'phase', header: 'Phase', cell: (row) => (row.phase === 'primary' ? 'Primary' : 'Secondary') },
      ]}
    />
  );
}
