export interface TrendPoint {
  /** "2024/25" or "March 2026". */
  readonly label: string;
  /** Null where there is no figure. */
  readonly value: number | null;
  /** The figure as it is read: "4.6". */
  readonly words: string;
}

interface TrendLineProps {
  points: readonly TrendPoint[];
  /** What the trend is of, for the table. */
  label: string;
  target?: number;
}

const WIDTH = 140;
const HEIGHT = 36;

/** A small line for one row of a table, drawn on the server, with its figures for those who cannot see it. */
export function TrendLine({ points, label, target }: TrendLineProps) {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const low = Math.min(...values, target ?? Infinity, 0);
  const high = Math.max(...values, target ?? -Infinity, low + 1);
  const x = (index: number) => Math.round((6 + (index * (WIDTH - 12)) / Math.max(1, points.length - 1)) * 10) / 10;
  const y = (value: number) => Math.round((HEIGHT - 6 - ((value - low) / (high - low)) * (HEIGHT - 12)) * 10) / 10;
  // The line is broken where there is no figure: it begins anew after a gap.
  const path = points
    .map((point, index) => (point.value === null ? '' : `${(points[index - 1]?.value ?? null) === null ? 'M' : 'L'}${x(index)} ${y(point.value)}`))
    .join('');
  const lastIndex = points.reduce((last, point, index) => (point.value === null ? last : index), -1);
  const last = points[lastIndex];
  return (
    <div className="fp-trend">
      <svg aria-hidden="true" focusable="false" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        {target === undefined ? null : <path className="fp-trend__target" d={`M0 ${y(target)}H${WIDTH}`} />}
        <path className="fp-trend__line" d={path} />
        {last && last.value !== null ? <circle className="fp-trend__end" cx={x(lastIndex)} cy={y(last.value)} r="4" /> : null}
      </svg>
      <details className="fp-details">
        <summary className="fp-details__summary">
          <span>
            Figures<span className="fp-hidden">: {label}</span>
          </span>
        </summary>
        <dl className="fp-trend__figures">
          {points.map((point) => (
            <div key={point.label}>
              <dt>{point.label}</dt>
              <dd>{point.words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
