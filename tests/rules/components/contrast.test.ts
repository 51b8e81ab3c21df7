import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '@/components/ui/colour-contrast';
import { themeProblems, themeStyle } from '@/components/layout/theme';

const css = readFileSync('app/globals.css', 'utf8');
const root = css.slice(css.indexOf(':root {'), css.indexOf('--font-body'));
const palette = Object.fromEntries([...root.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]])) as Record<string, string>;

function colour(name: string): string {
  const value = palette[name];
  if (!value) throw new Error(`globals.css has no --${name}`);
  return value;
}

const TEXT: [string, string][] = [
  ...['ink', 'link', 'link-hover', 'brand', 'edge', 'late', 'due', 'fine', 'quiet', 'over', 'info'].map((name): [string, string] => [name, 'paper']),
  ...['late', 'due', 'fine', 'quiet', 'over', 'info'].flatMap((name): [string, string][] => [
    [name, `${name}-tint`],
    ['ink', `${name}-tint`],
    ['paper', name],
    ['link', `${name}-tint`],
  ]),
  ['brand-ink', 'brand'],
  ['brand', 'brand-tint'],
  ['ink', 'brand-tint'],
  ['ink', 'wash'],
  ['edge', 'wash'],
  ['link', 'wash'],
  ['edge', 'quiet-tint'],
  ['focus-ink', 'focus'],
];

const PARTS: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'wash'],
  ['edge', 'quiet-tint'],
  ['focus-ink', 'paper'],
  ['focus', 'brand'],
  ['brand', 'paper'],
  ['fine', 'fine-tint'],
  ['over', 'over-tint'],
  ['late', 'late-tint'],
];

describe('contrast (WCAG 2.2, 1.4.3 and 1.4.11)', () => {
  it('computes the ratio of the definition', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(() => contrastRatio('red', '#ffffff')).toThrow(RangeError);
  });

  it.each(TEXT)('text in --%s on --%s is at least 4.5 to 1', (a, b) => {
    expect(contrastRatio(colour(a), colour(b))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PARTS)('parts in --%s on --%s are at least 3 to 1', (a, b) => {
    expect(contrastRatio(colour(a), colour(b))).toBeGreaterThanOrEqual(3);
  });
});

describe('an authority theme', () => {
  it('becomes variables when it can be read', () => {
    expect(themeStyle({ brand: '#7a1f3d', link: '#7a1f3d' })).toEqual({ '--brand': '#7a1f3d', '--link': '#7a1f3d', '--link-hover': '#7a1f3d' });
  });

  it('is refused in words when it cannot', () => {
    expect(themeProblems({ brand: '#ffcc00' })[0]).toMatch(/^Words on the brand colour: contrast is 1\.\d to 1, at least 4\.5/);
    expect(themeStyle({ brand: '#ffcc00' })).toBeUndefined();
    expect(themeStyle(undefined)).toBeUndefined();
  });
});
