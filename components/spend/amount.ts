import { formatPounds, type Pence } from '@/lib/core/pence';

export const NOT_KNOWN = 'Not known';

/** Whole pounds are enough for a budget; a figure that is not known says so. */
export function amountInWords(amount: Pence | null, style: 'exact' | 'short' = 'exact'): string {
  return amount === null ? NOT_KNOWN : formatPounds(amount, style);
}

/** `+£120.00`, `−£120.00`, `None` for nothing: a change since another month. */
export function changeInWords(amount: Pence | null): string {
  if (amount === null) return NOT_KNOWN;
  if (amount === 0n) return 'None';
  return amount > 0n ? `+${formatPounds(amount)}` : formatPounds(amount);
}

/** Tenths of a place: `28.5`. */
export function placesInWords(tenths: number | null): string {
  return tenths === null ? NOT_KNOWN : (tenths / 10).toFixed(1);
}

/** Tenths of a per cent: `92.4%`. */
export function shareInWords(perMille: number | null): string {
  return perMille === null ? NOT_KNOWN : `${(perMille / 10).toFixed(1)}%`;
}
