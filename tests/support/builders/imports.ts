import { createHash } from 'node:crypto';
import { checkFile } from '@/lib/imports/commands/check-file';
import { decodedUpload } from '@/lib/imports/queries/upload-file';
import { uploadById } from '@/lib/imports/store';
import type { ImportKind, ImportReport } from '@/lib/imports/types';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import type { Council } from './authority';
import { done, run } from './callers';

/** The authorities that files of the tests name. */
export async function buildLocalAuthorities(council: Council): Promise<void> {
  await council.database.owner.query("INSERT INTO local_authority (code, name) VALUES ('372', 'Rotherham'), ('888', 'Lancashire'), ('371', 'Doncaster') ON CONFLICT DO NOTHING");
}

/** What a check of a file ended as: a code before any row was read, or the stored report. */
export type Checked = { readonly uploadId: string; readonly report: ImportReport } | { readonly refused: string };

/** Sends bytes the way the upload's route does, and reads the stored report. */
export async function checkBytes(caller: Caller, kind: ImportKind, bytes: Uint8Array, name = 'file.csv'): Promise<Checked> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File([Uint8Array.from(bytes)], name));
  const upload = await decodedUpload(form);
  if ('problem' in upload) return { refused: upload.problem };
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const { uploadId } = await done(run(checkFile, caller, { kind, fileName: upload.fileName, fileHash, encoding: upload.encoding, content: upload.content }));
  const stored = await readUnit(caller, (tx) => uploadById(tx, uploadId));
  if (!stored) throw new Error('The upload was not kept');
  return { uploadId, report: stored.report };
}

export function checkText(caller: Caller, kind: ImportKind, text: string): Promise<Checked> {
  return checkBytes(caller, kind, new TextEncoder().encode(text));
}

/** The report of a file that could be read. */
export async function reportOf(caller: Caller, kind: ImportKind, text: string): Promise<ImportReport & { readonly uploadId: string }> {
  const checked = await checkText(caller, kind, text);
  if ('refused' in checked) throw new Error(`Refused: ${checked.refused}`);
  return { ...checked.report, uploadId: checked.uploadId };
}

/** What the application's role sees of an authority; the owner of the tests sees past row-level security. */
export async function rowsAsApp(council: Council, text: string): Promise<Record<string, unknown>[]> {
  const client = await council.database.app.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.authority_id', $1, true)", [council.id]);
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.query('COMMIT');
    return rows;
  } finally {
    client.release();
  }
}
