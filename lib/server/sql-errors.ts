/** What PostgreSQL said, out of the wrapping of Prisma and its adapter. */
export interface SqlError {
  readonly sqlState: string;
  readonly message: string;
  readonly detail: string;
}

interface Layer {
  code?: unknown;
  originalCode?: unknown;
  originalMessage?: unknown;
  message?: unknown;
  detail?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: unknown; code?: unknown; message?: unknown };
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** The SQL error inside anything that was thrown, or null when there is none. */
export function sqlErrorIn(thrown: unknown): SqlError | null {
  const seen = new Set<unknown>();
  const queue: unknown[] = [thrown];
  while (queue.length > 0) {
    const layer = queue.shift() as Layer | undefined;
    if (!layer || typeof layer !== 'object' || seen.has(layer)) continue;
    seen.add(layer);
    for (const code of [layer.originalCode, layer.code]) {
      if (typeof code === 'string' && SQLSTATE.test(code) && !/^P\d{4}$/.test(code)) {
        const message = layer.originalMessage ?? layer.message;
        return { sqlState: code, message: String(message ?? ''), detail: String(layer.detail ?? '') };
      }
    }
    queue.push(layer.cause, layer.meta?.driverAdapterError, layer.meta);
  }
  const text = thrown instanceof Error ? thrown.message : '';
  const found = /Code: `([0-9A-Z]{5})`/.exec(text);
  return found?.[1] ? { sqlState: found[1], message: text, detail: '' } : null;
}

/** The whole may be tried again: serialisation failure or deadlock. */
export function isRetryable(thrown: unknown): boolean {
  const state = sqlErrorIn(thrown)?.sqlState;
  const prisma = (thrown as { code?: unknown } | null)?.code;
  return state === '40001' || state === '40P01' || prisma === 'P2034';
}
