import type { ReactNode } from 'react';

/** The pieces of a long page below each other, with even air between them. */
export function Flow({ children }: { children: ReactNode }) {
  return <div className="fp-flow">{children}</div>;
}
