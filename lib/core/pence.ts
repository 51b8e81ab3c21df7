/**
 * Money as whole pence in a bigint: no fraction can be lost, and no float can enter.
 * Division happens once, last, and rounds half up (R-book section 5).
 */
declare const brand: unique symbol;
export type Pence = bigint & { readonly [brand]: 'Pence' };


export function pence(value: bigint | number): Pence {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`Not whole pence: ${value}`);
  return BigInt(value) as Pence;
}

/** `numerator / denominator` rounded half up (halves towards plus infinity). Throws RangeError when the denominator is not positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('The denominator must be above zero');
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  const exact = doubled % (2n * denominator) === 0n;
  return doubled < 0n && !exact ? quotient - 1n : quotient;
}

/**
 * Pounds as people read them: `£7,484.21`, whole pounds without pence when `short` (`£18,000`).
 * A sum below zero carries a real minus sign.
 */
export function formatPounds(amount: Pence, style: 'exact' | 'short' = 'exact'): string {
  const sign = amount < 0n ? '\u2212' : '';
  const absolute = amount < 0n ? -amount : amount;
  const pounds = (absolute / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const rest = absolute % 100n;
  const showPence = style === 'exact' || rest !== 0n;
  return `${sign}£${pounds}${showPence ? `.${rest.toString().padStart(2, '0')}` : ''}`;
}

/**
 * Pence from what a person types: `18,000`, `18 000`, `£457.20`, ` 457.2 `. Null when it is not an
 * amount of money with at most two decimal places; a space or comma may only part thousands, so
 * `4 5.00` is no amount.
 */
export function parsePounds(text: string): Pence | null {
  const match = /^£?\s*(\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const pounds = BigInt((match[1] ?? '').replace(/\D/g, ''));
  return (pounds * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))) as Pence;
}
