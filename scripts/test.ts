/** `npm test`: everything that must hold, from generated code to the browser. Stops at the first failure. */
import { runMain } from './run/shutdown';
import { runStages, sideBySide } from './run/stages';
import { boundaries, browser, building, deadCode, generate, lint, rulesElsewhere, types, vitest } from './run/test-stages';

const cases = process.env.FAIRPLACE_CASES ?? '10000';

runMain(() =>
  runStages([
    generate,
    sideBySide([lint({ cached: false }), types, boundaries, deadCode]),
    vitest('Rules (vitest)', ['rules'], { env: { FAIRPLACE_CASES: cases } }),
    ...rulesElsewhere,
    vitest('Contract and integration (vitest, PostgreSQL)', ['contract', 'integration', 'alone'], { env: { FAIRPLACE_CASES: cases } }),
    building,
    browser,
  ]));
