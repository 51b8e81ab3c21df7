import 'server-only';
import { randomUUID } from 'node:crypto';

/** A key for one showing of a form. */
export function newFormKey(): string {
  return randomUUID();
}
