/**
 * Atkinson Hyperlegible Next (SIL Open Font Licence), served by the application itself.
 * Two files a weight: Latin, and the accented letters of Slovak, Polish and Romanian names.
 * The root layout puts `fontClassName` on the html element; globals.css uses the two variables.
 */
import localFont from 'next/font/local';

const latin = localFont({
  src: [
    { path: './fonts/atkinson-latin-400.woff2', weight: '400', style: 'normal' },
    { path: './fonts/atkinson-latin-700.woff2', weight: '700', style: 'normal' },
  ],
  variable: '--font-latin',
  display: 'swap',
  preload: true,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
});

const latinExtended = localFont({
  src: [
    { path: './fonts/atkinson-latin-ext-400.woff2', weight: '400', style: 'normal' },
    { path: './fonts/atkinson-latin-ext-700.woff2', weight: '700', style: 'normal' },
  ],
  variable: '--font-latin-ext',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

/** Class names for the html element: they define the font variables that globals.css reads. */
export const fontClassName = `${latin.variable} ${latinExtended.variable}`;
