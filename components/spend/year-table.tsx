import { DataTable } from '@/components/ui/data-table';
import type { YearFigures } from '@/lib/spend/types';
import { amountInWords } from './amount';

const NOT_AVAILABLE = 'Not available';

/** Spend of each line over five financial years; a year without data says so. */
export function YearTable({ years }: { years: readonly YearFigures[] }) {
  const lines = years.at(-1)?.lines ?? [];
  const spendOf = (year: YearFigures, key: string) => year.lines.find((line) => line.key === key)?.spend ?? null;
  const rows = [
    ...lines.map((line) => ({ key: line.key as string, title: line.title, cell: (year: YearFigures) => { const spend = spendOf(year, line.key); return spend === null ? NOT_AVAILABLE : amountInWords(spend); } })),
    { key: 'places', title: 'Places commissioned', cell: (year: YearFigures) => (year.commissioned === null ? NOT_AVAILABLE : String(year.commissioned)) },
    { key: 'pupils', title: 'Pupils placed', cell: (year: YearFigures) => (year.pupils === null ? NOT_AVAILABLE : String(year.pupils)) },
  ];
  return (
    <DataTable
      caption="Five financial years" captionHidden rows={rows} rowKey={(row) => row.key} dense
      columns={[
        { key: 'line', header: 'Line', rowHeader: true, cell: (row) => row.title },
        ...years.map((year) => ({ key: year.year, header: `${year.year}${year.isForecast ? ', forecast' : ''}`, numeric: true, cell: (row: (typeof rows)[number]) => row.cell(year) })),
      ]}
    />
  );
}
