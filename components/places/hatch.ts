/**
 * SVG path of diagonal lines inside a box, cut at its edges. Drawn rather than a pattern or a
 * background, so that it prints, needs no id and survives forced colours.
 */
export function hatch(x: number, y: number, width: number, height: number, step = 5): string {
  const lines: string[] = [];
  for (let t = -height + step / 2; t < width; t += step) {
    const from = Math.max(t, 0);
    const to = Math.min(t + height, width);
    if (to - from > 0.5) lines.push(`M${round(x + from)} ${round(y + height - (from - t))}L${round(x + to)} ${round(y + height - (to - t))}`);
  }
  return lines.join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
