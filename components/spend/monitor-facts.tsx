import { DataTable } from '@/components/ui/data-table';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { ReserveFigures, TargetFigures } from '@/lib/spend/types';
import { amountInWords } from './amount';

/** Reserves at both ends of the year, and the paths to the targets. */
export function MonitorFacts({ reserves, targets }: { reserves: readonly ReserveFigures[]; targets: readonly TargetFigures[] }) {
  return (
    <>
      <section aria-labelledby="reserves">
        <h2 id="reserves">Reserves</h2>
        <DataTable
          caption="Reserves" captionHidden rows={reserves} rowKey={(row) => row.name} empty={<p>No reserve is entered for the year.</p>}
          columns={[
            { key: 'name', header: 'Reserve', rowHeader: true, cell: (row) => row.name },
            { key: 'before', header: 'Brought forward', numeric: true, cell: (row) => amountInWords(row.broughtForward) },
            { key: 'after', header: 'Carried forward', numeric: true, cell: (row) => amountInWords(row.carriedForward) },
            { key: 'source', header: 'Source', cell: (row) => row.source },
          ]}
        />
      </section>
      {targets.map((target) => (
        <section key={target.name} aria-label={target.name}>
          <h2>Target: {target.name}</h2>
          <p>
            From {formatPounds(target.baseline, 'short')} down to {formatPounds(target.target, 'short')} by {dateInWords(target.targetOn)}, in equal yearly steps.{' '}
            {target.now === null ? 'This year is not on the path.' : `This year at most ${formatPounds(target.now.most, 'short')}; forecast ${target.now.forecast === null ? 'not known' : formatPounds(target.now.forecast, 'short')}.`} {target.source}.
          </p>
          <DataTable
            caption={`Path of ${target.name}`} captionHidden rows={target.path} rowKey={(row) => row.year}
            columns={[
              { key: 'year', header: 'Financial year', rowHeader: true, cell: (row) => row.year },
              { key: 'most', header: 'At most', numeric: true, cell: (row) => formatPounds(row.most) },
            ]}
          />
        </section>
      ))}
    </>
  );
}
