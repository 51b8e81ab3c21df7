import type { ReactNode } from 'react';

/** Text for assistive technology only. */
export function VisuallyHidden({ children, as: Element = 'span' }: { children: ReactNode; as?: 'span' | 'div' | 'h2' | 'p' }) {
  return <Element className="fp-hidden">{children}</Element>;
}
