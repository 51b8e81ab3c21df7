/** Tenths of a place as text: 115 is `11.5`, 120 is `12`, with a real minus sign below zero. */
export function tenthsWords(tenths: number): string {
  const sign = tenths < 0 ? '\u2212' : '';
  const size = Math.abs(tenths);
  const whole = Math.floor(size / 10);
  return size % 10 === 0 ? `${sign}${whole}` : `${sign}${whole}.${size % 10}`;
}
