import { DataTable } from '@/components/ui/data-table';
import { StatusWord } from '@/components/ui/status-word';
import type { SpendLineFigures, SpendTotals, VarianceFigures } from '@/lib/spend/types';
import { amountInWords, changeInWords, NOT_KNOWN } from './amount';

interface LineTableProps {
  lines: readonly SpendLineFigures[];
  totals: SpendTotals;
  caption: string;
  /** Where a line opens to what is behind it; without it lines are no links. */
  href?: (line: string) => string;
}

function Variance({ variance }: { variance: VarianceFigures | null }) {
  if (variance === null) return <>{NOT_KNOWN}</>;
  return variance.isToExplain ? <StatusWord tone="due">{variance.words}</StatusWord> : <>{variance.words}</>;
}

/** Budget, actual, commitment, forecast, variance and movement of each line. */
export function LineTable({ lines, totals, caption, href }: LineTableProps) {
  return (
    <>
    <DataTable
      caption={caption} captionHidden rows={lines} rowKey={(row) => row.key} dense
      columns={[
        { key: 'line', header: 'Line', rowHeader: true, cell: (row) => (href ? <a href={href(row.key)}>{row.title}</a> : row.title) },
        { key: 'budget', header: 'Budget', numeric: true, cell: (row) => amountInWords(row.budget, 'short') },
        { key: 'actual', header: 'Actual to date', numeric: true, cell: (row) => amountInWords(row.actual) },
        { key: 'commitment', header: 'Commitment', numeric: true, cell: (row) => amountInWords(row.commitment) },
        { key: 'forecast', header: 'Forecast outturn', numeric: true, cell: (row) => amountInWords(row.forecast) },
        { key: 'variance', header: 'Variance', cell: (row) => <Variance variance={row.variance} /> },
        { key: 'movement', header: 'Movement', numeric: true, cell: (row) => changeInWords(row.movement) },
      ]}
      foot={{
        line: 'All lines with a figure', budget: amountInWords(totals.budget, 'short'), actual: amountInWords(totals.actual), commitment: amountInWords(totals.commitment),
        forecast: amountInWords(totals.forecast), variance: <Variance variance={totals.variance} />, movement: changeInWords(totals.movement),
      }}
    />
    <p>Totals are of the lines that have the figure; their variance is of the lines with both a budget and a forecast.</p>
    </>
  );
}
