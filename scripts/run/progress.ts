/** Seconds since a moment, to one decimal. */
export const secondsSince = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Runs a step and prints its name, then how long it took or what it found. */
export async function step<T>(name: string, work: () => Promise<T>, say?: (result: T) => string): Promise<T> {
  const from = performance.now();
  const isTerminal = process.stdout.isTTY === true;
  if (isTerminal) process.stdout.write(`  ${name} ...`);
  try {
    const result = await work();
    const outcome = say?.(result);
    process.stdout.write(`${isTerminal ? '\r\x1b[2K' : ''}  ${name}${outcome ? `: ${outcome}` : ''} (${secondsSince(from)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${isTerminal ? '\r\x1b[2K' : ''}  ${name}: failed (${secondsSince(from)})\n`);
    throw error;
  }
}
