import { Details } from '@/components/ui/details';
import type { SpendLineFigures, SpendSnapshot } from '@/lib/spend/types';

/** What is not known and why, line by line. */
export function MissingList({ lines }: { lines: readonly SpendLineFigures[] }) {
  const lacking = lines.filter((line) => line.missing.length > 0);
  if (lacking.length === 0) return null;
  return (
    <ul>
      {lacking.map((line) => <li key={line.key}>{line.title}: {line.missing.join('. ')}.</li>)}
    </ul>
  );
}

/** How the columns are worked out, and where the figures come from. */
export function HowRead({ snapshot }: { snapshot: SpendSnapshot }) {
  return (
    <Details summary="How these figures are worked out">
      <p>Actual to date is from 1 April to the end of the month: places commissioned at their price, pupils by the days placed, and what finance enters.</p>
      <p>Commitment is what follows until 31 March if nobody leaves: to each planned end, else to the last school day, for Year 11 to the last Friday in June.</p>
      <p>Forecast outturn is actual, commitment and the estimates that finance enters for months to come. Movement is the forecast less that of the month before, as it stood when that month was closed.</p>
      <p>{snapshot.closedOn === null ? 'The month is open: its figures follow the record as it stands.' : 'The month is closed: its figures are from what was recorded by its closing, and stay.'}</p>
      {snapshot.sources.length === 0 ? null : <ul>{snapshot.sources.map((source) => <li key={source}>{source}</li>)}</ul>}
    </Details>
  );
}
