import type { ReactNode } from 'react';

interface PageHeadingProps {
  children: ReactNode;
  /** What kind of page or record this is, in small above the heading: "Pupil", "Rotherham South". */
  caption?: ReactNode;
  /** The answer or the scope, one sentence under the heading. */
  lead?: ReactNode;
  /** Link buttons at the right. */
  actions?: ReactNode;
  /** 48 for landing and report pages, 36 for everything else. */
  size?: 36 | 48;
}

/** The only h1 of a page. */
export function PageHeading({ children, caption, lead, actions, size = 36 }: PageHeadingProps) {
  return (
    <div className="fp-heading">
      <div className="fp-heading__words">
        {caption ? <p className="fp-heading__caption">{caption}</p> : null}
        <h1 className={size === 48 ? 'fp-h1 fp-h1--48' : 'fp-h1'}>{children}</h1>
        {lead ? <p className="fp-heading__lead">{lead}</p> : null}
      </div>
      {actions ? <div className="fp-actions fp-heading__actions">{actions}</div> : null}
    </div>
  );
}
