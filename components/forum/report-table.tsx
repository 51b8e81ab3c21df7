import { DataTable } from '@/components/ui/data-table';
import type { PublicTable } from '@/lib/publishing/types';

/** One table of a published report, as it was frozen. */
export function ReportTable({ table }: { table: PublicTable }) {
  return (
    <DataTable
      caption={table.title}
      dense={table.columns.length > 3}
      rows={table.rows}
      rowKey={(row) => row.title}
      columns={[
        { key: 'title', header: table.rowHeading, rowHeader: true, cell: (row) => row.title },
        ...table.columns.map((column, index) => ({
          key: String(index), header: column.title, numeric: column.unit !== 'words', cell: (row: PublicTable['rows'][number]) => row.cells[index]?.shown ?? '',
        })),
      ]}
    />
  );
}
