import type { ReactNode } from 'react';
import { type Tone, ToneShape } from './tone-shape';

interface KeyFigureProps {
  /** The figure with its unit: "17 of 17", "£7,484.21". */
  value: string;
  /** What it counts and on which day. */
  label: ReactNode;
  /** A count that opens to its rows is a link. */
  href?: string;
  tone?: Tone;
  note?: ReactNode;
}

/** One number that matters, with what it is; put several into KeyFigures. */
export function KeyFigure({ value, label, href, tone, note }: KeyFigureProps) {
  const words = (
    <>
      <span className="fp-key-figure__value">
        {tone ? <ToneShape tone={tone} /> : null}
        {value}
      </span>{' '}
      <span className="fp-key-figure__label">{label}</span>
    </>
  );
  return (
    <li className={tone ? `fp-key-figure fp-tone--${tone}` : 'fp-key-figure'}>
      {href ? <a href={href}>{words}</a> : words}
      {note ? <span className="fp-key-figure__note">{note}</span> : null}
    </li>
  );
}

/** A row of KeyFigure items. */
export function KeyFigures({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className="fp-key-figures" aria-label={label}>
      {children}
    </ul>
  );
}
