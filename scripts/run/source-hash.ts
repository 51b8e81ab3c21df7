import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './paths';

/**
 * SHA-256 over the names and contents of files, folders with all that is in them, Node's version and what else
 * the result depends on. A path that does not exist counts as empty.
 */
export function hashOf(paths: readonly string[], besides = ''): string {
  const hash = createHash('sha256').update(`${process.version} ${besides}`);
  for (const file of paths.flatMap((path) => filesOf(join(ROOT, path)))) {
    const content = readFileSync(file);
    hash.update(`\n${relative(ROOT, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)));
}
