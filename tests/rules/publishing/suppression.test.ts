import { describe, expect, it } from 'vitest';
import { suppressList } from '@/lib/publishing/rules/suppression';

describe('one group with a total (R75)', () => {
  it('7, 3, 12 with total 22 gives [c], [c], 12, 22', () => {
    expect(suppressList([7, 3, 12])).toEqual({ counts: [null, null, 12], total: 22 });
  });

  it('goes on until the hidden cells sum to the threshold', () => {
    expect(suppressList([1, 2, 9, 30])).toEqual({ counts: [null, null, null, 30], total: 42 });
    expect(suppressList([3, 4, 9])).toEqual({ counts: [null, null, 9], total: 16 });
  });

  it('keeps zeros, takes the first of equals, and hides the total when all else is used', () => {
    expect(suppressList([0, 2, 8, 8])).toEqual({ counts: [0, null, null, 8], total: 18 });
    expect(suppressList([0, 3])).toEqual({ counts: [0, null], total: null });
    expect(suppressList([])).toEqual({ counts: [], total: 0 });
  });
});
