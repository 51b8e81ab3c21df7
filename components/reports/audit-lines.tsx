import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusWord } from '@/components/ui/status-word';
import { dateWords } from '@/components/ui/date-words';
import type { Tone } from '@/components/ui/tone-shape';
import type { AuditLine, ChangedValue } from '@/lib/publishing/types';

const OUTCOMES: Readonly<Record<AuditLine['outcome'], { readonly word: string; readonly tone: Tone }>> = {
  done: { word: 'Done', tone: 'fine' }, refused: { word: 'Refused', tone: 'late' }, opened: { word: 'Opened', tone: 'quiet' },
};

const NONE = <span className="fp-audit__none">None</span>;

function Changed({ values }: { values: readonly ChangedValue[] }) {
  if (values.length === 0) return null;
  return (
    <ul className="fp-audit__values">
      {values.map((value) => (
        <li key={value.label}>{value.label}: {value.before === null ? value.after : `${value.before}, now ${value.after ?? 'none'}`}</li>
      ))}
    </ul>
  );
}

/** Who did what, newest first. A record leads to every line about it. */
export function AuditLines({ lines, filtered, recordHref, pupilHref }: {
  lines: readonly AuditLine[]; filtered: boolean; recordHref: (id: string) => string; pupilHref: (reference: string) => string;
}) {
  return (
    <DataTable
      caption="Acts, newest first"
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.id}
      empty={
        <EmptyState title="Acts, sign-ins and openings of pupils' records">
          {filtered ? 'Nothing in the log has all of the chosen filters. Remove one to see more.' : 'Nobody has acted or opened a pupil\u2019s record yet.'}
        </EmptyState>
      }
      columns={[
        { key: 'when', header: 'When', rowHeader: true, cell: (line) => `${dateWords(line.on)} ${line.time}` },
        { key: 'who', header: 'Who', cell: (line) => line.who },
        { key: 'act', header: 'Act', cell: (line) => <>{line.words}<br /><code className="fp-audit__code">{line.act}</code><br /><StatusWord tone={OUTCOMES[line.outcome].tone}>{OUTCOMES[line.outcome].word}</StatusWord></> },
        { key: 'record', header: 'Record', cell: (line) => (line.record === null ? NONE : <a href={recordHref(line.record.id)}>{line.record.words}</a>) },
        { key: 'pupil', header: 'Pupil', cell: (line) => (line.pupil === null ? NONE : <a href={pupilHref(line.pupil)}>{line.pupil}</a>) },
        { key: 'why', header: 'Reason and values', width: 'wide', cell: (line) => (line.why === '' && line.changed.length === 0 ? NONE : <>{line.why === '' ? null : <p className="fp-audit__why">{line.why}</p>}<Changed values={line.changed} /></>) },
      ]}
    />
  );
}
