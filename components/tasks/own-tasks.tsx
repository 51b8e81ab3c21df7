import type { ReactNode } from 'react';
import type { WarningShown } from '@/components/partnership/dashboard-types';
import { QuotaWarning } from '@/components/partnership/warning';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { addressWith } from '@/components/waiting/address';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { TaskDue } from './task-due';

interface OwnTaskShown {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly isNotice: boolean;
  readonly about: { readonly text: string; readonly path: string } | null;
  readonly warning: WarningShown | null;
  readonly partnershipName: string | null;
}

interface OwnTasksProps {
  tasks: readonly OwnTaskShown[];
  /** The authority's address. */
  base: string;
  today: CalendarDate;
  seenForm: (task: OwnTaskShown) => ReactNode;
}

/** Tasks one below the other; a notice about the quota opens to how it stands now and what would avoid it. */
export function OwnTasks({ tasks, base, today, seenForm }: OwnTasksProps) {
  if (tasks.length === 0) {
    return (
      <EmptyState title="No task is open" action={<LinkButton href={base}>Go to your first page</LinkButton>}>
        <p>Tasks come here when a pupil does not arrive, a place is no longer needed, or a partnership comes near its quota.</p>
      </EmptyState>
    );
  }
  return tasks.map((task) => (
    <section key={task.id} className="fp-part" aria-labelledby={`task-${task.id}`}>
      <h2 id={`task-${task.id}`}>{task.title}</h2>
      {task.isNotice ? null : <p><TaskDue dueOn={task.dueOn} today={today} /></p>}
      {task.about ? <p><a href={`${base}${task.about.path}`}>{task.about.text}</a></p> : null}
      {task.isNotice ? <StandsNow task={task} today={today} /> : null}
      {task.isNotice ? seenForm(task) : (
        <div className="fp-actions">
          <LinkButton href={addressWith(`${base}/tasks`, { task: task.id })}>Mark as done<VisuallyHidden>: {task.title}</VisuallyHidden></LinkButton>
        </div>
      )}
    </section>
  ));
}

function StandsNow({ task, today }: { task: OwnTaskShown; today: CalendarDate }) {
  if (!task.warning) return <p>Use is below the quota again: nothing more is needed than to mark this as seen.</p>;
  return <QuotaWarning name={task.partnershipName ?? 'The partnership'} warning={task.warning} today={today} />;
}
