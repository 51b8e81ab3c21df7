/** What a load of calls came to. Times in milliseconds. */
export interface Measured {
  readonly calls: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** Calls the work so many times, so many at once, and says how long each took and how many ended in a second. */
export async function load(calls: number, atOnce: number, work: (index: number) => Promise<void>): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < calls; index = next++) {
      const from = performance.now();
      await work(index);
      took.push(performance.now() - from);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - from) / 1000;
  took.sort((a, b) => a - b);
  return { calls, perSecond: calls / seconds, p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
}

/** The value below which a share of the sorted values lie. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A table for the terminal: the first column is text, the others stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const rate = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)}/s`;
