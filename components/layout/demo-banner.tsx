import type { CalendarDate } from '@/lib/core/calendar-date';
import { weekdayDateWords } from '@/components/ui/date-words';

interface DemoBannerProps {
  /** DEMONSTRATION_WORDS. */
  text: string;
  /** The demonstration's today; left out where the real clock runs. */
  today?: CalendarDate;
  /** Where an administrator sets the day. */
  setDayHref?: string;
}

/** Above the header on every page of a demonstration, and on paper. */
export function DemoBanner({ text, today, setDayHref }: DemoBannerProps) {
  return (
    <aside className="fp-demo" aria-label="Demonstration">
      <div className="fp-wide fp-demo__inner">
        <p>{text}</p>
        {today ? (
          <p className="fp-demo__today">
            Today is <strong>{weekdayDateWords(today)}</strong>
            {setDayHref ? (
              <>
                {' '}
                <a href={setDayHref}>
                  Change<span className="fp-hidden"> the demonstration day</span>
                </a>
              </>
            ) : null}
          </p>
        ) : null}
      </div>
    </aside>
  );
}
