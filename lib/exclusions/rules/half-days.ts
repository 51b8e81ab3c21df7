/**
 * R6 and R11: lengths are whole sessions, two to a school day, so that halves add up exactly. A
 * lunchtime exclusion is one session. Limits are passed only above them, never at them.
 */
export const SESSIONS_A_DAY = 2;

/** R25, R26: the governing board is told, and may have to meet, above 5 days in a term. */
export function isMoreThanDays(sessions: number, schoolDays: number): boolean {
  return wholeSessions(sessions) > schoolDays * SESSIONS_A_DAY;
}

/** `43.5`, `45`: sessions as school days in words' figures. */
export function schoolDaysText(sessions: number): string {
  return String(wholeSessions(sessions) / SESSIONS_A_DAY);
}

/** The sessions of several exclusions together. RangeError when one is not a whole number from 0. */
export function totalSessions(sessions: readonly number[]): number {
  return sessions.reduce((sum, each) => sum + wholeSessions(each), 0);
}

function wholeSessions(sessions: number): number {
  if (!Number.isInteger(sessions) || sessions < 0) throw new RangeError(`Not a number of sessions: ${sessions}`);
  return sessions;
}
