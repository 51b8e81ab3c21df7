import { describe, expect, it } from 'vitest';
import { wholePlaces } from '@/lib/publishing/rules/whole-places';

describe('whole places', () => {
  it('are rounded up, so that no tenth tells of a part-time pupil', () => {
    expect([0, 1, 295, 300, 301].map(wholePlaces)).toEqual([0, 1, 30, 30, 31]);
  });
});
