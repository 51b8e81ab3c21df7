import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateWords } from '@/components/ui/date-words';
import { Details } from '@/components/ui/details';

export interface StoppedSite {
  readonly siteId: string;
  readonly name: string;
  readonly specialism: string;
  readonly stops: readonly { readonly words: string; readonly days: readonly CalendarDate[] }[];
}

/** Sites that cannot be chosen, each with everything that stops it. */
export function StoppedList({ sites, today }: { sites: readonly StoppedSite[]; today: CalendarDate }) {
  return (
    <ul className="fp-stopped">
      {sites.map((site) => (
        <li key={site.siteId}>
          <div>
            <span className="fp-stopped__name">{site.name}</span>
            {site.specialism ? <span className="fp-option__specialism">{site.specialism}</span> : null}
          </div>
          <ul>
            {site.stops.map((stop) => (
              <li key={stop.words}>
                {stop.words}
                {stop.days.length > 1 ? (
                  <Details summary="The days">
                    <p>{stop.days.map((day) => dateWords(day, today)).join(', ')}</p>
                  </Details>
                ) : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
