import { Flow } from '@/components/reports/flow';
import { dateInWords } from '@/lib/core/date-words';
import type { ChargeMonthView } from '@/lib/charges/types';

/** Who did what with a month's charge, and what it waits for. */
export function MonthFacts({ view: { run, notYet, state, statements } }: { view: ChargeMonthView }) {
  if (run === null) return <p>Drawing up sends every partnership its draft statement. Its lead can query each placement&apos;s lines for a number of school days; then the charge is posted.</p>;
  const waiting = statements.flatMap((statement) => statement.groups).filter((group) => group.queries.some((query) => query.answer === null)).length;
  return (
    <Flow>
      <p>
        Drawn up by {run.draftedBy} on {dateInWords(run.draftedOn)}.
        {run.needsSecond ? ' Its sum is at or above the limit for two people: somebody else posts it.' : ''}
        {run.postedBy !== null && run.postedOn !== null ? ` Posted by ${run.postedBy} on ${dateInWords(run.postedOn)}.` : ''}
      </p>
      {notYet === null ? null : <p>{notYet}.</p>}
      {waiting === 0 ? null : <p>{waiting === 1 ? '1 query waits' : `${waiting} queries wait`} for an answer. Queried lines are not posted before.</p>}
      {state === 'posted' ? <p>Once the month is closed, nothing in it changes. What becomes known later is corrected in the next month.</p> : null}
    </Flow>
  );
}
