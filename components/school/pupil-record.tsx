import { Flow } from '@/components/reports/flow';
import { InlineList } from '@/components/ui/inline-list';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { dateWords } from '@/components/ui/date-words';
import type { CalendarDate } from '@/lib/core/calendar-date';

export interface PupilRecordShown {
  readonly reference: string;
  readonly bornOn: CalendarDate;
  readonly yearGroup: number;
  readonly schoolName: string;
  readonly rollWords: { readonly firstOn: CalendarDate; readonly lastOn: CalendarDate | null };
  readonly flags: readonly string[];
  readonly language: string;
  readonly where: string;
  readonly until: CalendarDate | null;
  readonly next: string;
  readonly clockWords: string | null;
  readonly events: readonly { readonly id: string; readonly on: CalendarDate; readonly title: string; readonly detail: string; readonly planned: boolean }[];
}

/** A school's own pupil: who, now, and everything that happened, newest first. */
export function PupilRecord({ pupil, correctHref }: { pupil: PupilRecordShown; correctHref: string | null }) {
  const { rollWords } = pupil;
  return (
    <Flow>
      {pupil.flags.length > 0 ? (
        <InlineList items={pupil.flags.map((flag) => <Tag key={flag} tone="info" plain>{flag}</Tag>)} />
      ) : null}
      <h2 id="now">Now</h2>
      <SummaryList
        rows={[
          { label: 'Where', value: pupil.where },
          { label: 'Until', value: pupil.until ? dateWords(pupil.until) : 'No date yet' },
          { label: 'Next', value: pupil.next },
          ...(pupil.clockWords ? [{ label: 'Full-time education due', value: pupil.clockWords }] : []),
        ]}
      />
      <h2 id="who">Pupil</h2>
      <SummaryList
        rows={[
          { label: 'Born', value: dateWords(pupil.bornOn) },
          { label: 'Year group', value: `Year ${pupil.yearGroup}` },
          { label: 'On roll', value: `${pupil.schoolName}, ${rollWords.lastOn ? `${dateWords(rollWords.firstOn)} to ${dateWords(rollWords.lastOn)}` : `since ${dateWords(rollWords.firstOn)}`}` },
          { label: 'Language', value: pupil.language },
          { label: 'Reference', value: pupil.reference },
        ]}
      />
      {correctHref === null ? null : <p><a href={correctHref}>Correct details</a></p>}
      <h2 id="events">What happened</h2>
      <Timeline label="Events, newest first" items={pupil.events.map((event) => ({ ...event, detail: event.detail || undefined }))} />
    </Flow>
  );
}
