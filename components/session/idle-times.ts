const MINUTE = 60_000;

/** The warning comes this long before the end (WCAG 2.2.1 asks for at least twenty seconds). */
const WARNS_BEFORE = 2 * MINUTE;

/** The server notes when a session was last used to a minute, so it may end one so much earlier than it says. */
const SERVER_ROUNDS = MINUTE;

export interface IdleState {
  readonly kind: 'fine' | 'ending' | 'over';
  /** Milliseconds until the session ends; 0 once it is over. */
  readonly left: number;
}

/**
 * How a session stands.
 * @param lastUse when this browser last asked for something, milliseconds since 1970
 * @param now milliseconds since 1970
 * @param idleMinutes what the authority allows
 */
export function idleState(lastUse: number, now: number, idleMinutes: number): IdleState {
  const left = Math.max(0, lastUse + idleMinutes * MINUTE - SERVER_ROUNDS - now);
  return { kind: left === 0 ? 'over' : left <= WARNS_BEFORE ? 'ending' : 'fine', left };
}

/** "2 minutes", "1 minute", "less than a minute". */
export function leftInWords(left: number): string {
  if (left < MINUTE) return 'less than a minute';
  const minutes = Math.round(left / MINUTE);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
