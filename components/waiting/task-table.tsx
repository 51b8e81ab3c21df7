import { TaskDue } from '@/components/tasks/task-due';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { addressWith } from './address';

export interface TaskLine {
  readonly id: string;
  readonly title: string;
  readonly due_on: CalendarDate;
  readonly pupil_name: string | null;
  readonly pupil_id: string | null;
  readonly referral_id: string | null;
}

/** Open tasks, the earliest due first. */
export function TaskTable({ path, tasks, today }: { path: string; tasks: readonly TaskLine[]; today: CalendarDate }) {
  return (
    <DataTable
      caption={`${tasks.length} open ${tasks.length === 1 ? 'task' : 'tasks'}`} rows={tasks} rowKey={(row) => row.id}
      rowTone={(row) => (row.due_on < today ? 'late' : row.due_on === today ? 'due' : undefined)}
      empty={<EmptyState title="No task is open" action={<LinkButton href={path}>Pupils waiting</LinkButton>}><p>Tasks come here when somebody must be told, a pupil does not arrive or a site raises a concern.</p></EmptyState>}
      columns={[
        { key: 'due', header: 'Due', cell: (row) => <TaskDue dueOn={row.due_on} today={today} /> },
        { key: 'title', header: 'Task', rowHeader: true, cell: (row) => row.title },
        { key: 'pupil', header: 'Pupil', cell: (row) => <Pupil row={row} path={path} /> },
        { key: 'done', header: 'Done', headerHidden: true, cell: (row) => <LinkButton href={addressWith(`${path}/tasks`, { task: row.id })}>Done<VisuallyHidden>: {row.title}</VisuallyHidden></LinkButton> },
      ]}
    />
  );
}

function Pupil({ row, path }: { row: TaskLine; path: string }) {
  if (row.pupil_name === null) return null;
  const href = row.referral_id === null ? `${path}/pupils/${row.pupil_id}` : `${path}/waiting/${row.referral_id}`;
  return <a href={href}>{row.pupil_name}</a>;
}
