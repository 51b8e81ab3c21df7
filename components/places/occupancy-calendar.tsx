import { addDays, type CalendarDate, isoWeekday, mondayOf } from '@/lib/core/calendar-date';
import { dayOfMonth, monthName, weekdayDateWords } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import { type OccupancyDay, dayState, dayWords, rangesSummary } from './occupancy-view';

interface OccupancyCalendarProps {
  /** Whose places: "Rowan". */
  name: string;
  /** Monday to Friday of one month, in order. */
  days: readonly OccupancyDay[];
  today: CalendarDate;
  previous?: { readonly href: string; readonly text: string };
  next?: { readonly href: string; readonly text: string };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

function weeksOf(days: readonly OccupancyDay[]): { monday: CalendarDate; days: (OccupancyDay | null)[] }[] {
  const byDate = new Map(days.map((day) => [day.on, day]));
  const mondays = [...new Set(days.filter((day) => isoWeekday(day.on) <= 5).map((day) => mondayOf(day.on)))];
  return mondays.map((monday) => ({ monday, days: WEEKDAYS.map((_, index) => byDate.get(addDays(monday, index)) ?? null) }));
}

function Day({ day, today }: { day: OccupancyDay; today: CalendarDate }) {
  const date = (
    <>
      <span className="fp-day__number" aria-hidden="true">
        {dayOfMonth(day.on)}
        <span className="fp-day__name"> {weekdayDateWords(day.on, today)}</span>
        {day.on === today ? <span className="fp-day__today"> Today</span> : null}
      </span>
      <span className="fp-hidden">
        {weekdayDateWords(day.on, today)}
        {day.on === today ? ', today' : ''}:{' '}
      </span>
    </>
  );
  if (day.takenTenths === null) {
    return (
      <div className="fp-day fp-day--closed">
        {date}
        <span className="fp-day__words">{day.closedReason ?? 'Closed'}</span>
      </div>
    );
  }
  const words = (
    <>
      {date}
      <span className="fp-day__count">
        {tenthsWords(day.takenTenths)} of {tenthsWords(day.placesTenths)} places
      </span>{' '}
      <span className="fp-day__words">{dayWords(day)}</span>
      {day.note ? <span className="fp-day__note"> {day.note}</span> : null}
    </>
  );
  const className = `fp-day fp-day--${dayState(day)}`;
  return day.href ? (
    <a className={className} href={day.href}>
      {words}
    </a>
  ) : (
    <div className={className}>{words}</div>
  );
}

/** A month of one site: a link for each day, "12 of 20 places", with Available, Full or Over in words. */
export function OccupancyCalendar({ name, days, today, previous, next }: OccupancyCalendarProps) {
  const first = days[0];
  if (!first) return null;
  const title = `${monthName(first.on)} ${first.on.slice(0, 4)}`;
  return (
    <section className="fp-calendar" aria-label={`${name}, ${title}`}>
      <ul className="fp-calendar__key" aria-label="Key">
        <li>
          <span className="fp-day__swatch fp-day--free" /> Available
        </li>
        <li>
          <span className="fp-day__swatch fp-day--full" /> Full
        </li>
        <li>
          <span className="fp-day__swatch fp-day--over" /> Over: more placed than places
        </li>
        <li>
          <span className="fp-day__swatch fp-day--closed" /> No school
        </li>
      </ul>
      <div className="fp-calendar__head">
        {previous ? (
          <a href={previous.href} rel="prev">
            {previous.text}
          </a>
        ) : null}
        <h2>{title}</h2>
        {next ? (
          <a href={next.href} rel="next">
            {next.text}
          </a>
        ) : null}
      </div>
      <p className="fp-hidden">{rangesSummary(days, today)}</p>
      <table role="table">
        <caption className="fp-hidden">
          {name}: places taken on each school day of {title}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" role="columnheader">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeksOf(days).map((week) => (
            <tr key={week.monday} role="row">
              {week.days.map((day, index) => (
                <td key={WEEKDAYS[index]} role="cell" className={day?.on === today ? 'fp-calendar__today' : undefined}>
                  {day ? <Day day={day} today={today} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
