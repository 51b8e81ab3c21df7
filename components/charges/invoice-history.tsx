import { LinkButton } from '@/components/ui/link-button';
import { Timeline } from '@/components/ui/timeline';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { InvoiceView } from '@/lib/charges/types';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';

/** Everything that happened to an invoice, newest first. Nothing is rubbed out: what was wrong is taken back by a further entry. */
export function InvoiceHistory({ view, here }: { view: InvoiceView; here: string }) {
  if (view.events.length === 0) return <section aria-labelledby="history"><h2 id="history">What happened</h2><p>No payment, dispute or credit note yet.</p></section>;
  return (
    <section aria-labelledby="history">
      <h2 id="history">What happened</h2>
      <Timeline
        label={`What happened to ${view.line.reference}, newest first`}
        items={[...view.events].reverse().map((event) => ({
          id: event.id, on: event.on, by: event.by, title: event.moved === null ? event.title : `${event.title}: ${formatPounds(event.moved)}`,
          detail: (
            <>
              <p>{event.words}</p>
              {event.mayReverse ? <LinkButton href={`${here}?do=reverse&event=${event.id}#acts`}>Take back<VisuallyHidden>: {event.title}, {dateInWords(event.on)}</VisuallyHidden></LinkButton> : null}
            </>
          ),
        }))}
      />
    </section>
  );
}
