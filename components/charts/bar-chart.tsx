'use client';

import { Bar, BarChart as Bars, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ChartDrawing } from './chart-drawing';
import { type ChartPoint, type ChartSeries, checkSeries, SERIES_LOOK } from './chart-series';

interface BarChartProps {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  /** What the bars count: "Permanent exclusions". */
  unit: string;
  /** Lying bars with the labels at the left: for names rather than times. */
  lying?: boolean;
  height?: number;
}

const TICK = { fill: 'var(--edge)', fontSize: 15 };

/** Bars from zero. Stands inside ChartFigure. */
export function BarChart({ points, series, unit, lying = false, height = lying ? 60 + points.length * 40 : 280 }: BarChartProps) {
  const data = points.map((point) => ({ label: point.label, ...point.values }));
  return (
    <ChartDrawing series={checkSeries(series)} height={height} unit={unit} bars>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <Bars data={data} layout={lying ? 'vertical' : 'horizontal'} margin={{ top: 8, right: 24, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={lying} horizontal={!lying} stroke="var(--line)" />
          {lying ? (
            <>
              <XAxis type="number" allowDecimals={false} tickLine={false} stroke="var(--edge)" tick={TICK} />
              <YAxis type="category" dataKey="label" width={140} tickLine={false} axisLine={false} tick={TICK} />
            </>
          ) : (
            <>
              <XAxis dataKey="label" tickLine={false} stroke="var(--edge)" tick={TICK} minTickGap={16} />
              <YAxis width={44} allowDecimals={false} tickLine={false} axisLine={false} tick={TICK} />
            </>
          )}
          {series.map((one) => {
            const look = SERIES_LOOK[one.role];
            return <Bar key={one.key} dataKey={one.key} name={one.name} fill={one.role === 'main' ? look.colour : 'var(--paper)'} stroke={look.colour} strokeWidth={2} strokeDasharray={look.dash} maxBarSize={36} isAnimationActive={false} />;
          })}
        </Bars>
      </ResponsiveContainer>
    </ChartDrawing>
  );
}
