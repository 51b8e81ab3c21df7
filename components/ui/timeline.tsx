import type { ReactNode } from 'react';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateWords } from './date-words';
import { type Tone, ToneShape } from './tone-shape';

export interface TimelineItem {
  readonly id: string;
  readonly on: CalendarDate;
  /** `hh:mm` in London, when known. */
  readonly time?: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Who did it, as the reader may know them. */
  readonly by?: string;
  readonly tone?: Tone;
  /** Planned things are drawn as not yet having happened. */
  readonly planned?: boolean;
}

/** Everything that happened, in the order given (newest first on a pupil's page). */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="fp-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`fp-timeline__item fp-tone--${item.tone ?? 'quiet'}${item.planned ? ' fp-timeline__item--planned' : ''}`}>
          <span className="fp-timeline__mark">
            <ToneShape tone={item.tone ?? 'quiet'} />
          </span>
          <p className="fp-timeline__when">
            <time dateTime={item.time ? `${item.on}T${item.time}` : item.on}>
              {weekdayDateWords(item.on)}
              {item.time ? ` at ${item.time}` : ''}
            </time>
            {item.planned ? ' (planned)' : ''}
            {item.by ? `, ${item.by}` : ''}
          </p>
          <p className="fp-timeline__title">{item.title}</p>
          {item.detail ? <div className="fp-timeline__detail">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
