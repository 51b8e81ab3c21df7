import type { ReactNode } from 'react';

interface SideColumnsProps {
  side: ReactNode;
  children: ReactNode;
  /** The side stays in view while the rest scrolls (the pupil while choosing a place). */
  stays?: boolean;
  /** Name of the side for assistive technology. */
  label: string;
}

/** A narrow column at the left and the matter at the right; one above the other on a phone. */
export function SideColumns({ side, children, stays = false, label }: SideColumnsProps) {
  return (
    <div className="fp-columns">
      <section className={stays ? 'fp-columns__side fp-columns__side--stays' : 'fp-columns__side'} aria-label={label}>
        {side}
      </section>
      <div className="fp-columns__main">{children}</div>
    </div>
  );
}
