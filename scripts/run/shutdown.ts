type Stop = () => Promise<void>;

const stops: Stop[] = [];
let stopping: Promise<void> | undefined;

/** Registers something to stop at the end; the last registered is stopped first. */
export function atEnd(stop: Stop): void {
  stops.push(stop);
}

/** Stops all that this command has started, once. */
export function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.reverse()) {
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
 * and SIGHUP; the exit code is 0 unless it failed.
 */
export function runMain(main: () => Promise<number | void>): void {
  const end = async (code: number): Promise<void> => {
    await stopAll();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  main().then(
    (code) => end(code ?? 0),
    (error: unknown) => {
      console.error(`\n${error instanceof Error ? error.message : String(error)}`);
      if (process.env.FAIRPLACE_DEBUG) console.error(error);
      return end(1);
    },
  );
}

/** Whether the command is on its way out. */
export const isStopping = (): boolean => stopping !== undefined;
