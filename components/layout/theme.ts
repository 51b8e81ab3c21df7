import type { CSSProperties } from 'react';
import { contrastRatio } from '@/components/ui/colour-contrast';

/** The colours a council may set; everything else keeps its role everywhere. */
export interface AuthorityTheme {
  /** Header, buttons, filled places. `#rrggbb`. */
  readonly brand: string;
  /** Words on the brand colour. */
  readonly brandInk?: string;
  /** Pale ground for hover and current. */
  readonly brandTint?: string;
  readonly link?: string;
}

const WHITE = '#ffffff';
const INK = '#17212b';

/** What is wrong with a theme, in words for the administrator who sets it; empty when it may be used. */
export function themeProblems(theme: AuthorityTheme): string[] {
  const brandInk = theme.brandInk ?? WHITE;
  const tint = theme.brandTint ?? WHITE;
  const pairs: [string, string, string, number][] = [
    ['Words on the brand colour', brandInk, theme.brand, 4.5],
    ['The brand colour on white', theme.brand, WHITE, 4.5],
    ['The brand colour on its tint', theme.brand, tint, 4.5],
    ['Text on the brand tint', INK, tint, 4.5],
    ['Links on white', theme.link ?? theme.brand, WHITE, 4.5],
  ];
  return pairs.flatMap(([what, a, b, least]) => {
    const ratio = contrastRatio(a, b);
    return ratio < least ? [`${what}: contrast is ${ratio.toFixed(1)} to 1, at least ${least} to 1 is needed. Choose a darker or lighter colour.`] : [];
  });
}

/** Style attribute for the shell. A theme with problems is not used at all: the page stays readable. */
export function themeStyle(theme: AuthorityTheme | undefined): CSSProperties | undefined {
  if (!theme || themeProblems(theme).length > 0) return undefined;
  const variables: Record<string, string> = { '--brand': theme.brand };
  if (theme.brandInk) variables['--brand-ink'] = theme.brandInk;
  if (theme.brandTint) variables['--brand-tint'] = theme.brandTint;
  if (theme.link) {
    variables['--link'] = theme.link;
    variables['--link-hover'] = theme.link;
  }
  return variables as CSSProperties;
}
