import { Notice } from '@/components/ui/notice';
import { dateInWords } from '@/lib/core/date-words';
import type { QueryView } from '@/lib/charges/types';

/** A query as it was raised, and its answer or who will give it. */
export function QueryWords({ query }: { query: QueryView }) {
  return (
    <Notice kind={query.answer === null ? 'warning' : 'info'} title={`Queried by ${query.raisedBy} on ${dateInWords(query.raisedOn)}: ${query.words}`}>
      {query.answer === null ? <p>{query.owner} answers. The lines are not posted before.</p> : (
        <p>{query.answer.kind === 'upheld' ? 'Upheld' : 'Refused'} by {query.answer.by} on {dateInWords(query.answer.on)}: {query.answer.words}</p>
      )}
    </Notice>
  );
}
