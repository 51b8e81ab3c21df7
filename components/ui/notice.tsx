import type { ReactNode } from 'react';
import { type Tone, ToneShape } from './tone-shape';

export type NoticeKind = 'info' | 'warning' | 'success' | 'error';

const TONES: Record<NoticeKind, Tone> = { info: 'info', warning: 'due', success: 'fine', error: 'late' };
const WORDS: Record<NoticeKind, string> = { info: 'Note', warning: 'Warning', success: 'Done', error: 'Problem' };

interface NoticeProps {
  kind?: NoticeKind;
  /** One line that says it all. */
  title?: ReactNode;
  children?: ReactNode;
  /** A link or an undo form at the end. */
  action?: ReactNode;
}

/** One thing the reader must know here. Say what, and what can be done. */
export function Notice({ kind = 'info', title, children, action }: NoticeProps) {
  return (
    <div className={`fp-notice fp-tone--${TONES[kind]}`} role={kind === 'error' ? 'alert' : undefined}>
      <ToneShape tone={TONES[kind]} />
      <div className="fp-notice__words">
        <span className="fp-hidden">{WORDS[kind]}: </span>
        {title ? <p className="fp-notice__title">{title}</p> : null}
        {children ? <div className="fp-notice__body">{children}</div> : null}
      </div>
      {action ? <div className="fp-notice__action">{action}</div> : null}
    </div>
  );
}
