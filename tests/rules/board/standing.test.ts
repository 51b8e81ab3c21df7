import { describe, expect, it } from 'vitest';
import { standingOf, targetFrom } from '@/lib/board/rules/standing';

const held = { direction: 'lower', baseline: { value: 50 }, target: { value: 45 } } as const;
const words = (value: number | null, options: Partial<Parameters<typeof standingOf>[1]> = {}, interval: { low: number; high: number } | null = null) =>
  standingOf({ value, mark: value === null ? '[c]' : null, interval }, { ...held, ...options }).words;

describe('where a measure stands', () => {
  it('is said in words against target and baseline', () => {
    expect(words(45)).toBe('Target met');
    expect(words(46)).toBe('Better than the baseline, target not met');
    expect(words(50)).toBe('As at the baseline');
    expect(words(51)).toBe('Worse than the baseline');
    expect(words(49, { target: null })).toBe('Better than the baseline');
    expect(words(49, { baseline: null, target: null })).toBe('No target set');
    expect(words(49, { baseline: null })).toBe('Target not met, no baseline');
    expect(words(null)).toBe('Not shown');
    expect(standingOf({ value: null, mark: '[x]', interval: null }, held).words).toBe('Not available');
  });

  it('turns round where higher is better', () => {
    const higher = { direction: 'higher', baseline: { value: 50 }, target: { value: 55 } } as const;
    expect(words(55, higher)).toBe('Target met');
    expect(words(54, higher)).toBe('Better than the baseline, target not met');
    expect(words(49, higher)).toBe('Worse than the baseline');
  });

  it('makes nothing of a difference that chance alone explains', () => {
    expect(words(60, {}, { low: 45.8, high: 77.2 })).toBe('No clear change from the baseline');
    expect(words(80, {}, { low: 63.4, high: 99.6 })).toBe('Worse than the baseline');
  });

  it('takes a target so many hundredths better', () => {
    expect(targetFrom(50, 'lower', 10)).toBe(45);
    expect(targetFrom(50, 'higher', 10)).toBe(55);
  });
});
