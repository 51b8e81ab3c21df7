import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, formatPounds, parsePounds, pence } from '@/lib/core/pence';
import { cases } from '../../support/cases';

describe('pence', () => {
  it('rounds half up, towards plus infinity', () => {
    expect([divideHalfUp(5n, 2n), divideHalfUp(-5n, 2n), divideHalfUp(-7n, 2n), divideHalfUp(7n, 3n), divideHalfUp(-1n, 3n), divideHalfUp(0n, 3n)])
      .toEqual([3n, -2n, -3n, 2n, 0n, 0n]);
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, -2n)).toThrow(RangeError);
  });

  it('is the whole number nearest, for any sign', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, q) => {
      const twice = 2n * (divideHalfUp(n, q) * q - n);
      return -q < twice && twice <= q;
    }), { numRuns: cases() });
  });

  it('gives the demonstration charge: 79 place-days of £18,000 over 190 days are £7,484.21', () => {
    expect(formatPounds(pence(divideHalfUp(1_800_000n * 790n, 1_900n)))).toBe('£7,484.21');
  });

  it('writes pounds with thousands, a real minus sign and no needless pence when short', () => {
    expect(formatPounds(pence(0))).toBe('£0.00');
    expect(formatPounds(pence(-123_456_789))).toBe('\u2212£1,234,567.89');
    expect(formatPounds(pence(1_800_000), 'short')).toBe('£18,000');
    expect(formatPounds(pence(45_720), 'short')).toBe('£457.20');
    expect(formatPounds(pence(5))).toBe('£0.05');
  });

  it.each([['18,000', 1_800_000n], ['18 000', 1_800_000n], ['£457.20', 45_720n], [' 457.2 ', 45_720n], ['£ 7', 700n], ['1,234,567.89', 123_456_789n], ['0', 0n]])(
    'reads %j', (text, expected) => expect(parsePounds(text)).toBe(expected));

  it.each(['', '£', '1.234', '1,23', '12,34', '-5', '5-', '.5', '1.', 'ten', '4 5.00', '1,000 00', '1e3', '££5'])(
    'does not read %j as money', (text) => expect(parsePounds(text)).toBeNull());

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.constantFrom('exact' as const, 'short' as const), (value, style) =>
      parsePounds(formatPounds(pence(value), style)) === value), { numRuns: cases() });
  });

  it('takes whole safe numbers only', () => {
    expect(() => pence(0.5)).toThrow(RangeError);
    expect(() => pence(2 ** 53)).toThrow(RangeError);
  });
});
