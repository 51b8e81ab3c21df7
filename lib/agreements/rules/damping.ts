/** What one partnership had last year, with the bounds the agreement sets whatever the formula says. */
export interface DampedClaim {
  readonly previous: number;
  /** Fewest places by the agreement, 0 unless given. */
  readonly floor?: number;
  /** Most places by the agreement, without limit unless given. */
  readonly cap?: number;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export type DampedBounds =
  | { readonly kind: 'bounds'; readonly bounds: readonly Bounds[] }
  | {
      readonly kind: 'refused';
      readonly message: string;
      /** The smallest whole percentage that works, or null when floors and caps alone forbid it. */
      readonly smallestPercent: number | null;
    };

/** A percentage is looked for up to here: at 1,000 a partnership of 1 may reach 11 places. */
const HIGHEST_PERCENT = 1_000;

/**
 * Bounds that keep each partnership within `percent` of last year's places, so that each can move
 * by at least one place (quantitative methods, section 1, damping).
 *
 * @returns a refusal when no apportionment of `places` lies within the bounds: by how much, and the smallest percentage that works
 */
export function dampedBounds(places: number, claims: readonly DampedClaim[], percent: number): DampedBounds {
  const bounds = claims.map((claim) => boundsOf(claim, percent));
  const problem = misfit(places, bounds);
  if (problem === null) return { kind: 'bounds', bounds };
  let smallestPercent: number | null = null;
  for (let tried = percent + 1; tried <= HIGHEST_PERCENT && smallestPercent === null; tried += 1) {
    if (misfit(places, claims.map((claim) => boundsOf(claim, tried))) === null) smallestPercent = tried;
  }
  const offer = smallestPercent === null ? 'no percentage works: change a floor or a cap' : `the smallest percentage that works is ${smallestPercent}`;
  return { kind: 'refused', message: `${problem}; ${offer}`, smallestPercent };
}

function boundsOf({ previous, floor = 0, cap = Number.MAX_SAFE_INTEGER }: DampedClaim, percent: number): Bounds {
  const down = Math.min(Math.ceil((previous * (100 - percent)) / 100), previous - 1);
  const up = Math.max(Math.floor((previous * (100 + percent)) / 100), previous + 1);
  return { min: Math.max(floor, down), max: Math.min(cap, up) };
}

function misfit(places: number, bounds: readonly Bounds[]): string | null {
  const crossed = bounds.find(({ min, max }) => min > max);
  if (crossed) return `a lowest number of ${crossed.min} is above the highest of ${crossed.max}`;
  const least = bounds.reduce((sum, { min }) => sum + min, 0);
  const most = bounds.reduce((sum, { max }) => sum + max, 0);
  if (least > places) return `minimums ${least} exceed ${places} places by ${least - places}`;
  if (most < places) return `maximums ${most} fall short of ${places} places by ${places - most}`;
  return null;
}
