import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../postgres/folders';
import { portOf, type World, WORLDS } from './worlds';

const signIn = z.object({ authority: z.enum(['rotherham', 'lancashire']), role: z.string(), name: z.string(), email: z.string(), password: z.string() });

/** An account of the demonstration, as it is printed; the role in words. */
export type SignIn = z.infer<typeof signIn>;

const record = z.object({
  /** Where the build is, below the checkout. */
  buildFolder: z.string(),
  /** The owner's connection to each world's database, for arranging and for finding ids. */
  ownerUrls: z.partialRecord(z.enum(WORLDS), z.string()),
  signIns: z.array(signIn),
});

type WorldRecord = z.infer<typeof record>;

/** Two runs on different ports have a record each. */
const file = (): string => join(dataFolder(process.cwd()), `e2e-${portOf('desktop')}.json`);

/** The server's note of what it started; it holds passwords, so only its owner may read it. */
export function writeWorldRecord(content: WorldRecord): void {
  rmSync(file(), { force: true });
  writeFileSync(file(), JSON.stringify(content), { mode: 0o600 });
}

export function removeWorldRecord(): void {
  rmSync(file(), { force: true });
}

function readWorldRecord(): WorldRecord {
  return record.parse(JSON.parse(readFileSync(file(), 'utf8')));
}

/** @throws Error when this world was not started */
export function ownerUrlOf(world: World): string {
  const url = readWorldRecord().ownerUrls[world];
  if (url === undefined) throw new Error(`The world ${world} was not started: name it in E2E_WORLDS.`);
  return url;
}

/** The accounts that the demonstration prints, the same in every world. */
export function signInsOf(): readonly SignIn[] {
  return readWorldRecord().signIns;
}

/** The folder of the build that the servers run. */
export function buildFolderOf(): string {
  return join(process.cwd(), readWorldRecord().buildFolder);
}
