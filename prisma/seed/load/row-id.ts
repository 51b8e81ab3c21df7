import { createHash } from 'node:crypto';

/**
 * The id of a row by what it is and its key in the facts, the same on every machine, so that an address
 * written down in one demonstration opens in another. A UUID of version 8.
 */
export function rowId(kind: string, ...key: readonly (string | number)[]): string {
  const hex = createHash('sha256').update([kind, ...key].join('\u0000')).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
