import { z } from 'zod';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { csvText } from '../rules/csv-text';
import { columnsOf, KIND_WORDS } from '../rules/columns';
import { MOST_ROWS, UPLOAD_PROBLEMS, type UploadProblem } from '../rules/file-problems';
import { type BatchRow, batchById, type CheckedUpload, recentBatches, rowsOfBatch, uploadById, type UploadRow, waitingUploads } from '../store';
import { type KeptRoll, rollsLeft } from '../rolls-left';
import { type ColumnSpec, IMPORT_KINDS, type ImportKind } from '../types';
import { type ImportedLine, importedLines, type PreviewRow, previewRows } from './preview';

/** What the page of imports shows. */
export interface ImportHome {
  readonly kinds: readonly { readonly kind: ImportKind; readonly title: string; readonly columns: readonly ColumnSpec[] }[];
  readonly batches: readonly BatchRow[];
  /** Files that were checked and wait to be imported or mended, the latest first. */
  readonly checked: readonly CheckedUpload[];
  readonly mostRows: number;
}

export async function importHome(tx: ReadTx): Promise<ImportHome> {
  return { kinds: IMPORT_KINDS.map((kind) => ({ kind, title: KIND_WORDS[kind].title, columns: columnsOf(kind) })), batches: await recentBatches(tx), checked: await waitingUploads(tx), mostRows: MOST_ROWS };
}

/** A checked file, or an import with its rows. */
export type ImportPage =
  | { readonly kind: 'checked'; readonly upload: Omit<UploadRow, 'content'>; readonly title: string; readonly rows: readonly PreviewRow[] }
  | { readonly kind: 'imported'; readonly batch: BatchRow; readonly title: string; readonly rows: readonly ImportedLine[]; readonly rollsKept: readonly KeptRoll[] };

export async function importPage(tx: ReadTx, id: string): Promise<ImportPage | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const batch = await batchById(tx, id);
  if (batch) {
    const rollsKept = batch.undone_at === null ? [] : await rollsLeft(tx, id);
    return { kind: 'imported', batch, title: KIND_WORDS[batch.kind].title, rows: await importedLines(tx, batch.kind, await rowsOfBatch(tx, id)), rollsKept };
  }
  const found = await uploadById(tx, id);
  if (!found) return null;
  const { content: _content, ...upload } = found;
  return { kind: 'checked', upload, title: KIND_WORDS[upload.kind].title, rows: await previewRows(tx, found) };
}

/** The words of a problem code in an address; null for one that is not known. */
export function uploadProblemWords(code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(UPLOAD_PROBLEMS, code) ? UPLOAD_PROBLEMS[code as UploadProblem] : null;
}

export function importKindOf(text: string | null | undefined): ImportKind | null {
  return IMPORT_KINDS.find((kind) => kind === text) ?? null;
}

/** The template of a kind of file: its headings and nothing else. */
export function templateText(kind: ImportKind): string {
  return csvText([columnsOf(kind).map((column) => column.header)]);
}
