import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';
import { atEnd, isStopping } from './shutdown';
import { stopChild } from './stop-child';

/** A stage of a command that ended with a failure, which has already printed why. */
export class CommandFailed extends Error {}

/** The script behind a package's command, for example `tsc` of `typescript`. */
export function commandOf(packageName: string, command = packageName): string {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return join(folder, file);
}

/** Environment variables given on top of the inherited ones. */
export type Settings = Readonly<Record<string, string>>;

export interface RunOptions {
  readonly env?: Settings;
  /** Print the output only when the command fails. */
  readonly quiet?: boolean;
}

/**
 * Runs a Node script to its end.
 * @throws CommandFailed when it ends with anything but 0
 */
export async function runNode(script: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  await runProgram(process.execPath, [script, ...args], options);
}

/**
 * Runs a program to its end; it ends with this command, too.
 * @throws CommandFailed when it ends with anything but 0
 */
export async function runProgram(program: string, args: readonly string[], { env, quiet = false }: RunOptions = {}): Promise<void> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  const forget = atEnd(() => stopChild(child));
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(forget);
  if (code === 0) return;
  // What was cut short by Ctrl-C has nothing to report.
  if (!isStopping()) process.stderr.write(Buffer.concat(printed));
  throw new CommandFailed(`It ended with ${code ?? 'a signal'}.`);
}
