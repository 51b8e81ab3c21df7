type Stop = () => Promise<void>;

const stops: Stop[] = [];
let stopping: Promise<void> | undefined;

/**
 * Registers something to stop at the end; the last registered is stopped first.
 * @returns takes it off again, once it has ended by itself
 */
export function atEnd(stop: Stop): () => void {
  stops.push(stop);
  return () => {
    const at = stops.indexOf(stop);
    if (at >= 0) stops.splice(at, 1);
  };
}

/** Stops all that this command has started, once. */
export function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  })();
  return stopping;
}

/**
 * Runs a command's main function: what it started is stopped at its end, on an error, and on Ctrl-C, SIGTERM
 * and SIGHUP; the exit code is 0 unless it failed. With endsWithParent it also ends when what started it has ended.
 */
export function runMain(main: () => Promise<number | void>, { endsWithParent = startedByNpm() } = {}): void {
  const end = async (code: number): Promise<void> => {
    await stopAll();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  if (endsWithParent) whenOrphaned(() => void end(0));
  main().then(
    (code) => end(code ?? 0),
    (error: unknown) => {
      // A step that was cut short by Ctrl-C has nothing to report.
      if (isStopping()) return end(0);
      console.error(`\n${error instanceof Error ? error.message : String(error)}`);
      if (process.env.FAIRPLACE_DEBUG) console.error(error);
      return end(1);
    },
  );
}

/** Whether the command is on its way out. */
export const isStopping = (): boolean => stopping !== undefined;

const startedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

/**
 * npm and Playwright run a command through a shell. A signal sent to them alone ends them and the shell but does
 * not reach the command, which would go on unseen.
 */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}
