/** A command that is ended takes with it what it started: else `next build` would go on unseen. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'fairplace-shutdown-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each(['SIGTERM', 'SIGINT'] as const)('%s ends the program that a step is running, and the command ends well', async (signal) => {
  const long = join(folder, 'long.mjs');
  writeFileSync(long, "console.log(`started ${process.pid}`); setInterval(() => undefined, 1000);");
  const command = join(folder, 'command.ts');
  writeFileSync(command, `
    import { runNode } from '${process.cwd()}/scripts/run/command';
    import { runMain } from '${process.cwd()}/scripts/run/shutdown';
    runMain(() => runNode(${JSON.stringify(long)}, []), { endsWithParent: false });`);
  const child = spawn(process.execPath, ['--import', 'tsx', command], { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const pid = await new Promise<number>((resolve) => child.stdout.on('data', (text: Buffer) => resolve(Number(/started (\d+)/.exec(text.toString())?.[1]))));
  expect(isAlive(pid)).toBe(true);
  child.kill(signal);
  expect(await ended).toBe(0);
  expect(isAlive(pid)).toBe(false);
});
