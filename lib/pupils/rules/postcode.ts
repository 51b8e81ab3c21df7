/** A postcode as it is written, or its first half; null when the text is neither. Empty stays empty. */
export function parsePostcode(text: string): string | null {
  const plain = text.toUpperCase().replace(/\s+/g, '');
  if (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(plain)) return `${plain.slice(0, -3)} ${plain.slice(-3)}`;
  return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(plain) || plain === '' ? plain : null;
}
