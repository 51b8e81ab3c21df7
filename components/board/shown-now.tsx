import type { MeasureRow } from '@/lib/board/types';

/** The figure with its days, its interval where it is a count, and why there is none where there is none. */
export function ShownNow({ row }: { row: Pick<MeasureRow, 'now' | 'days' | 'interval' | 'figure'> }) {
  return (
    <>
      <strong>{row.now}</strong>
      {row.days === '[x]' ? null : <><br />{row.days}</>}
      {row.interval === '' ? null : <><br />Chance alone: {row.interval}</>}
      {row.figure.why === '' ? null : <><br />{row.figure.why}</>}
    </>
  );
}
