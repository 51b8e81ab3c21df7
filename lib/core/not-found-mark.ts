/**
 * Requests whose page was not found, by the nonce of their content policy. The page's code and the code that writes
 * its HTML are two copies of this module, so the list hangs on the process.
 */
const MARKED = Symbol.for('fairplace.not-found');
const holder = globalThis as { [MARKED]?: Set<string> };

/** Unread when the answer is data for a script; forgotten after this many milliseconds. */
const KEPT = 60_000;

export function markNotFound(nonce: string): void {
  const marked = (holder[MARKED] ??= new Set());
  marked.add(nonce);
  setTimeout(() => marked.delete(nonce), KEPT).unref();
}

/** Whether the request's page was not found; says so once. */
export function takeNotFound(nonce: string): boolean {
  return holder[MARKED]?.delete(nonce) ?? false;
}
