import { z } from 'zod';
import { KINDS } from '@/lib/placements/store';
import { searchName } from '@/lib/pupils/rules/search-name';
import { SEN_PROVISION } from '@/lib/pupils/rules/sen-types';
import { dateColumn, instantColumn, jsonDate, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, type WriteTx, sql } from '@/lib/server/unit-of-work';
import type { ExclusionOnRecord, PlacementOnRecord, PlacesOnRecord } from './rules/decide';
import type { CareOnRecord } from './rules/pupil-care';
import type { IndexedPupil } from './rules/pupil-index';
import { IMPORT_KINDS, type ImportReport, type PupilFact } from './types';

const kind = z.enum(IMPORT_KINDS);
const problem = z.object({ row: z.number(), column: z.string(), value: z.string(), problem: z.string(), toDo: z.string(), lines: z.array(z.string()).optional() });
const report = z.object({
  rowsRead: z.number(), created: z.number(), unchanged: z.number(), rejected: z.number(), blankRows: z.number(),
  columnsUsed: z.array(z.string()), columnsIgnored: z.array(z.string()), problems: z.array(problem),
  // Reports of before these were counted lack them.
  repeated: z.number().default(0), remarks: z.array(problem).default([]), rows: z.array(z.object({ row: z.number(), result: z.enum(['create', 'on_record', 'repeated']) })).default([]),
});

const uploadRow = z.object({
  id: uuidColumn, kind, file_name: textColumn, file_hash: textColumn, encoding: textColumn, content: textColumn, report,
  uploaded_by_name: textColumn.nullable(), uploaded_at: instantColumn,
});
export type UploadRow = z.output<typeof uploadRow>;

/** What nobody imported within a week is forgotten: it holds pupils' names. */
const isKept = (tx: ReadTx) => sql`u.uploaded_at >= ${tx.now}::timestamptz - interval '7 days'`;

/** A file that was checked and is not imported. */
export async function uploadById(tx: ReadTx, id: string): Promise<UploadRow | null> {
  return tx.row(uploadRow, sql`
    SELECT u.id, u.kind, u.file_name, u.file_hash, u.encoding, u.content, u.report, p.name AS uploaded_by_name, u.uploaded_at
      FROM import_upload u LEFT JOIN person p ON p.authority_id = u.authority_id AND p.id = u.uploaded_by WHERE u.id = ${id}::uuid AND ${isKept(tx)}`);
}

const checkedRow = z.object({
  id: uuidColumn, kind, file_name: textColumn, uploaded_by_name: textColumn.nullable(), uploaded_at: instantColumn, created: z.number(), rejected: z.number(), problems: z.number(),
});
export type CheckedUpload = z.output<typeof checkedRow>;

/** Checked files that are not imported, with the counts of their reports; the latest first. */
export async function waitingUploads(tx: ReadTx): Promise<CheckedUpload[]> {
  return tx.rows(checkedRow, sql`
    SELECT u.id, u.kind, u.file_name, p.name AS uploaded_by_name, u.uploaded_at, (u.report ->> 'created')::integer AS created, (u.report ->> 'rejected')::integer AS rejected,
           jsonb_array_length(u.report -> 'problems') AS problems
      FROM import_upload u LEFT JOIN person p ON p.authority_id = u.authority_id AND p.id = u.uploaded_by
     WHERE ${isKept(tx)} ORDER BY u.uploaded_at DESC, u.id LIMIT 50`);
}

const batchRow = z.object({
  id: uuidColumn, kind, file_name: textColumn, file_hash: textColumn, encoding: textColumn, rows_read: z.number(), rows_created: z.number(),
  rows_unchanged: z.number(), rows_repeated: z.number(), imported_by_name: textColumn.nullable(), imported_at: instantColumn, undone_at: instantColumn.nullable(),
  undone_by_name: textColumn.nullable(), undo_reason: textColumn,
});
export type BatchRow = z.output<typeof batchRow>;

const SELECT_BATCH = sql`
  SELECT b.id, b.kind, b.file_name, b.file_hash, b.encoding, b.rows_read, b.rows_created, b.rows_unchanged, b.rows_repeated, p.name AS imported_by_name, b.imported_at,
         b.undone_at, u.name AS undone_by_name, b.undo_reason
    FROM import_batch b
    LEFT JOIN person p ON p.authority_id = b.authority_id AND p.id = b.imported_by
    LEFT JOIN person u ON u.authority_id = b.authority_id AND u.id = b.undone_by`;

export async function batchById(tx: ReadTx, id: string): Promise<BatchRow | null> {
  return tx.row(batchRow, sql`${SELECT_BATCH} WHERE b.id = ${id}::uuid`);
}

/** The latest imports first. */
export async function recentBatches(tx: ReadTx): Promise<BatchRow[]> {
  return tx.rows(batchRow, sql`${SELECT_BATCH} ORDER BY b.imported_at DESC, b.id LIMIT 50`);
}

const importedRow = z.object({ row_number: z.number(), raw: z.record(z.string(), z.string()), subject_kind: textColumn, subject_id: uuidColumn, was_created: z.boolean() });
export type ImportedRow = z.output<typeof importedRow>;

export async function rowsOfBatch(tx: ReadTx, id: string): Promise<ImportedRow[]> {
  return tx.rows(importedRow, sql`
    SELECT row_number, raw, subject_kind, subject_id, was_created FROM import_row WHERE import_id = ${id}::uuid ORDER BY row_number, subject_kind`);
}

export async function insertUpload(
  tx: WriteTx, one: { id: string; kind: string; fileName: string; fileHash: string; encoding: string; content: string; report: ImportReport },
): Promise<void> {
  await tx.execute(sql`DELETE FROM import_upload u WHERE NOT (${isKept(tx)})`);
  await tx.execute(sql`
    INSERT INTO import_upload (authority_id, id, kind, file_name, file_hash, encoding, content, report, uploaded_by, uploaded_at)
    VALUES (${tx.authorityId}, ${one.id}::uuid, ${one.kind}, ${one.fileName}, ${one.fileHash}, ${one.encoding}, ${one.content}, ${JSON.stringify(one.report)}::jsonb,
            ${tx.actor?.personId ?? null}::uuid, ${tx.now})`);
}

const pupilRow = z.object({
  id: uuidColumn, search_name: textColumn, born_on: dateColumn, upn: textColumn.nullable(), looked_after_by: textColumn.nullable(), has_social_worker: z.boolean(),
  sen_provision: z.enum(SEN_PROVISION), needs: textsColumn, language: textColumn, home_postcode: textColumn,
});

/** Pupils on record who may be meant by rows of a file: of the same UPN, or of the same name and birth date. */
export async function pupilsLike(tx: ReadTx, facts: readonly PupilFact[]): Promise<(IndexedPupil & { readonly care: CareOnRecord })[]> {
  const upns = facts.flatMap((fact) => (fact.upn === null ? [] : [fact.upn]));
  const found = await tx.rows(pupilRow, sql`
    SELECT id, search_name, born_on, upn, looked_after_by, has_social_worker, sen_provision, needs, language, home_postcode FROM pupil
     WHERE upn = ANY(${upns}::text[])
        OR (search_name, born_on) IN (SELECT * FROM unnest(${facts.map((fact) => searchName(fact.firstName, fact.lastName))}::text[], ${facts.map((fact) => fact.bornOn as string)}::date[]))
     ORDER BY id`);
  return found.map((one) => ({
    id: one.id, searchName: one.search_name, bornOn: one.born_on, upn: one.upn,
    care: {
      lookedAfterBy: one.looked_after_by, hasSocialWorker: one.has_social_worker, senProvision: one.sen_provision, needs: one.needs, language: one.language,
      homePostcode: one.home_postcode,
    },
  }));
}

const placementRow = z.object({
  id: uuidColumn, pupil_id: uuidColumn, reference: textColumn, site_id: uuidColumn, place_kind: textColumn, route: textColumn, share_tenths: z.number(),
  started_on: dateColumn.nullable(), first_on: dateColumn, last_on: dateColumn,
});

/** Placements of some pupils that are not cancelled, by pupil. */
export async function placementsOf(tx: ReadTx, pupilIds: readonly string[]): Promise<Map<string, PlacementOnRecord[]>> {
  const found = await tx.rows(placementRow, sql`
    SELECT p.id, p.pupil_id, p.reference, p.site_id, p.place_kind, r.route, p.share_tenths, p.started_on, p.first_on, p.last_on
      FROM placement p JOIN referral r ON r.authority_id = p.authority_id AND r.id = p.referral_id
     WHERE p.pupil_id = ANY(${[...pupilIds]}::uuid[]) AND p.state <> 'cancelled' ORDER BY p.reference`);
  return grouped(found.map((one): [string, PlacementOnRecord] => [one.pupil_id, {
    id: one.id, reference: one.reference, siteId: one.site_id, placeKind: one.place_kind, route: one.route, shareTenths: one.share_tenths,
    startedOn: one.started_on, firstOn: one.first_on, lastOn: one.last_on,
  }]));
}

const exclusionRow = z.object({
  id: uuidColumn, pupil_id: uuidColumn, reference: textColumn, establishment_id: uuidColumn.nullable(), excluded_on: dateColumn,
  excluded_at_time: textColumn.nullable(), after_afternoon_began: z.boolean(), reasons: textsColumn,
});

/** Exclusions of some pupils that are not cancelled, by pupil. */
export async function exclusionsOf(tx: ReadTx, pupilIds: readonly string[]): Promise<Map<string, ExclusionOnRecord[]>> {
  const found = await tx.rows(exclusionRow, sql`
    SELECT id, pupil_id, reference, establishment_id, excluded_on, excluded_at_time, after_afternoon_began, reasons FROM permanent_exclusion
     WHERE pupil_id = ANY(${[...pupilIds]}::uuid[]) AND state <> 'cancelled' ORDER BY excluded_on, reference`);
  return grouped(found.map((one): [string, ExclusionOnRecord] => [one.pupil_id, {
    id: one.id, reference: one.reference, schoolId: one.establishment_id, excludedOn: one.excluded_on, excludedAt: one.excluded_at_time,
    afternoonBegan: one.after_afternoon_began, reasons: one.reasons,
  }]));
}

const eventsRow = z.object({ id: uuidColumn, siteId: uuidColumn, placeKind: z.enum(KINDS), effectiveOn: jsonDate, places: z.number(), entry: z.number() });

/** Every dated number of places of some sites. */
export async function placeEventsOf(tx: ReadTx, siteIds: readonly string[]): Promise<PlacesOnRecord[]> {
  return tx.rows(eventsRow, sql`
    SELECT id, site_id AS "siteId", kind AS "placeKind", effective_on::text AS "effectiveOn", places, entry::integer AS entry
      FROM site_places WHERE site_id = ANY(${[...siteIds]}::uuid[]) ORDER BY entry`);
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
