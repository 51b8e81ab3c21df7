import type { Config } from 'tailwindcss';

/**
 * Tailwind's theme is a view of the CSS variables in app/globals.css, so that an authority's
 * colours reach every class. Only the roles below exist: no page picks a colour of its own.
 */
const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ink: 'var(--ink)',
      paper: 'var(--paper)',
      wash: 'var(--wash)',
      line: 'var(--line)',
      edge: 'var(--edge)',
      link: 'var(--link)',
      brand: { DEFAULT: 'var(--brand)', ink: 'var(--brand-ink)', tint: 'var(--brand-tint)' },
      late: { DEFAULT: 'var(--late)', tint: 'var(--late-tint)' },
      due: { DEFAULT: 'var(--due)', tint: 'var(--due-tint)' },
      fine: { DEFAULT: 'var(--fine)', tint: 'var(--fine-tint)' },
      quiet: { DEFAULT: 'var(--quiet)', tint: 'var(--quiet-tint)' },
      over: { DEFAULT: 'var(--over)', tint: 'var(--over-tint)' },
      info: { DEFAULT: 'var(--info)', tint: 'var(--info-tint)' },
      focus: 'var(--focus)',
    },
    fontFamily: { sans: 'var(--font-body)' },
    fontSize: {
      48: ['var(--size-48)', { lineHeight: '1.1', fontWeight: '700' }],
      36: ['var(--size-36)', { lineHeight: '1.15', fontWeight: '700' }],
      27: ['var(--size-27)', { lineHeight: '1.25' }],
      24: ['var(--size-24)', { lineHeight: '1.3' }],
      19: ['var(--size-19)', { lineHeight: '1.45' }],
      16: ['var(--size-16)', { lineHeight: '1.4' }],
    },
    screens: { tablet: '40.0625rem', desktop: '60rem', wide: '72rem' },
    extend: { maxWidth: { page: '68.75rem', text: '70ch' } },
  },
};

export default config;
