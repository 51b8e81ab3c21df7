import type { ReactNode } from 'react';

interface DetailsProps {
  summary?: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
}

/** Native details: the working behind a figure, one click away. Prints open. */
export function Details({ summary = 'How was this calculated?', children, open, id }: DetailsProps) {
  return (
    <details className="fp-details" open={open} id={id}>
      <summary className="fp-details__summary">
        <span>{summary}</span>
      </summary>
      <div className="fp-details__body">{children}</div>
    </details>
  );
}
