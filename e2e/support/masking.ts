import { put } from './flight';
import type { Answer } from './http';

/** What somebody outside can tell two answers apart by. */
export interface Seen {
  readonly status: number;
  /** Where a redirect leads; null for other answers. */
  readonly location: string | null;
  readonly headerNames: readonly string[];
  readonly body: string;
}

/**
 * An answer without what belongs to the request (its own address, and what it sent) and what is new in each answer:
 * nonce, a problem's reference and digest, the keys of forms.
 */
export function seen({ status, headers, body }: Answer, own: readonly string[]): Seen {
  return {
    status,
    location: headers.get('location'),
    headerNames: [...new Set([...headers.keys()])].filter((name) => !VARIES_BY_CONNECTION.has(name)).sort(),
    body: masked(body, own),
  };
}

/** Kept open or not, in one piece or several: the server's business with the connection, not with the request. */
const VARIES_BY_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Next marks the head of each answer to an action with a key of its own. */
const REQUEST_KEY = /"[\w-]{21}[vmh]"/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A part of an address as short as a version's number stands for itself only in an address or as a page's parameter. */
const SHORT = 4;
function withoutPart(text: string, part: string): string {
  return part.length < SHORT ? text.replace(new RegExp(`(?<=/|version","|version\\|)${part}(?=[/"|?\\\\])`, 'g'), 'ADDRESS') : text.replaceAll(part, 'ADDRESS');
}

function masked(body: string, own: readonly string[]): string {
  const longestFirst = [...new Set(own)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce(withoutPart, put(body)
      .replace(/nonce((?:\\?")?[=:]\\?")[^"\\]+/g, 'nonce$1NONCE')
      .replace(/E-\d{6}/g, 'REFERENCE')
      .replace(/(digest\\?":\\?")\d+/g, '$1DIGEST')
      .replace(REQUEST_KEY, '"KEY"')
      .replace(UUID, 'ADDRESS'));
}

/** Two answers in words: '' when nobody can tell them apart. */
export function difference(given: Seen, absent: Seen): string {
  if (given.status !== absent.status) return `status ${given.status} instead of ${absent.status}`;
  if (given.location !== absent.location) return `leads to ${given.location} instead of ${absent.location}`;
  const names = [given.headerNames, absent.headerNames].map((list) => list.join(' '));
  if (names[0] !== names[1]) return `headers ${names[0]} instead of ${names[1]}`;
  if (given.body === absent.body) return '';
  const at = [...given.body].findIndex((letter, index) => letter !== absent.body[index]);
  return `body differs at ${at}: "${given.body.slice(at - 60, at + 60)}" instead of "${absent.body.slice(at - 60, at + 60)}"`;
}
