import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Tests that passed and failed; skipped ones are in neither. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const NONE: Counts = { passed: 0, failed: 0 };

export const sum = (a: Counts, b: Counts): Counts => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) });

/** What Vitest's JSON reporter counted; none when it wrote nothing. */
export function vitestCounts(file: string): Counts {
  if (!existsSync(file)) return NONE;
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** What Playwright's JSON reporter counted; a test that passed only when repeated counts as failed. */
export function playwrightCounts(file: string): Counts {
  if (!existsSync(file)) return NONE;
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
