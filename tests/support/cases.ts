const inForce = Number.parseInt(process.env.FAIRPLACE_CASES ?? '10000', 10);

/**
 * How many cases a property is tried with: at most the wanted number, fewer in the fast loop, which sets
 * FAIRPLACE_CASES. The default is the full 10,000.
 */
export function cases(wanted = 10_000): number {
  return Math.min(wanted, inForce);
}
