import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What will appear here. */
  title: string;
  /** Why nothing is here yet. */
  children: ReactNode;
  /** The one next action. */
  action?: ReactNode;
}

/** Says what will appear, why it is empty, and the one next action. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="fp-empty">
      <p className="fp-empty__title">{title}</p>
      <div>{children}</div>
      {action ? <div className="fp-actions">{action}</div> : null}
    </div>
  );
}
