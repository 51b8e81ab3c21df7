import { ItemForm } from '@/components/board/item-form';
import { BackLink } from '@/components/ui/back-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { boardItems } from '@/lib/board/queries/board-items';
import { ITEM_STATE_WORDS } from '@/lib/board/rules/item-words';
import { dateInWords } from '@/lib/core/date-words';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';
import { newFormKey } from '@/lib/server/random';
import { save } from './actions';

export const generateMetadata = titled('/[authority]/board/papers', 'Decisions and risks');

type Props = { params: Promise<{ authority: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PapersPage({ params, searchParams }: Props) {
  const { authority } = await params;
  const page = await openPage('/[authority]/board/papers', authority);
  const items = await page.read(boardItems);
  const { change, saved } = await searchParams;
  const [open, done] = [change, saved].map((asked) => items.find((item) => item.itemId === asked));
  const home = `/${authority}/board/papers`;
  return (
    <>
      <BackLink href={`/${authority}/board`}>Governance Board</BackLink>
      <PageHeading lead="What the Board is asked, what it decided, and what may go wrong. A change is a new version; earlier ones stay on record.">Decisions and risks</PageHeading>
      {done ? <Notice kind="success" title={`Saved: ${done.title}`} /> : null}
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
    </>
  );
}
