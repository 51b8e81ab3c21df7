/**
 * Apportions whole places by bounded Webster (Sainte-Lague): the quantitative methods, section 1.
 * All comparisons are by cross-multiplication of whole numbers, so a tie is a tie.
 */

/** One who may be given places. */
export interface Claimant {
  readonly id: string;
  /** Whole and not negative; only its proportion to the others matters. */
  readonly weight: bigint;
  /** Fewest places, 0 unless given. */
  readonly min?: number;
  /** Most places, without limit unless given. */
  readonly max?: number;
}

/** A place that several had exactly the same claim to. */
export interface Tie {
  /** The number of the place, 1 for the first place of the whole. */
  readonly place: number;
  readonly between: readonly string[];
  readonly wonBy: string;
  readonly decidedBy: 'larger_weight' | 'lost_latest_tie' | 'id_order';
  /** Those of the tie who never got the place they tied for. Empty when the tie changed nothing. */
  readonly lostBy: readonly string[];
}

/** One place given, in the order of giving: the explanation of the result. */
export interface Award {
  readonly place: number;
  readonly to: string;
}

export interface Apportioned {
  readonly kind: 'apportioned';
  /** Places in the order of the claimants given. */
  readonly places: readonly number[];
  readonly awards: readonly Award[];
  readonly ties: readonly Tie[];
  /** Who would get one place more, or null when all are at their most. */
  readonly nextTo: string | null;
  /** Who came second for the last place, and by how much weight too little (0 for a tie). Null when nothing was contested. */
  readonly runnerUp: { readonly id: string; readonly shortBy: bigint } | null;
  /** Those whose places are not their fair share rounded down or up: flag them (section 1, pitfall a). */
  readonly outsideFairShare: readonly string[];
}

export interface ApportionmentRefused {
  readonly kind: 'refused';
  readonly reason: 'minimums' | 'maximums' | 'no_weight';
  /** Places too many (minimums) or too few (maximums). */
  readonly by: number;
  readonly message: string;
}

/**
 * Gives `places` to the claimants: each its minimum, then one place at a time to the largest
 * `weight / (2 x places so far + 1)` among those below their maximum. A tie goes to the larger
 * weight, then to whoever lost the latest recorded tie, then to the id first in code-point order.
 *
 * @param lostLatestTie ids that lost the latest tie recorded before this apportionment
 * @returns the places with their explanation, or a refusal when the bounds or weights cannot be met
 * @throws RangeError for a weight below zero, a bound that is not a whole number, or a minimum above its maximum
 */
export function boundedWebster(
  places: number,
  claimants: readonly Claimant[],
  lostLatestTie: readonly string[] = [],
): Apportioned | ApportionmentRefused {
  const entries = claimants.map(entryOf);
  if (!Number.isSafeInteger(places) || places < 0) throw new RangeError(`Places must be a whole number: ${places}`);
  const refusal = refuse(places, entries);
  if (refusal) return refusal;

  const lost = new Set(lostLatestTie);
  const awards: Award[] = [];
  const open: { tie: Omit<Tie, 'lostBy'>; losers: { entry: Entry; at: number }[] }[] = [];
  let runnerUp: Apportioned['runnerUp'] = null;
  for (let place = entries.reduce((sum, entry) => sum + entry.places, 0) + 1; place <= places; place += 1) {
    const { best, decidedBy } = nextAward(entries, lost);
    const winner = best[0];
    if (!winner) break;
    const losers = best.slice(1);
    if (decidedBy) {
      const tie = { place, between: best.map((entry) => entry.id).sort(byCodePoint), wonBy: winner.id, decidedBy };
      open.push({ tie, losers: losers.map((entry) => ({ entry, at: entry.places })) });
    }
    if (place === places) runnerUp = second(entries, winner, lost);
    winner.places += 1;
    awards.push({ place, to: winner.id });
  }
  return {
    kind: 'apportioned',
    places: entries.map((entry) => entry.places),
    awards,
    ties: open.map(({ tie, losers }) => ({
      ...tie,
      lostBy: losers.filter(({ entry, at }) => entry.places === at).map(({ entry }) => entry.id).sort(byCodePoint),
    })),
    nextTo: nextAward(entries, lost).best[0]?.id ?? null,
    runnerUp,
    outsideFairShare: outsideFairShare(places, entries),
  };
}

interface Entry {
  readonly id: string;
  readonly weight: bigint;
  readonly min: number;
  readonly max: number;
  places: number;
}

function entryOf({ id, weight, min = 0, max = Number.MAX_SAFE_INTEGER }: Claimant): Entry {
  if (weight < 0n) throw new RangeError(`The weight of ${id} is below zero`);
  if (![min, max].every((bound) => Number.isSafeInteger(bound) && bound >= 0)) throw new RangeError(`The bounds of ${id} must be whole numbers`);
  if (min > max) throw new RangeError(`The minimum ${min} of ${id} is above its maximum ${max}`);
  return { id, weight, min, max, places: min };
}

function refuse(places: number, entries: readonly Entry[]): ApportionmentRefused | null {
  const least = entries.reduce((sum, entry) => sum + entry.min, 0);
  const most = entries.reduce((sum, entry) => Math.min(Number.MAX_SAFE_INTEGER, sum + entry.max), 0);
  if (least > places) return { kind: 'refused', reason: 'minimums', by: least - places, message: `minimums ${least} exceed ${places} places` };
  if (most < places) return { kind: 'refused', reason: 'maximums', by: places - most, message: `maximums ${most} fall short of ${places} places` };
  if (least < places && entries.every((entry) => entry.weight === 0n)) {
    return { kind: 'refused', reason: 'no_weight', by: places - least, message: `nothing to share ${places} places by: every weight is zero` };
  }
  return null;
}

/** Positive when `a` has the stronger claim to a further place. */
function compareClaims(a: Entry, b: Entry): number {
  const left = a.weight * BigInt(2 * b.places + 1);
  const right = b.weight * BigInt(2 * a.places + 1);
  return left === right ? 0 : left > right ? 1 : -1;
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Those with the strongest claim, the winner first, and what decided between them if there is more than one. */
function nextAward(entries: readonly Entry[], lost: ReadonlySet<string>): { best: Entry[]; decidedBy: Tie['decidedBy'] | null } {
  let best: Entry[] = [];
  for (const entry of entries) {
    if (entry.places >= entry.max) continue;
    const order = best[0] ? compareClaims(entry, best[0]) : 1;
    if (order > 0) best = [entry];
    else if (order === 0) best.push(entry);
  }
  best.sort((a, b) => {
    if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1;
    if (lost.has(a.id) !== lost.has(b.id)) return lost.has(a.id) ? -1 : 1;
    return byCodePoint(a.id, b.id);
  });
  const [first, next] = best;
  if (!first || !next) return { best, decidedBy: null };
  if (first.weight !== next.weight) return { best, decidedBy: 'larger_weight' };
  return { best, decidedBy: lost.has(first.id) !== lost.has(next.id) ? 'lost_latest_tie' : 'id_order' };
}

/** The strongest of the others, and the weight it would have needed on top to tie with the winner. */
function second(entries: readonly Entry[], winner: Entry, lost: ReadonlySet<string>): Apportioned['runnerUp'] {
  const other = nextAward(entries.filter((entry) => entry !== winner), lost).best[0];
  if (!other) return null;
  const own = BigInt(2 * winner.places + 1);
  const needed = (winner.weight * BigInt(2 * other.places + 1) + own - 1n) / own;
  return { id: other.id, shortBy: needed - other.weight };
}

function outsideFairShare(places: number, entries: readonly Entry[]): string[] {
  const total = entries.reduce((sum, entry) => sum + entry.weight, 0n);
  if (total === 0n) return [];
  return entries
    .filter((entry) => {
      const product = BigInt(places) * entry.weight;
      const down = product / total;
      const up = (product + total - 1n) / total;
      return BigInt(entry.places) < down || BigInt(entry.places) > up;
    })
    .map((entry) => entry.id);
}
