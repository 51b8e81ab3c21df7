import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults; the salt is in the text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** A hash of no password, so that an unknown address takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$Zy1Qb1pIZ0s3b0tYb2J0bWl5d0FhdWZkY0ZkZ1pYdnE';

export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  try {
    return (await verify(stored ?? NOBODY, given)) && stored !== null;
  } catch {
    return false;
  }
}
