import type { PackContent } from '../types';

/** The bytes that are stored and hashed. */
export function packBytes(content: PackContent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content));
}

/** What the stored bytes say. @throws SyntaxError for bytes that no pack was written as */
export function packContent(bytes: Uint8Array): PackContent {
  return JSON.parse(new TextDecoder().decode(bytes)) as PackContent;
}
