import { ItemForm } from '@/components/board/item-form';
import { ActionForm } from '@/components/forms/action-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { boardItems } from '@/lib/board/queries/board-items';
import { monthToFreeze } from '@/lib/board/queries/board-page';
import { ITEM_STATE_WORDS } from '@/lib/board/rules/item-words';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { freezeMonth, save } from './actions';

export const generateMetadata = titled('/[authority]/board/papers', 'Decisions and risks');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PapersPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/board/papers', authority);
  const { items, next } = await page.read(async (tx) => ({ items: await boardItems(tx), next: await monthToFreeze(tx) }));
  const { change, saved, frozen } = await searchParams;
  const [open, done] = [change, saved].map((asked) => items.find((item) => item.itemId === asked));
  const home = `/${authority}/board/papers`;
  return (
    <>
      <BackLink href={`/${authority}/board`}>Governance Board</BackLink>
      <PageHeading lead="What the Board is asked, what it decided, and what may go wrong. A change is a new version; earlier ones stay on record.">Decisions and risks</PageHeading>
      {done ? <Notice kind="success" title={`Saved: ${done.title}`} /> : null}
      {frozen === 'yes' ? <Notice kind="success" title="The figures of the month are frozen for the Board" /> : null}
      {open || change === 'new' ? (
        <section aria-labelledby="item">
          <h2 id="item">{open ? open.title : 'New decision or risk'}</h2>
          <ItemForm action={save} authority={authority} formKey={newFormKey()} cancelHref={home} item={open ?? null} />
        </section>
      ) : <p><a href={`${home}?change=new#item`}>Enter a decision or a risk</a></p>}
      <DataTable
        caption="Decisions and risks" captionHidden={!open && change !== 'new'} rows={items} rowKey={(item) => item.itemId}
        empty={<EmptyState title="Decisions and risks">None is on record yet.</EmptyState>}
        columns={[
          { key: 'title', header: 'In one line', rowHeader: true, width: 'wide', cell: (item) => item.title }, { key: 'kind', header: 'Kind', cell: (item) => (item.kind === 'decision' ? 'Decision' : 'Risk') },
          { key: 'state', header: 'How it stands', cell: (item) => `${ITEM_STATE_WORDS[item.state]}${item.settledOn ? ` on ${dateInWords(item.settledOn)}` : ''}` },
          { key: 'owner', header: 'Owner', cell: (item) => item.owner }, { key: 'entered', header: 'Entered', cell: (item) => dateInWords(item.enteredOn) },
          { key: 'due', header: 'Due', cell: (item) => dateInWords(item.dueOn) },
          { key: 'change', header: 'Change', headerHidden: true, cell: (item) => <a href={`${home}?change=${item.itemId}#item`}>Change<VisuallyHidden> {item.title}</VisuallyHidden></a> },
        ]}
      />
      <section aria-labelledby="freeze">
        <h2 id="freeze">Figures of a month</h2>
        <p>The Board reads figures as at the close of a month. They are frozen after the control that published reports go through: what could tell of single pupils is left out. They never change afterwards.</p>
        {next === null ? <p>The figures of every closed month are frozen, or those of a later one are.</p> : (
          <>
            {next.skipped.length === 0 ? null : (
              <Notice kind="warning" title={`${next.skipped.join(', ')} ${next.skipped.length === 1 ? 'is' : 'are'} not closed`}>
                Months are frozen in their order. If you freeze {next.title} now, {next.skipped.join(', ')} will stay without figures for good. Close {next.skipped.length === 1 ? 'it' : 'them'} first to keep {next.skipped.length === 1 ? 'its' : 'their'} figures.
              </Notice>
            )}
            <ActionForm action={freezeMonth} authority={authority} formKey={newFormKey()} hidden={{ month: next.month }} submit={`Freeze the figures of ${next.title} for good`} />
          </>
        )}
      </section>
    </>
  );
}
