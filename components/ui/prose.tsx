import type { ReactNode } from 'react';

/** Running text up to 70 characters wide, with air between paragraphs and bullets that show. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="fp-prose">{children}</div>;
}
