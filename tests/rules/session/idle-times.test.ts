import { describe, expect, it } from 'vitest';
import { idleState, leftInWords } from '@/components/session/idle-times';

const MINUTE = 60_000;
const at = (minutes: number) => idleState(0, minutes * MINUTE, 15);

describe('idleState', () => {
  it('warns two minutes before the end, and not earlier', () => {
    expect(at(12.9).kind).toBe('fine');
    expect(at(13)).toEqual({ kind: 'ending', left: 2 * MINUTE });
    expect(at(14.99).kind).toBe('ending');
  });

  it('lasts for the whole time allowed', () => {
    expect(at(15)).toEqual({ kind: 'over', left: 0 });
    expect(at(600)).toEqual({ kind: 'over', left: 0 });
  });

  it('counts from the last use of any tab', () => {
    expect(idleState(10 * MINUTE, 20 * MINUTE, 15).kind).toBe('fine');
  });
});

describe('leftInWords', () => {
  it.each([[120_000, '2 minutes'], [91_000, '2 minutes'], [60_000, '1 minute'], [59_999, 'less than a minute'], [0, 'less than a minute']])('%d ms is %s', (left, words) => {
    expect(leftInWords(left)).toBe(words);
  });
});
