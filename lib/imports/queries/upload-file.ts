import { z } from 'zod';
import { decodeFile } from '../decode-file';
import { MOST_BYTES, type UploadProblem } from '../rules/file-problems';
import type { ImportKind } from '../types';
import { importKindOf } from './import-pages';

/** The file's own limit, and something for the other fields and the borders of the form. */
export const MOST_UPLOAD_BYTES = MOST_BYTES + 10_000;

/** A file as it came: its name, its bytes and its text. */
export interface DecodedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly content: string;
  /** The key of the showing of the form, so that a form sent twice is one check. */
  readonly formKey: string | null;
}

export type DecodedUpload = { readonly problem: UploadProblem; readonly kind: ImportKind | null } | (DecodedFile & { readonly kind: ImportKind });

/** The file of a posted form as text, or why it cannot be taken. */
export async function decodedUpload(form: FormData): Promise<DecodedUpload> {
  const given = form.get('kind');
  const kind = importKindOf(typeof given === 'string' ? given : null);
  return kind === null ? { problem: 'kind', kind } : { ...await decodedFile(form), kind };
}

/** The same for a form that takes one kind of file only. */
export async function decodedFile(form: FormData): Promise<DecodedFile | { readonly problem: UploadProblem }> {
  const file = form.get('file');
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return { problem: 'no_file' };
  if (file.size > MOST_BYTES) return { problem: 'too_large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decodeFile(bytes);
  if ('problem' in decoded) return { problem: decoded.problem };
  const key = z.uuid().safeParse(form.get('form-key'));
  return { fileName: nameOf(file.name), bytes, encoding: decoded.encoding, content: decoded.text, formKey: key.success ? key.data : null };
}

/** The last part of a path, printable and not too long. */
function nameOf(name: string): string {
  return name.split(/[/\\]/).at(-1)?.replace(/[\p{Cc}]/gu, '').trim().slice(0, 200) || 'file.csv';
}
