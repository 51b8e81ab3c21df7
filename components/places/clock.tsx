import type { CalendarDate } from '@/lib/core/calendar-date';
import { dateRangeWords, weekdayDateWords } from '@/components/ui/date-words';
import { StatusWord } from '@/components/ui/status-word';
import { ToneShape } from '@/components/ui/tone-shape';
import { ClockBar } from './clock-bar';
import { type ClockView, clockRows, clockTone, clockWords, dayNumberOn, dueOnOf, lengthOf, type RunningClock } from './clock-view';

interface ClockProps {
  clock: ClockView;
  today: CalendarDate;
  /** For table cells: a thin bar; still opens to the days counted. */
  small?: boolean;
  open?: boolean;
}

function CountedDays({ clock, today }: { clock: RunningClock; today: CalendarDate }) {
  const due = dueOnOf(clock);
  return (
    <table className="fp-clock__days">
      <caption>Days counted and days left out</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Date</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {clockRows(clock).map((row) =>
          row.kind === 'counted' ? (
            <tr key={row.on} className={row.on === due ? 'fp-clock__due' : undefined}>
              <th scope="row">{row.day}</th>
              <td>{weekdayDateWords(row.on, today)}</td>
              <td>{[row.on === due ? 'Due date' : 'School day', row.on === today ? 'today' : ''].filter(Boolean).join(', ')}</td>
            </tr>
          ) : (
            <tr key={row.firstOn} className="fp-clock__out">
              <th scope="row">
                <span aria-hidden="true">–</span>
                <span className="fp-hidden">Not counted</span>
              </th>
              <td>{lengthOf(row) === 1 ? weekdayDateWords(row.firstOn, today) : dateRangeWords(row.firstOn, row.lastOn, today)}</td>
              <td>Left out: {row.reason}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** A clock that opens to the very dates counted, the days left out and why, and the rule. */
export function Clock({ clock, today, small = false, open = false }: ClockProps) {
  if (clock.kind === 'none') {
    return (
      <div className={small ? 'fp-clock fp-clock--none fp-clock--small' : 'fp-clock fp-clock--none'}>
        <StatusWord tone="quiet">No clock</StatusWord>
        <p className="fp-clock__reason">{clock.reason}</p>
      </div>
    );
  }
  const tone = clockTone(clock, today);
  const words = clockWords(clock, today);
  const met = clock.metOn !== undefined;
  const stoppedOn = clock.metOn ?? today;
  return (
    <details className={`fp-clock fp-tone--${tone}${small ? ' fp-clock--small' : ''}`} open={open}>
      <summary className="fp-clock__summary">
        <span className="fp-clock__words">
          <span className="fp-clock__where">
            {tone === 'fine' && !met ? null : <ToneShape tone={tone} />}
            {words.where}
          </span>
          <span className="fp-clock__dot"> · </span>
          <span>{words.due}</span>
        </span>
        <span className="fp-clock__picture">
          <ClockBar days={clock.counted.length} day={dayNumberOn(clock, stoppedOn)} lateSchoolDays={clock.lateSchoolDays} met={met} small={small} />
          <span className="fp-clock__open">{small ? 'Days' : 'How the days are counted'}</span>
        </span>
      </summary>
      <div className="fp-clock__body">
        <p>{clock.startsBecause}</p>
        <CountedDays clock={clock} today={today} />
        <p>
          <strong>Rule.</strong> {clock.rule.text} <span className="fp-clock__source">{clock.rule.source}</span>
        </p>
        <p>
          <strong>Calendar.</strong> {clock.calendar}
        </p>
        {clock.notes?.map((note) => (
          <p key={note} className="fp-clock__source">
            {note}
          </p>
        ))}
      </div>
    </details>
  );
}
