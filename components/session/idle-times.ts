const MINUTE = 60_000;

/** The warning comes this long before the end (WCAG 2.2.1 asks for at least twenty seconds). */
const WARNS_BEFORE = 2 * MINUTE;

export interface IdleState {
  readonly kind: 'fine' | 'ending' | 'over';
  /** Milliseconds until the session ends; 0 once it is over. */
  readonly left: number;
}

/**
 * How a session stands. The server counts half a minute longer, so that it never ends a session before this time.
 * @param lastUse when this browser last asked for something, milliseconds since 1970
 * @param now milliseconds since 1970
 * @param idleMinutes what the authority allows
 */
export function idleState(lastUse: number, now: number, idleMinutes: number): IdleState {
  const left = Math.max(0, lastUse + idleMinutes * MINUTE - now);
  return { kind: left === 0 ? 'over' : left <= WARNS_BEFORE ? 'ending' : 'fine', left };
}

/** "2 minutes", "1 minute", "less than a minute". */
export function leftInWords(left: number): string {
  if (left < MINUTE) return 'less than a minute';
  const minutes = Math.round(left / MINUTE);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
