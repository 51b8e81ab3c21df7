/** Fewest characters of a password that somebody chooses or gives. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What is wrong with a new password, or null. */
export function passwordProblem(text: string): string | null {
  if (text.length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters`;
  return text.length > LONGEST_PASSWORD ? `Use at most ${LONGEST_PASSWORD} characters` : null;
}
