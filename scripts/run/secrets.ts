import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret that is made once and kept in a file only its owner may read (mode 600).
 * @param encoding base64 for Next's key, which must be 32 bytes in base64; base64url is safe in an address
 */
export function keptSecret(folder: string, name: string, encoding: 'base64' | 'base64url' = 'base64url'): string {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString(encoding);
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
