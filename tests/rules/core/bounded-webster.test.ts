import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from '@/lib/core/apportion';
import { boundedWebster, type Apportioned, type Claimant } from '@/lib/core/bounded-webster';
import { cases } from '@/tests/support/cases';

function apportioned(places: number, claimants: readonly Claimant[], lostLatestTie: readonly string[] = []): Apportioned {
  const result = boundedWebster(places, claimants, lostLatestTie);
  if (result.kind === 'refused') throw new Error(result.message);
  return result;
}

const named = (weights: readonly number[], ids = 'ABCDEFGHIJKLMNOP'): Claimant[] => weights.map((weight, index) => ({ id: ids[index] ?? '', weight: BigInt(weight) }));
const bigs = (weights: readonly number[]) => weights.map(BigInt);

// The table of the quantitative methods, section 1.
describe('bounded Webster, examples of the quantitative methods', () => {
  it('does not take a place from anybody when one is added', () => {
    const weights = [21878, 9713, 4167, 3252, 1065];
    expect(largestRemainder(43n, bigs(weights))).toEqual([24n, 10n, 4n, 4n, 1n]);
    expect(largestRemainder(44n, bigs(weights))).toEqual([24n, 11n, 5n, 3n, 1n]);
    expect(apportioned(43, named(weights)).places).toEqual([24, 10, 4, 4, 1]);
    expect(apportioned(44, named(weights)).places).toEqual([24, 10, 5, 4, 1]);
  });

  it('splits 90 and 91 places on the rolls of four partnerships', () => {
    const rolls = [6400, 1700, 2800, 3800];
    // At 91 the second and the last have exactly the same remainder; largest remainder gives it to the part
    // that comes first, so the larger weight stands first here, as the document's tie rule has it.
    const largestFirst = bigs([6400, 3800, 2800, 1700]);
    expect(largestRemainder(90n, largestFirst)).toEqual([39n, 23n, 17n, 11n]);
    expect(largestRemainder(91n, largestFirst)).toEqual([40n, 24n, 17n, 10n]);
    expect(apportioned(90, named(rolls)).places).toEqual([40, 10, 17, 23]);
    expect(apportioned(91, named(rolls)).places).toEqual([40, 11, 17, 23]);
  });

  it('records a three-way tie and decides it by the tie rule', () => {
    const claimants = ['S', 'N', 'E'].map((id) => ({ id, weight: 1n }));
    const result = apportioned(10, claimants);
    expect(result.places).toEqual([3, 3, 4]);
    expect(result.ties.at(-1)).toEqual({ place: 10, between: ['E', 'N', 'S'], wonBy: 'E', decidedBy: 'id_order', lostBy: ['N', 'S'] });
    // Ties on places that everybody went on to get changed nothing.
    expect(result.ties[0]).toMatchObject({ place: 1, lostBy: [] });
    const again = apportioned(10, claimants, ['S']);
    expect(again.places).toEqual([4, 3, 3]);
    expect(again.ties.at(-1)).toMatchObject({ wonBy: 'S', decidedBy: 'lost_latest_tie' });
  });

  it('gives a tie to the larger weight, and keeps minimums', () => {
    const result = apportioned(2, named([300, 100]));
    expect(result.places).toEqual([2, 0]);
    expect(result.ties).toEqual([{ place: 2, between: ['A', 'B'], wonBy: 'A', decidedBy: 'larger_weight', lostBy: ['B'] }]);
    expect(result.runnerUp).toEqual({ id: 'B', shortBy: 0n });
    expect(result.nextTo).toBe('B');
    expect(apportioned(2, named([300, 100]).map((claimant) => ({ ...claimant, min: 1 }))).places).toEqual([1, 1]);
  });

  it('splits 805 Lancashire places on schools, the tie by slug', () => {
    const slugs = ['lancaster', 'wyre', 'fylde', 'preston', 'south-ribble', 'west-lancs', 'chorley', 'hyndburn-ribble-valley', 'burnley', 'pendle', 'rossendale'];
    const weights = [8, 7, 3, 12, 11, 7, 6, 10, 5, 6, 6];
    const result = apportioned(805, slugs.map((id, index) => ({ id, weight: BigInt(weights[index] ?? 0) })));
    expect(result.places).toEqual([79, 69, 30, 119, 109, 70, 60, 99, 50, 60, 60]);
    expect(result.ties.filter((tie) => tie.lostBy.length > 0)).toMatchObject([{ wonBy: 'west-lancs', lostBy: ['wyre'] }]);
  });

  it('splits 55 Rotherham places on January 2017 rolls', () => {
    expect(apportioned(55, named([5752, 5457, 6924])).places).toEqual([17, 17, 21]);
  });

  it('flags a result outside the fair share rounded down or up', () => {
    const result = apportioned(90, named([5250, 255, 185, 150, 265, 180]));
    expect(result.places).toEqual([74, 4, 3, 2, 4, 3]);
    expect(result.outsideFairShare).toEqual(['A']);
    expect(apportioned(91, named([6400, 1700, 2800, 3800])).outsideFairShare).toEqual([]);
  });

  it('says by how much the second fell short of the last place', () => {
    // Place 2 of 299 and 100: 299/3 against 100/1, so A would need 300.
    const result = apportioned(2, named([299, 100]));
    expect(result).toMatchObject({ places: [1, 1], runnerUp: { id: 'A', shortBy: 1n } });
  });

  it('refuses bounds and weights that cannot be met, and says why', () => {
    expect(boundedWebster(5, named([1, 1]).map((claimant) => ({ ...claimant, min: 4 })))).toMatchObject({ kind: 'refused', reason: 'minimums', by: 3, message: 'minimums 8 exceed 5 places' });
    expect(boundedWebster(5, named([1, 1]).map((claimant) => ({ ...claimant, max: 2 })))).toMatchObject({ kind: 'refused', reason: 'maximums', by: 1, message: 'maximums 4 fall short of 5 places' });
    expect(boundedWebster(5, named([0, 0]))).toMatchObject({ kind: 'refused', reason: 'no_weight', by: 5 });
    expect(boundedWebster(5, [])).toMatchObject({ kind: 'refused', reason: 'maximums' });
    expect(boundedWebster(0, [])).toMatchObject({ kind: 'apportioned', places: [], nextTo: null });
    expect(() => boundedWebster(5, [{ id: 'A', weight: 1n, min: 3, max: 2 }])).toThrow(RangeError);
    expect(() => boundedWebster(5, [{ id: 'A', weight: -1n }])).toThrow(RangeError);
  });
});

const council = fc
  .array(fc.record({ weight: fc.integer({ min: 0, max: 60 }), min: fc.integer({ min: 0, max: 3 }), room: fc.integer({ min: 0, max: 12 }) }), { minLength: 1, maxLength: 8 })
  .filter((rows) => rows.some((row) => row.weight > 0))
  .chain((rows) => {
    const least = rows.reduce((sum, row) => sum + row.min, 0);
    const most = rows.reduce((sum, row) => sum + row.min + row.room, 0);
    return fc.integer({ min: least, max: most }).map((places) => ({
      places,
      claimants: rows.map((row, index): Claimant => ({ id: `P${index}`, weight: BigInt(row.weight), min: row.min, max: row.min + row.room })),
    }));
  });

describe('bounded Webster, properties', () => {
  it('sums to the places, keeps the bounds, and no place would be better elsewhere', () => {
    fc.assert(fc.property(council, ({ places, claimants }) => {
      const result = apportioned(places, claimants);
      expect(result.places.reduce((a, b) => a + b, 0)).toBe(places);
      claimants.forEach((giver, i) => {
        const given = result.places[i] ?? 0;
        if (given < (giver.min ?? 0) || given > (giver.max ?? 0)) throw new Error(`${giver.id} is out of its bounds`);
        const better = claimants.filter((taker, j) => {
          const has = result.places[j] ?? 0;
          return given > (giver.min ?? 0) && j !== i && has < (taker.max ?? 0)
            && giver.weight * BigInt(2 * has + 1) < taker.weight * BigInt(2 * given - 1);
        });
        if (better.length > 0) throw new Error(`a place of ${giver.id} is worth more elsewhere`);
      });
    }), { numRuns: cases() });
  });

  it('takes a place from nobody when one is added, and does not mind the order of claimants', () => {
    fc.assert(fc.property(council, ({ places, claimants }) => {
      const now = apportioned(places, claimants);
      const reversed = apportioned(places, [...claimants].reverse());
      expect([...reversed.places].reverse()).toEqual(now.places);
      const more = boundedWebster(places + 1, claimants);
      if (more.kind === 'refused') {
        expect(now.nextTo).toBeNull();
        return;
      }
      expect(more.places.map((count, index) => count - (now.places[index] ?? 0))).toEqual(claimants.map(({ id }) => (id === now.nextTo ? 1 : 0)));
    }), { numRuns: cases() });
  });
});
