import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { dateInWords } from '@/lib/core/date-words';
import type { BoardItem } from '@/lib/board/types';

/** Decisions the Board is asked for. */
export function DecisionsNeeded({ items }: { items: readonly BoardItem[] }) {
  return (
    <DataTable
      caption="Decisions needed" captionHidden rows={items} rowKey={(item) => item.itemId} empty={<EmptyState title="Decisions needed">No decision is asked of the Board.</EmptyState>}
      columns={[
        { key: 'title', header: 'Decision', rowHeader: true, cell: (item) => item.title }, { key: 'words', header: 'What the Board must know', width: 'wide', cell: (item) => item.words },
        { key: 'owner', header: 'Owner', cell: (item) => item.owner }, { key: 'entered', header: 'Entered', cell: (item) => dateInWords(item.enteredOn) },
        { key: 'due', header: 'Due', cell: (item) => dateInWords(item.dueOn) },
      ]}
    />
  );
}

/** Decisions it has taken, the latest first. */
export function DecisionsTaken({ items }: { items: readonly BoardItem[] }) {
  return (
    <DataTable
      caption="Decisions taken" captionHidden rows={items} rowKey={(item) => item.itemId} empty={<EmptyState title="Decisions taken">No decision of the Board is on record.</EmptyState>}
      columns={[
        { key: 'title', header: 'Decision', rowHeader: true, cell: (item) => item.title }, { key: 'outcome', header: 'What was decided', width: 'wide', cell: (item) => item.outcome },
        { key: 'owner', header: 'Owner', cell: (item) => item.owner }, { key: 'on', header: 'Taken', cell: (item) => (item.settledOn ? dateInWords(item.settledOn) : '') },
      ]}
    />
  );
}

/** Risks that are open. */
export function OpenRisks({ items }: { items: readonly BoardItem[] }) {
  return (
    <DataTable
      caption="Risks" captionHidden rows={items} rowKey={(item) => item.itemId} empty={<EmptyState title="Risks">No open risk is on record.</EmptyState>}
      columns={[
        { key: 'title', header: 'Risk', rowHeader: true, cell: (item) => item.title }, { key: 'words', header: 'What is done about it', width: 'wide', cell: (item) => item.words },
        { key: 'owner', header: 'Owner', cell: (item) => item.owner }, { key: 'entered', header: 'Entered', cell: (item) => dateInWords(item.enteredOn) },
        { key: 'due', header: 'Looked at again by', cell: (item) => dateInWords(item.dueOn) },
      ]}
    />
  );
}
