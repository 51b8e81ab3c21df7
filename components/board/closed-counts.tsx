import { DataTable } from '@/components/ui/data-table';
import type { CloseContent } from '@/lib/board/close-types';
import { CATALOGUE, type CalculationKey } from '@/lib/board/rules/catalogue';
import { figureWords } from '@/lib/board/rules/figure-words';
import { partWords } from '@/lib/board/rules/part-words';

/** One calculation of a closed month by partnership, as it was frozen. */
export function ClosedCounts({ close, calculation }: { close: Pick<CloseContent, 'figures'>; calculation: CalculationKey }) {
  const { figure, days } = close.figures[calculation];
  const { title, unit } = CATALOGUE[calculation];
  const all = figureWords(figure, unit);
  return (
    <DataTable
      caption={days === '[x]' ? title : `${title}, ${days}`} stack={false} rows={figure.parts} rowKey={(part) => part.name} empty={<p>{title}: {all}. {figure.why}</p>}
      columns={[{ key: 'name', header: 'Schools of', rowHeader: true, cell: (part) => part.name }, { key: 'figure', header: 'Figure', numeric: true, cell: (part) => partWords(part, unit) }]}
      foot={{ name: 'All', figure: all }}
    />
  );
}
