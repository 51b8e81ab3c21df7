import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';
import { OccupancyStrip, OccupancyStripKey } from '@/components/places/occupancy-strip';
import type { OccupancyWeek } from '@/components/places/occupancy-view';
import { weekdayDateWords } from '@/components/ui/date-words';
import { StatusWord } from '@/components/ui/status-word';
import { ToneShape } from '@/components/ui/tone-shape';

/** A site that can be chosen, with the reasons people read. */
export interface PlaceOption {
  readonly siteId: string;
  readonly slug: string;
  readonly name: string;
  readonly specialism: string;
  readonly startOn: CalendarDate | null;
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly weeks: readonly OccupancyWeek[];
  /** What allows a place over the site's number, where one is needed. */
  readonly overNumber: readonly string[];
  readonly quota: { readonly tone: 'over' | 'due' | 'fine' | 'quiet'; readonly words: string } | null;
  readonly price: string | null;
}

interface OptionListProps {
  options: readonly PlaceOption[];
  chosen?: string;
  wanted: DateRange;
  /** "day-6 places": what the strip counts. */
  kindWords: string;
  today: CalendarDate;
  legend: string;
  error?: string;
}

export function Reasons({ reasonsFor, reasonsAgainst }: Pick<PlaceOption, 'reasonsFor' | 'reasonsAgainst'>) {
  return (
    <div className="fp-reasons">
      <ul aria-label="Why it fits">
        {reasonsFor.map((reason) => (
          <li key={reason} className="fp-tone--fine">
            <ToneShape tone="fine" />
            {reason}
          </li>
        ))}
      </ul>
      {reasonsAgainst.length > 0 ? (
        <ul aria-label="What speaks against">
          {reasonsAgainst.map((reason) => (
            <li key={reason} className="fp-tone--due">
              <ToneShape tone="due" />
              {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** A place over the site's number, with the authorisation that it is within. */
function OverNumberLines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => <p key={line} className="fp-option__over"><StatusWord tone="due">Over the site&rsquo;s number</StatusWord> {line}</p>);
}

function Option({ option, first, chosen, wanted, kindWords, today }: { option: PlaceOption; first: boolean } & Omit<OptionListProps, 'options' | 'legend' | 'error'>) {
  const id = first ? 'site' : `site-${option.slug}`;
  return (
    <div className="fp-option">
      <input className="fp-choice__box" type="radio" id={id} name="site" value={option.slug} defaultChecked={chosen === option.slug} aria-describedby={`${id}-about`} />
      <label className="fp-option__title" htmlFor={id}>
        <span className="fp-option__name">
          {option.name}
          {option.specialism ? <span className="fp-option__specialism">{option.specialism}</span> : null}
        </span>
        {option.startOn ? <span className="fp-option__start">Can start {weekdayDateWords(option.startOn, today)}</span> : null}
      </label>
      <div className="fp-option__body" id={`${id}-about`}>
        <Reasons {...option} />
        <OverNumberLines lines={option.overNumber} />
        <OccupancyStrip name={`${option.name}, ${kindWords}`} weeks={option.weeks} wanted={wanted} today={today} />
        <div className="fp-option__figures">
          {option.quota ? <StatusWord tone={option.quota.tone}>{option.quota.words}</StatusWord> : null}
          <span className="fp-option__note">{option.price ?? 'No price recorded'}</span>
        </div>
      </div>
    </div>
  );
}

/** One radio list of the sites that can be chosen, most suitable first. */
export function OptionList({ options, legend, error, ...about }: OptionListProps) {
  return (
    <fieldset>
      <legend className="fp-hidden">{legend}</legend>
      {error ? (
        <p className="fp-field__error" id="site-error">
          <span className="fp-hidden">Error: </span>
          {error}
        </p>
      ) : null}
      <OccupancyStripKey wanted />
      {options.map((option, index) => (
        <Option key={option.siteId} option={option} first={index === 0} {...about} />
      ))}
    </fieldset>
  );
}
