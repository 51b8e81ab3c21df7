/** `npm run check`: the fast loop before a commit. */
import { runMain } from './run/shutdown';
import { runStages } from './run/stages';
import { boundaries, generate, lint, types, vitest } from './run/test-stages';

runMain(() =>
  runStages([generate, types, lint({ cached: true }), boundaries, vitest('Rules (vitest)', ['rules'], { FAIRPLACE_CASES: process.env.FAIRPLACE_CASES ?? '300' })]));
