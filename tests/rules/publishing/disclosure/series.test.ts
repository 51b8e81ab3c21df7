import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '@/lib/publishing/linear-solver';
import { attack, feasibleRanges } from '@/lib/publishing/rules/disclosure/attack';
import { CONTROL_POLICY, type Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { PublishedReport } from '@/lib/publishing/rules/disclosure/report';
import { seriesOf, year } from '@/tests/support/disclosure-series';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

describe('twelve months with corrections', () => {
  it('every report that is let through leaves nothing to recover from all of them together', () => {
    let [out, refused, hidden] = [0, 0, 0];
    fc.assert(fc.property(year, (months) => {
      const published: PublishedReport[] = [];
      const values = new Map<string, Quantity>();
      for (const draft of seriesOf(months)) {
        const result = protectReport({ draft, earlier: published, earlierValues: [...values.values()] }, solver);
        if (result.kind === 'refused') {
          refused += 1;
          continue;
        }
        out += 1;
        for (const one of draft.quantities) values.set(one.key, one);
        published.push(result.published);
      }
      expect(attack(published, solver)).toEqual([]);
      for (const { unknown: { facts }, least, greatest } of feasibleRanges(published, solver, CONTROL_POLICY, (one) => one.hiddenAt.length > 0)) {
        const value = values.get(facts.key)?.value ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(greatest);
        hidden += 1;
        expect(least).toBeLessThan(greatest);
      }
    }), { numRuns: 1, seed: 20_261_125 });
    expect(out).toBeGreaterThan(12);
    expect(refused).toBe(0);
    expect(hidden).toBeGreaterThan(50);
  });
});
