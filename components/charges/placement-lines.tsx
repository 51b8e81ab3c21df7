import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { Details } from '@/components/ui/details';
import { dateInWords, weekdayDateInWords } from '@/lib/core/date-words';
import { formatPounds } from '@/lib/core/pence';
import type { GroupView } from '@/lib/charges/types';
import { QueryWords } from './query-words';
import { placeDays } from './state-words';

interface PlacementLinesProps {
  id: string;
  group: GroupView;
  level: 2 | 3;
  agreement: string;
  children?: ReactNode;
}

/** One placement on a statement: its dates, its lines day by day, what was asked about them. */
export function PlacementLines({ id, group, level, agreement, children }: PlacementLinesProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const zero = group.days.filter((day) => day.kind === 'zero');
  const charged = group.days.filter((day) => day.kind !== 'zero');
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="fp-part">
      <Heading id={`${id}-heading`}>{group.reference}, {group.schoolName}</Heading>
      <p>
        In a place from {dateInWords(group.firstOn)} to {dateInWords(group.lastOn)}.
        {charged.length > 0 ? ` ${placeDays(group.tenths)} over the quota: ${formatPounds(group.amount)}.` : ''}
        {group.afterExclusion ? " The school's budget adjustment for the permanent exclusion (R53) is separate, not included." : ''}
      </p>
      {zero.map((day) => <p key={day.key}>{day.reason}.</p>)}
      {charged.length === 0 ? null : (
        <Details summary={`Day by day: ${charged.length === 1 ? '1 line' : `${charged.length} lines`} of ${group.reference}`}>
          <DataTable
            caption={`Lines of ${group.reference}`} captionHidden dense rows={charged} rowKey={(day) => day.key}
            columns={[
              { key: 'on', header: 'Day', rowHeader: true, cell: (day) => weekdayDateInWords(day.on) },
              { key: 'month', header: 'Concerns', cell: (day) => day.earlierMonth ?? 'This month' },
              { key: 'payer', header: 'Payer', cell: (day) => day.payer ?? '' },
              { key: 'why', header: 'Why', cell: (day) => `${day.reason} of ${agreement.replace(/, clause.*/, '')}` },
              { key: 'days', header: 'Place-days', numeric: true, cell: (day) => placeDays(day.tenths).replace(/ .*/, '') },
              { key: 'amount', header: 'Amount', numeric: true, cell: (day) => formatPounds(day.amount) },
            ]}
            foot={{ on: 'Total', days: placeDays(group.tenths).replace(/ .*/, ''), amount: formatPounds(group.amount) }}
          />
        </Details>
      )}
      {group.queries.map((query) => <QueryWords key={query.id} query={query} />)}
      {children}
    </section>
  );
}
