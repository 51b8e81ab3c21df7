/** A count as it is read: [c] where it is left out. */
export function shownCount(count: number | null): string {
  return count === null ? '[c]' : count.toLocaleString('en-GB');
}

/** Free places, or how far over in words. */
export function shownFree(places: number | null): string {
  return places !== null && places < 0 ? `${shownCount(-places)} over` : shownCount(places);
}

/** Against an agreed number: `3 under`, `2 over`, `as agreed`. */
export function shownAgainst(pupils: number | null, agreed: number | null): string {
  if (agreed === null) return '[z]';
  if (pupils === null) return '[c]';
  if (pupils === agreed) return 'as agreed';
  return pupils < agreed ? `${agreed - pupils} under` : `${pupils - agreed} over`;
}
