import { ActionForm } from '@/components/forms/action-form';
import { FormTextArea } from '@/components/forms/bound-fields';
import { OwnTasks } from '@/components/tasks/own-tasks';
import { BackLink } from '@/components/ui/back-link';
import { PageHeading } from '@/components/ui/page-heading';
import { oneValue, type Params } from '@/components/waiting/address';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { ownTasks } from '@/lib/placements/queries/own-tasks';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { pageNotFound } from '@/lib/server/page-not-found';
import { newFormKey } from '@/lib/server/random';
import { finish } from './actions';

export const generateMetadata = titled('/[authority]/tasks', 'Tasks');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Params> };

/** What a head, a partnership's lead or a PRU head still has to do or to see. */
export default async function TasksPage({ params, searchParams }: Props) {
  const page = await openPage('/[authority]/tasks', (await params).authority);
  const asked = oneValue(await searchParams, 'task');
  const tasks = await page.read((tx) => ownTasks(tx));
  const base = `/${page.authority.slug}`;
  const task = tasks.find((one) => one.id === asked && !one.isNotice);
  if (asked !== null && !task) pageNotFound();
  if (!task) {
    return (
      <>
        <PageHeading lead={`${tasks.length === 0 ? 'No open task' : tasks.length === 1 ? '1 open task' : `${tasks.length} open tasks`} on ${weekdayDateInWords(page.clock.today)}.`}>Tasks</PageHeading>
        <OwnTasks
          tasks={tasks} base={base} today={page.clock.today}
          seenForm={({ id, version }) => (
            <ActionForm action={finish} authority={page.authority.slug} formKey={newFormKey()} hidden={{ taskId: id, version, doneNote: 'Seen' }} submit="Mark as seen" submitKind="secondary" />
          )}
        />
      </>
    );
  }
  return (
    <>
      <BackLink href={`${base}/tasks`}>Tasks</BackLink>
      <PageHeading caption={task.about?.text ?? 'Task'} lead={task.title}>Mark as done</PageHeading>
      <ActionForm
        action={finish} authority={page.authority.slug} formKey={newFormKey()} hidden={{ taskId: task.id, version: task.version }}
        submit="Mark as done" beside={<a href={`${base}/tasks`}>Cancel</a>}
      >
        <FormTextArea name="doneNote" label="What was done" hint="Who was told or spoken to, and when" rows={3} />
      </ActionForm>
    </>
  );
}
