/** `npm run check`: the fast loop before a commit. */
import { runMain } from './run/shutdown';
import { runStages, sideBySide } from './run/stages';
import { boundaries, generate, lint, types, vitest } from './run/test-stages';

runMain(() =>
  runStages([generate, sideBySide([lint({ cached: true }), types, boundaries]), vitest('Rules (vitest)', ['rules'], { env: { FAIRPLACE_CASES: process.env.FAIRPLACE_CASES ?? '300' } })]));
