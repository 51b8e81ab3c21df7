import { describe, expect, it } from 'vitest';
import { standingOf, targetFrom } from '@/lib/board/rules/standing';

const held = { direction: 'lower', baseline: { value: 50 }, target: { value: 45 } } as const;
const words = (value: number | null, options: Partial<Parameters<typeof standingOf>[1]> = {}, interval: { low: number; high: number } | null = null) =>
  standingOf({ value, mark: value === null ? '[c]' : null, interval }, { ...held, ...options }, 'share').words;

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
    expect(standingOf({ value: null, mark: '[x]', interval: null }, held, 'share').words).toBe('Not available');
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

  it('compares what is shown: what reads as 77.7% is as at a baseline of 77.7%, and meets a target of it', () => {
    const higher = { direction: 'higher', baseline: { value: 77.7 }, target: { value: 90 } } as const;
    expect(words(77.6699, higher)).toBe('As at the baseline');
    expect(words(77.64, higher)).toBe('Worse than the baseline');
    expect(words(89.96, higher)).toBe('Target met');
    const pounds = (value: number) => standingOf({ value, mark: null, interval: null }, { direction: 'lower', baseline: { value: 1200.5 }, target: null }, 'pounds').words;
    expect([pounds(1200.5), pounds(1200.51)]).toEqual(['As at the baseline', 'Worse than the baseline']);
  });

  it('says nothing against a baseline that may not be read', () => {
    expect(words(49, { baseline: 'withheld' })).toBe('Target not met, baseline not shown');
    expect(words(49, { baseline: 'withheld', target: null })).toBe('Baseline not shown');
    expect(words(45, { baseline: 'withheld' })).toBe('Target met');
  });

  it('takes a target so many hundredths better', () => {
    expect(targetFrom(50, 'lower', 10)).toBe(45);
    expect(targetFrom(50, 'higher', 10)).toBe(55);
  });
});
