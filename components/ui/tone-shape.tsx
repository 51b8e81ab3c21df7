import type { ReactNode } from 'react';

/** What a status means. Each tone has a colour and a shape, and always stands beside a word. */
export type Tone = 'late' | 'due' | 'fine' | 'quiet' | 'over' | 'info';

const SHAPES: Record<Tone, ReactNode> = {
  late: (
    <>
      <path className="fp-shape__solid" d="M8 1 15.5 15H.5Z" />
      <path className="fp-shape__cut" d="M8 6v4.2M8 11.6v1.6" />
    </>
  ),
  due: (
    <>
      <circle className="fp-shape__line" cx="8" cy="8" r="6.6" />
      <path className="fp-shape__line" d="M8 4v4.3l2.8 1.9" />
    </>
  ),
  fine: <path className="fp-shape__thick" d="m2 8.6 4 4.2L14 3.6" />,
  quiet: <circle className="fp-shape__line" cx="8" cy="8" r="5" />,
  over: (
    <>
      <path className="fp-shape__line" d="M1.5 1.5h13v13h-13z" />
      <path className="fp-shape__line" d="M1.5 8 8 1.5M1.5 14.5l13-13M8 14.5 14.5 8" />
    </>
  ),
  info: (
    <>
      <path className="fp-shape__solid" d="M8 .8 15.2 8 8 15.2.8 8Z" />
      <path className="fp-shape__cut" d="M8 7v4.4M8 4.4v1.6" />
    </>
  ),
};

/** The shape of a tone; hidden from assistive technology because a word always follows. */
export function ToneShape({ tone }: { tone: Tone }) {
  return (
    <svg className="fp-shape" aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
      {SHAPES[tone]}
    </svg>
  );
}
