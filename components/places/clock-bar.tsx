import { hatch } from './hatch';

interface ClockBarProps {
  /** Days the clock counts: 6 for the sixth-day duty. */
  days: number;
  /** Today's number, 0 before day 1, `days` on the due date and after. */
  day: number;
  lateSchoolDays: number;
  met: boolean;
  small?: boolean;
}

/** Late days are drawn one by one up to this many; the words carry the rest. */
const MOST_LATE = 5;
/** Longer clocks are drawn as smaller, unnumbered days. */
const NUMBERED = 10;
/** And past this as a thin strip. */
const THICK = 20;

/** One box a day: gone, today (marked under it) and still to come; a firm line; late days hatched beyond it. */
export function ClockBar({ days, day, lateSchoolDays, met, small = false }: ClockBarProps) {
  const numbered = !small && days <= NUMBERED;
  const size = numbered ? 24 : days <= THICK ? 12 : 4;
  const gap = days <= THICK ? 3 : 1;
  const step = size + gap;
  const height = numbered ? 26 : 14;
  const end = days * step - gap;
  const lineAt = end + 5;
  const late = Math.min(lateSchoolDays, MOST_LATE);
  const width = late > 0 ? lineAt + 5 + late * step - gap : lineAt + 2;
  const marked = !met && lateSchoolDays === 0 && day > 0;
  const full = height + 12;
  return (
    <svg className="fp-clock-bar" aria-hidden="true" focusable="false" width={width} height={full} viewBox={`0 -3 ${width} ${full}`}>
      {Array.from({ length: days }, (_, index) => {
        const number = index + 1;
        const state = number < day || lateSchoolDays > 0 ? 'gone' : number === day ? (met ? 'gone' : 'today') : 'coming';
        const x = index * step;
        return (
          <g key={number} className={`fp-clock-day fp-clock-day--${state}`}>
            <rect x={x + 0.75} y={0.75} width={size - 1.5} height={height - 1.5} />
            {numbered ? (
              <text x={x + size / 2} y={height / 2 + 5.5} textAnchor="middle">
                {number}
              </text>
            ) : null}
          </g>
        );
      })}
      {marked ? <path className="fp-clock-mark" d={`M${(day - 1) * step + size / 2} ${height + 2}l5 6h-10z`} /> : null}
      <path className="fp-clock-line" d={`M${lineAt} -3V${height + 3}`} />
      {Array.from({ length: late }, (_, index) => {
        const x = lineAt + 5 + index * step;
        return (
          <g key={`late-${index}`} className="fp-clock-late">
            <rect x={x + 0.75} y={0.75} width={size - 1.5} height={height - 1.5} />
            <path d={hatch(x, 0, size, height, size < 20 ? 4 : 6)} />
          </g>
        );
      })}
    </svg>
  );
}
