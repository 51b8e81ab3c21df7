import iconv from 'iconv-lite';
import type { UploadProblem } from './rules/file-problems';

export type Decoded = { readonly text: string; readonly encoding: string } | { readonly problem: UploadProblem };

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);

/**
 * The text of an uploaded file. In order: a UTF-8 byte order mark, strict UTF-8, then Windows-1252; bytes are never
 * replaced or guessed (docs on data formats, section 1).
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: 'empty' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'workbook' };
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { problem: 'utf16' };
  if (bytes.includes(0)) return { problem: 'not_text' };
  const hasMark = startsWith(bytes, 0xef, 0xbb, 0xbf);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return { text, encoding: hasMark ? 'UTF-8 with byte order mark' : 'UTF-8' };
  } catch {
    // A file that says it is UTF-8 and is not has been damaged; any other is Windows-1252.
    if (hasMark) return { problem: 'not_text' };
    // Not TextDecoder: Node 20 decodes windows-1252 as Latin-1, which has no curly quotes.
    return { text: iconv.decode(Buffer.from(bytes), 'win1252'), encoding: 'Windows-1252' };
  }
}
