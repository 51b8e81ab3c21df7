import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { TaskTable } from '@/components/waiting/task-table';
import { officerTasks } from '@/lib/exclusions/queries/open-tasks';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { finish } from './actions';

export const generateMetadata = titled('/[authority]/officer/tasks', 'Tasks');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** What officers still have to do; one task is marked as done at a time, with a note. */
export default async function TasksPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/officer/tasks', (await params).authority);
  const asked = oneValue(await searchParams, 'task');
  const tasks = await page.read((tx) => officerTasks(tx));
  const path = `/${page.authority.slug}/officer`;
  const task = tasks.find((one) => one.id === asked);
  if (asked !== null && !task) pageNotFound();
  if (!task) {
    return (
      <>
        <PageHeading>Tasks</PageHeading>
        <TaskTable path={path} tasks={tasks} today={page.clock.today} />
      </>
    );
  }
  return (
    <>
      <BackLink href={`${path}/tasks`}>Tasks</BackLink>
      <PageHeading caption={task.pupil_name ?? 'Task'} lead={task.title}>Mark as done</PageHeading>
      <ActionForm
        action={finish} authority={page.authority.slug} formKey={newFormKey()} hidden={{ taskId: task.id, version: task.version }}
        submit="Mark as done" beside={<a href={`${path}/tasks`}>Cancel</a>}
      >
        <FormTextArea name="doneNote" label="What was done" hint="Who was told or spoken to, and when" rows={3} />
      </ActionForm>
    </>
  );
}
