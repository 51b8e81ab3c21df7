import type { Quantity } from '../disclosure/figures';

/** A figure as the last published version has it: its own key, or that of a correction. Null where it was never listed. */
export function latestOf(published: readonly Quantity[], key: string): Quantity | null {
  return published.filter((one) => one.key === key || one.key.startsWith(`${key} (correction `)).at(-1) ?? null;
}
