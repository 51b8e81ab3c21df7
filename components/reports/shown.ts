import { tenthsWords } from '@/components/ui/tenths-words';

/** A count as it is read: [c] where it is left out. */
export function shownCount(count: number | null): string {
  return count === null ? '[c]' : count.toLocaleString('en-GB');
}

/** Places as they are read: tenths, [c] where they are left out. */
export function shownPlaces(tenths: number | null): string {
  return tenths === null ? '[c]' : tenthsWords(tenths);
}

/** Free places, or how far over in words. */
export function shownFree(tenths: number | null): string {
  if (tenths === null) return '[c]';
  return tenths < 0 ? `${tenthsWords(-tenths)} over` : tenthsWords(tenths);
}

/** Against an agreed number: `3 under`, `2 over`, `as agreed`. */
export function shownAgainst(pupils: number | null, agreed: number | null): string {
  if (agreed === null) return '[z]';
  if (pupils === null) return '[c]';
  if (pupils === agreed) return 'as agreed';
  return pupils < agreed ? `${agreed - pupils} under` : `${pupils - agreed} over`;
}
