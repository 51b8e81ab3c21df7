'use client';

import { CartesianGrid, Line, LineChart as Lines, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ChartDrawing } from './chart-drawing';
import { type ChartPoint, type ChartSeries, checkSeries, SERIES_LOOK } from './chart-series';

interface LineChartProps {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  /** What the upright axis counts: "Places used". */
  unit: string;
  /** Labels that get a tick; all that fit when left out. */
  ticks?: readonly string[];
  /** Steps, for values that hold all day. */
  stepped?: boolean;
  height?: number;
}

/** Lines over time, from zero. Stands inside ChartFigure. */
export function LineChart({ points, series, unit, ticks, stepped = false, height = 280 }: LineChartProps) {
  const data = points.map((point) => ({ label: point.label, ...point.values }));
  return (
    <ChartDrawing series={checkSeries(series)} height={height} unit={unit}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <Lines data={data} margin={{ top: 8, right: 24, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" ticks={ticks ? [...ticks] : undefined} tickLine={false} stroke="var(--edge)" tick={{ fill: 'var(--edge)', fontSize: 15 }} minTickGap={24} />
          <YAxis width={44} allowDecimals={false} domain={[0, 'auto']} tickLine={false} axisLine={false} tick={{ fill: 'var(--edge)', fontSize: 15 }} />
          {series.map((one) => {
            const look = SERIES_LOOK[one.role];
            return <Line key={one.key} dataKey={one.key} name={one.name} type={stepped ? 'stepAfter' : 'linear'} stroke={look.colour} strokeWidth={look.width} strokeDasharray={look.dash} dot={false} activeDot={false} isAnimationActive={false} connectNulls={false} />;
          })}
        </Lines>
      </ResponsiveContainer>
    </ChartDrawing>
  );
}
