import type { ReactNode } from 'react';
import { type ChartSeries, SERIES_LOOK } from './chart-series';

interface ChartDrawingProps {
  series: readonly ChartSeries[];
  bars?: boolean;
  /** In CSS pixels; the space is kept before the script draws. */
  height: number;
  unit: string;
  children: ReactNode;
}

function KeyMark({ series, bars }: { series: ChartSeries; bars: boolean }) {
  const look = SERIES_LOOK[series.role];
  return (
    <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
      {bars ? (
        <rect x="6" y="0.5" width="13" height="13" fill={series.role === 'main' ? look.colour : 'var(--paper)'} stroke={look.colour} strokeDasharray={look.dash} strokeWidth="2" />
      ) : (
        <path d="M1 7h26" fill="none" stroke={look.colour} strokeWidth={look.width} strokeDasharray={look.dash} />
      )}
    </svg>
  );
}

/** Key above, unit, and the space the drawing takes; hidden from assistive technology, which has the table. */
export function ChartDrawing({ series, bars = false, height, unit, children }: ChartDrawingProps) {
  return (
    <div className="fp-chart__drawing" aria-hidden="true">
      <ul className="fp-chart__key">
        {series.map((one) => (
          <li key={one.key}>
            <KeyMark series={one} bars={bars} />
            {one.name}
          </li>
        ))}
      </ul>
      <p className="fp-chart__unit">{unit}</p>
      <svg className="fp-chart__space" width="1" height={height} />
      <div className="fp-chart__canvas">
        <noscript>The picture is drawn by a script, which is off. The table below has the same figures.</noscript>
        {children}
      </div>
    </div>
  );
}
