import type { ReactNode } from 'react';
import { Flow } from '@/components/reports/flow';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusWord } from '@/components/ui/status-word';
import { SummaryList } from '@/components/ui/summary-list';
import { dateInWords } from '@/lib/core/date-words';
import { formatPounds, type Pence } from '@/lib/core/pence';
import type { GroupView, StatementView } from '@/lib/charges/types';
import { anchorOf } from './anchor';
import { PlacementLines } from './placement-lines';
import { groupStateWords, placeDays } from './state-words';

interface StatementProps {
  statement: StatementView;
  /** What it comes to without the lines that were withdrawn after a query: pence, and tenths of a place-day. */
  left: { readonly amount: Pence; readonly tenths: number };
  /** The heading's level on the page: the placements' is one below. */
  level: 2 | 3;
  /** Of a month that is not drawn up: nothing was sent. */
  isPreview?: boolean;
  /** What this reader can do about a placement's lines. */
  actsOn?: (group: GroupView, slug: string) => ReactNode;
}

/** A statement from its total down to the day: payers, placements, and each placement's lines. */
export function Statement({ statement, left, level, isPreview = false, actsOn }: StatementProps) {
  return (
    <Flow>
      <SummaryList
        rows={[
          { label: 'Statement', value: statement.number },
          { label: 'Total drawn up', value: `${formatPounds(statement.total)}, ${placeDays(statement.tenths)}` },
          ...(statement.withdrawn === 0n ? [] : [{ label: 'Withdrawn after a query', value: `${formatPounds(statement.withdrawn)}, so ${formatPounds(left.amount)} is left` }]),
          ...(statement.held === 0n ? [] : [{ label: 'Held back by a query', value: formatPounds(statement.held) }]),
          { label: 'Who pays', value: statement.payers.length === 0 ? 'Nobody: there is nothing to pay' : <ul>{statement.payers.map((payer) => <li key={payer.name}>{payer.name}: {formatPounds(payer.amount)}. {payer.way}</li>)}</ul> },
          { label: 'Agreement', value: statement.agreement },
          { label: 'How it is counted', value: statement.rule },
          isPreview ? { label: 'Not sent yet', value: `If it is sent on ${dateInWords(statement.sentOn)}, queries until ${dateInWords(statement.replyBy)}` }
            : { label: 'Sent', value: `${dateInWords(statement.sentOn)}; queries until ${dateInWords(statement.replyBy)}` },
        ]}
      />
      <DataTable
        caption={`Placements of ${statement.number}`} rows={statement.groups} rowKey={(group) => group.placementId}
        empty={<EmptyState title="Nothing over the quota"><p>No placement was over the quota in this month, and no earlier month is corrected.</p></EmptyState>}
        columns={[
          { key: 'case', header: 'Case', rowHeader: true, cell: (group) => <a href={`#${anchorOf(statement.slug, group)}`}>{group.reference}</a> },
          { key: 'school', header: 'School', cell: (group) => group.schoolName },
          { key: 'state', header: 'State', cell: (group) => { const { tone, words } = groupStateWords(group); return <StatusWord tone={tone}>{words}</StatusWord>; } },
          { key: 'days', header: 'Place-days', numeric: true, cell: (group) => placeDays(group.tenths).replace(/ .*/, '') },
          { key: 'amount', header: 'Amount', numeric: true, cell: (group) => formatPounds(group.amount) },
        ]}
        foot={{
          case: left.amount === statement.total ? 'Total' : 'Total left', days: placeDays(left.tenths).replace(/ .*/, ''), amount: formatPounds(left.amount),
        }}
      />
      {statement.groups.map((group) => (
        <PlacementLines key={group.placementId} id={anchorOf(statement.slug, group)} group={group} level={level} agreement={statement.agreement}>{actsOn?.(group, statement.slug)}</PlacementLines>
      ))}
    </Flow>
  );
}
