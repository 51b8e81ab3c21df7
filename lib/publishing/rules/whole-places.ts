/**
 * Places used as the Board and the Forum read them: whole places, rounded up. Beside a number of pupils, tenths would give
 * a single part-time pupil away (R75). A total is the sum of its rounded rows, so that it gives no more away than they do.
 * @param tenths full-time equivalent in tenths of a place
 */
export function wholePlaces(tenths: number): number {
  return Math.ceil(tenths / 10);
}
