import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusWord } from '@/components/ui/status-word';
import { dateWords } from '@/components/ui/date-words';
import type { Tone } from '@/components/ui/tone-shape';
import type { CalendarDate } from '@/lib/core/calendar-date';

interface AuditLineShown {
  readonly id: string;
  readonly on: CalendarDate;
  readonly time: string;
  readonly who: string;
  readonly act: string;
  readonly outcome: 'done' | 'refused' | 'opened';
  readonly subject: string;
  readonly pupil: string | null;
  readonly changed: readonly string[];
}

const OUTCOMES: Readonly<Record<AuditLineShown['outcome'], { readonly word: string; readonly tone: Tone }>> = {
  done: { word: 'Done', tone: 'fine' }, refused: { word: 'Refused', tone: 'late' }, opened: { word: 'Opened', tone: 'quiet' },
};

/** Who did what, newest first: ids, codes and references. */
export function AuditLines({ lines, filtered }: { lines: readonly AuditLineShown[]; filtered: boolean }) {
  return (
    <DataTable
      caption="Acts, newest first"
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.id}
      empty={
        <EmptyState title="Acts and openings of pupils' records">
          {filtered ? 'Nothing in the log has all of the chosen filters. Remove one to see more.' : 'Nobody has acted or opened a pupil\u2019s record yet.'}
        </EmptyState>
      }
      columns={[
        { key: 'when', header: 'When', rowHeader: true, cell: (line) => `${dateWords(line.on)} ${line.time}` },
        { key: 'who', header: 'Who', cell: (line) => line.who },
        { key: 'act', header: 'Act', cell: (line) => <code>{line.act}</code> },
        { key: 'outcome', header: 'Outcome', cell: (line) => <StatusWord tone={OUTCOMES[line.outcome].tone}>{OUTCOMES[line.outcome].word}</StatusWord> },
        { key: 'pupil', header: 'Pupil', cell: (line) => line.pupil ?? 'None' },
        { key: 'subject', header: 'Record', cell: (line) => line.subject },
        { key: 'changed', header: 'Fields set', cell: (line) => line.changed.join(', ') || 'None' },
      ]}
    />
  );
}
