import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export interface SummaryRow {
  readonly label: string;
  readonly value: ReactNode;
  /** A link to mend the row; `what` completes its name: "Change start date". */
  readonly change?: { readonly href: string; readonly text?: string; readonly what?: string };
}

interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** Tighter rows without lines, for side panels. */
  compact?: boolean;
}

/** Facts of one thing, and check-before-confirming pages. */
export function SummaryList({ rows, compact = false }: SummaryListProps) {
  return (
    <dl className={compact ? 'fp-summary fp-summary--compact' : 'fp-summary'}>
      {rows.map((row) => (
        <div key={row.label} className="fp-summary__row">
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change ? (
            <dd className="fp-summary__change">
              <a href={row.change.href}>
                {row.change.text ?? 'Change'}
                <VisuallyHidden> {row.change.what ?? row.label.toLowerCase()}</VisuallyHidden>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
