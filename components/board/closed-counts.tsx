import { DataTable } from '@/components/ui/data-table';
import type { ClosedCountsView } from '@/lib/board/types';

/** One calculation of a closed month by partnership, as it was frozen. */
export function ClosedCounts({ counts: { title, parts, all, why } }: { counts: ClosedCountsView }) {
  return (
    <DataTable
      caption={title} stack={false} rows={parts} rowKey={(part) => part.name} empty={<p>{title}: {all}. {why}</p>}
      columns={[{ key: 'name', header: 'Schools of', rowHeader: true, cell: (part) => part.name }, { key: 'figure', header: 'Figure', numeric: true, cell: (part) => part.words }]}
      foot={{ name: 'All', figure: all }}
    />
  );
}
