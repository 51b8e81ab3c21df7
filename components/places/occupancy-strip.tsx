import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DateRange } from '@/lib/core/date-range';
import { overlaps } from '@/lib/core/date-range';
import { dateRangeWords, dayOfMonth, monthName } from '@/components/ui/date-words';
import { tenthsWords } from '@/components/ui/tenths-words';
import { hatch } from './hatch';
import { type OccupancyWeek, stripSentence, weeksAskedFor, weeksByMonth, weekState, weekWords } from './occupancy-view';

const CELL = 32;
const STEP = 36;

interface OccupancyStripProps {
  /** Whose places: "Rowan, day-6 places". */
  name: string;
  weeks: readonly OccupancyWeek[];
  /** The period asked for; marked under its weeks. */
  wanted?: DateRange;
  today: CalendarDate;
  /** Without the sentence, where the page says it better. */
  bare?: boolean;
}

/** The cell of one week: open box with the number free, solid when full, pointed and hatched when over, dotted when closed. */
export function WeekCell({ week, x }: { week: OccupancyWeek; x: number }) {
  const state = weekState(week);
  const middle = x + CELL / 2;
  if (state === 'closed') return <path className="fp-week-closed" d={`M${x + 6} ${CELL / 2 + 4}h${CELL - 12}`} />;
  const number = tenthsWords(Math.abs(week.fewestFreeTenths));
  if (state === 'over') {
    const outline = `M${x + 1} 9L${middle} 1L${x + CELL - 1} 9V${CELL + 7}H${x + 1}Z`;
    return (
      <g className="fp-week fp-week--over">
        <path className="fp-week__ground" d={outline} />
        <path className="fp-week__hatch" d={hatch(x + 1, 10, CELL - 2, CELL - 3, 5)} />
        <rect className="fp-week__plate" x={x + 6} y="13" width={CELL - 12} height="21" />
        <text x={middle} y="29" textAnchor="middle">
          {number}
        </text>
        <path className="fp-week__frame" d={outline} />
      </g>
    );
  }
  return (
    <g className={`fp-week fp-week--${state}`}>
      <rect x={x + 0.75} y="8.75" width={CELL - 1.5} height={CELL - 1.5} />
      <text x={middle} y="30" textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

function Month({ month, weeks, wanted }: { month: string; weeks: readonly OccupancyWeek[]; wanted?: DateRange }) {
  const width = weeks.length * STEP - (STEP - CELL);
  const first = weeks[0];
  return (
    <div className="fp-strip__month">
      <span className="fp-strip__name">{first ? monthName(first.firstOn).slice(0, weeks.length < 3 ? 3 : undefined) : month}</span>
      <svg width={width} height="66" viewBox={`0 0 ${width} 66`} focusable="false">
        {weeks.map((week, index) => (
          <g key={week.firstOn}>
            <WeekCell week={week} x={index * STEP} />
            {wanted && week.schoolDays > 0 && overlaps(wanted, week) ? <path className="fp-week-wanted" d={`M${index * STEP} 45h${CELL}`} /> : null}
            <text className="fp-week-date" x={index * STEP + CELL / 2} y="62" textAnchor="middle">
              {dayOfMonth(week.firstOn)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Free places week by week to the end of the year. The picture is for the eye; the table says the same. */
export function OccupancyStrip({ name, weeks, wanted, today, bare = false }: OccupancyStripProps) {
  return (
    <div className="fp-strip">
      {bare ? null : <p className="fp-strip__sentence">{stripSentence(wanted ? weeksAskedFor(weeks, wanted) : weeks, today)}</p>}
      <div className="fp-strip__months" aria-hidden="true">
        {weeksByMonth(weeks).map((group) => (
          <Month key={group.month} month={group.month} weeks={group.weeks} wanted={wanted} />
        ))}
      </div>
      <div className="fp-hidden">
        <table>
          <caption>{name}: fewest places free in each school week</caption>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Places free</th>
              <th scope="col">Places</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.firstOn}>
                <th scope="row">{dateRangeWords(week.firstOn, week.lastOn, today)}</th>
                <td>{weekWords(week)}</td>
                <td>{week.schoolDays === 0 ? 'None' : tenthsWords(week.placesTenths)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const KEY: readonly { week: OccupancyWeek; words: string }[] = [
  { fewestFreeTenths: 30, schoolDays: 5, words: 'places free on the tightest day of the week' },
  { fewestFreeTenths: 0, schoolDays: 5, words: 'full' },
  { fewestFreeTenths: -10, schoolDays: 5, words: 'more placed than places' },
  { fewestFreeTenths: 0, schoolDays: 0, words: 'no school' },
].map(({ words, ...rest }) => ({ words, week: { ...rest, firstOn: '2026-03-02' as CalendarDate, lastOn: '2026-03-06' as CalendarDate, placesTenths: 0 } }));

/** The key, once a page, before the first strip. */
export function OccupancyStripKey({ wanted = false }: { wanted?: boolean }) {
  return (
    <ul className="fp-strip-key" aria-hidden="true">
      {KEY.map((item) => (
        <li key={item.words}>
          <svg width={CELL} height="41" viewBox={`0 0 ${CELL} 41`} focusable="false">
            <WeekCell week={item.week} x={0} />
          </svg>
          {item.words}
        </li>
      ))}
      {wanted ? (
        <li>
          <svg width={CELL} height="41" viewBox={`0 0 ${CELL} 41`} focusable="false">
            <path className="fp-week-wanted" d={`M0 24h${CELL}`} />
          </svg>
          weeks asked for
        </li>
      ) : null}
    </ul>
  );
}
