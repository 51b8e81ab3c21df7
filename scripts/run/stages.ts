import { CommandFailed } from './command';
import { secondsSince } from './progress';
import { type Counts, NONE, sum } from './test-counts';

/** One heading of `npm test` or `npm run check`. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<void>;
  /** How many tests it ran; read after it, also when it failed. */
  readonly counts?: () => Counts;
}

/**
 * Stages that each keep one processor busy, as one: two run at once, and all are run to their end.
 * @throws CommandFailed naming every one that failed
 */
export function sideBySide(stages: readonly Stage[]): Stage {
  return {
    name: stages.map(({ name }) => name).join(', '),
    run: async () => {
      const failed: string[] = [];
      const waiting = [...stages];
      const lane = async (): Promise<void> => {
        for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
          const failure = await outcome(stage);
          if (failure !== undefined) failed.push(`${stage.name}: ${failure}`);
        }
      };
      await Promise.all([lane(), lane()]);
      if (failed.length > 0) throw new CommandFailed(failed.join(' '));
    },
  };
}

/**
 * Runs the stages in order and stops at the first that fails. The last line is "N passed, N failed", where a
 * failed stage without a failed test counts as one.
 * @returns the exit code
 */
export async function runStages(stages: readonly Stage[]): Promise<number> {
  const from = performance.now();
  let total = NONE;
  for (const [index, stage] of stages.entries()) {
    console.log(`\n== ${index + 1}/${stages.length} ${stage.name}`);
    const began = performance.now();
    const failure = await outcome(stage);
    const counts = stage.counts?.() ?? NONE;
    total = sum(total, failure !== undefined && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
    console.log(`   ${failure === undefined ? 'passed' : 'FAILED'} in ${secondsSince(began)}`);
    if (failure === undefined) continue;
    console.log(`\nFailed at: ${stage.name}. ${failure}\nIn all ${secondsSince(from)}`);
    console.log(lastLine(total));
    return 1;
  }
  console.log(`\nAll ${stages.length} stages passed in ${secondsSince(from)}`);
  console.log(lastLine(total));
  return total.failed === 0 ? 0 : 1;
}

async function outcome(stage: Stage): Promise<string | undefined> {
  try {
    await stage.run();
    return undefined;
  } catch (error) {
    if (error instanceof CommandFailed) return error.message;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

const lastLine = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;
