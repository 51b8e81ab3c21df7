/** One line or set of bars; at most four in a chart (ux rules, section 1). */
export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly role: 'main' | 'limit' | 'second' | 'third';
}

/** One point on the bottom axis with a number, or a gap, for each series. */
export interface ChartPoint {
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

/** Colour and stroke of a series: told apart by the stroke as well as the colour. */
export const SERIES_LOOK: Record<ChartSeries['role'], { readonly colour: string; readonly dash?: string; readonly width: number }> = {
  main: { colour: 'var(--brand)', width: 3 },
  limit: { colour: 'var(--ink)', dash: '7 4', width: 2 },
  second: { colour: 'var(--over)', dash: '2 3', width: 3 },
  third: { colour: 'var(--due)', dash: '10 3 2 3', width: 2 },
};

/** RangeError when there are more series than a reader can tell apart. */
export function checkSeries(series: readonly ChartSeries[]): readonly ChartSeries[] {
  if (series.length > 4) throw new RangeError('A chart shows at most 4 series');
  return series;
}
