import type { ChildProcess } from 'node:child_process';

/** Milliseconds a process has to end by itself. */
const PATIENCE = 5_000;

/** Ends a process, by force where it does not end by itself. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(killer);
}
