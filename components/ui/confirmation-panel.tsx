import type { ReactNode } from 'react';

interface ConfirmationPanelProps {
  /** What has been done: "Place proposed to Rowan". It is the h1 of the page. */
  title: string;
  reference?: string;
  /** What happens next, in order. */
  children?: ReactNode;
  /** Undo form, or where to go from here. */
  actions?: ReactNode;
}

/** The page after an act: what was done, its reference, what happens next. */
export function ConfirmationPanel({ title, reference, children, actions }: ConfirmationPanelProps) {
  return (
    <div className="fp-confirmation">
      <div className="fp-confirmation__head">
        <h1 className="fp-h1">{title}</h1>
        {reference ? (
          <p>
            Reference <strong className="fp-figures">{reference}</strong>
          </p>
        ) : null}
      </div>
      {children ? <div className="fp-confirmation__next">{children}</div> : null}
      {actions ? <div className="fp-actions">{actions}</div> : null}
    </div>
  );
}
