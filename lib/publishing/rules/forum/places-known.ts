/** Lines that are a fixed yearly sum, paid by the month: places bought, whoever is in them. */
import type { PupilsByLine } from './from-snapshot';

const PLACE_FUNDED = ['pru_places', 'ap_academy'] as const;

/**
 * The pupils behind each line, with none behind what everybody can reckon: places bought cost the same every month, so
 * that the actual to date is a known part of the forecast (ten twelfths at the end of January). Such a figure hides nothing,
 * and one left out beside it would be known (R75). A line with amounts of its own (`entered`) is more than its places.
 */
export function placesKnown(pupils: PupilsByLine, entered: ReadonlySet<string>): PupilsByLine {
  return { ...pupils, ...Object.fromEntries(PLACE_FUNDED.filter((line) => !entered.has(line)).map((line) => [line, null])) };
}
