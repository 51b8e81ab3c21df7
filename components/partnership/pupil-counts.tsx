import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateWords } from '@/components/ui/date-words';
import type { DashboardShown } from './dashboard-types';

/** Pupils counted to the quota, in counts only. With a school: its own, those off its roll, and the others. */
export function PupilCounts({ dashboard, schoolName }: { dashboard: DashboardShown; schoolName: string | null }) {
  const { counts, on, name } = dashboard;
  const sum = (of: (row: (typeof counts)[number]) => number) => counts.reduce((all, row) => all + of(row), 0);
  const total = sum((row) => row.own + row.formerlyOwn + row.others);
  const empty = (
    <EmptyState title="No pupil counts to the quota">Pupils of {name} who have started in a counted place are shown here in counts. None had on {dateWords(on)}.</EmptyState>
  );
  return (
    <DataTable
      caption={`Pupils counted to the quota on ${dateWords(on)}`}
      rows={total === 0 ? [] : counts}
      rowKey={(row) => row.kind}
      empty={empty}
      stack={schoolName !== null}
      columns={[
        { key: 'kind', header: 'Why in a place', rowHeader: true, cell: (row) => row.kind },
        ...(schoolName
          ? [
              { key: 'own', header: 'On your roll', numeric: true, cell: (row: (typeof counts)[number]) => row.own },
              { key: 'formerly', header: 'Yours, off the roll', numeric: true, cell: (row: (typeof counts)[number]) => row.formerlyOwn },
              { key: 'others', header: 'Other schools', numeric: true, cell: (row: (typeof counts)[number]) => row.others },
            ]
          : []),
        { key: 'all', header: 'All', numeric: true, cell: (row) => row.own + row.formerlyOwn + row.others },
      ]}
      foot={{ kind: 'All', own: sum((row) => row.own), formerly: sum((row) => row.formerlyOwn), others: sum((row) => row.others), all: total }}
    />
  );
}
