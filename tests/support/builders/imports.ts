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

const PUPIL = 'First name,Last name,Birth date,UPN,Year group,Sex,Home authority';
export const HEADERS: Readonly<Record<ImportKind, string>> = {
  placements: `${PUPIL},Home school,Route,Site,Kind of place,Share in tenths,Started on,Planned start,Planned end`,
  exclusions: `${PUPIL},School,Excluded on,Time,Afternoon session had begun,Reasons`,
  places: 'Site,Kind of place,From,Number,Reason',
};

/** A file of the headings that every file needs and the lines given. */
export function fileOf(kind: ImportKind, ...lines: readonly string[]): string {
  return [HEADERS[kind], ...lines].join('\r\n');
}

/** A file of one good row with further columns that a file may have. */
export function fileWith(kind: ImportKind, further: Readonly<Record<string, string>>, changes: Readonly<Record<string, string>> = {}): string {
  return [[HEADERS[kind], ...Object.keys(further)].join(','), [lineOf(kind, changes), ...Object.values(further)].join(',')].join('\r\n');
}

/** A good row of each kind, with cells changed by heading. */
export function lineOf(kind: ImportKind, changes: Readonly<Record<string, string>> = {}): string {
  const pupil = { 'First name': 'Amina', 'Last name': 'Clarke', 'Birth date': '14/05/2012', UPN: '', 'Year group': '9', Sex: 'F', 'Home authority': '372' };
  const good: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
    placements: {
      ...pupil, 'Home school': '130001', Route: 'Preventative', Site: 'Rowan', 'Kind of place': 'Day-6', 'Share in tenths': '10', 'Started on': '08/09/2025',
      'Planned start': '', 'Planned end': '17/07/2026',
    },
    exclusions: { ...pupil, School: '130001', 'Excluded on': '23/02/2026', Time: '10:00', 'Afternoon session had begun': 'No', Reasons: 'PP DB' },
    places: { Site: 'Rowan', 'Kind of place': 'Reserve', From: '01/01/2026', Number: '2', Reason: 'Agreed' },
  };
  const cells = { ...good[kind], ...changes };
  return HEADERS[kind].split(',').map((header) => cells[header] ?? '').join(',');
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
