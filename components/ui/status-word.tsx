import type { ReactNode } from 'react';
import { type Tone, ToneShape } from './tone-shape';

/** A status inside a sentence or a cell, without the box of a Tag. */
export function StatusWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`fp-status fp-tone--${tone}`}>
      <ToneShape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
