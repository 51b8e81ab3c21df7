import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { tenthsWords } from '@/components/ui/tenths-words';

interface DayLineShown {
  readonly key: string;
  readonly who: string;
  readonly pupilId: string | null;
  readonly kind: string;
  readonly tenths: number;
  readonly why: string;
}

interface DayLinesProps {
  lines: readonly DayLineShown[];
  usedTenths: number;
  caption: string;
  hrefOf: (pupilId: string) => string;
}

/** Each pupil's part in a day's use, with why it counts or not. Only one's own pupils are named. */
export function DayLines({ lines, usedTenths, caption, hrefOf }: DayLinesProps) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.key}
      empty={<EmptyState title="The pupils behind the day's use">No pupil of the partnership was in a place or held one on this day.</EmptyState>}
      columns={[
        { key: 'who', header: 'Pupil', rowHeader: true, cell: (line) => (line.pupilId ? <a href={hrefOf(line.pupilId)}>{line.who}</a> : line.who) },
        { key: 'kind', header: 'Why in a place', cell: (line) => line.kind },
        { key: 'tenths', header: 'Places', numeric: true, cell: (line) => tenthsWords(line.tenths) },
        { key: 'why', header: 'Counts to the quota', cell: (line) => line.why },
      ]}
      foot={{ who: 'Places used', tenths: tenthsWords(usedTenths) }}
    />
  );
}
