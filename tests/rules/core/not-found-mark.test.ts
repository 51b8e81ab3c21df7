import { expect, it } from 'vitest';
import { markNotFound, type NotFoundMark, takeNotFound } from '@/lib/core/not-found-mark';

const MARK: NotFoundMark = { frame: null, isDemonstration: true, styles: [] };

it('says once of a request that its page is not there, also when metadata and page each find it out', () => {
  markNotFound('first', MARK);
  expect(takeNotFound('first')).toBe(MARK);
  markNotFound('first', MARK);
  expect(takeNotFound('first')).toBeNull();
  expect(takeNotFound('second')).toBeNull();
});
