import { z } from 'zod';
import { dateColumn, instantColumn, textColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';
import { packContent } from './rules/pack';
import type { PackContent } from './types';

const packRow = z.object({
  id: uuidColumn, meeting_id: uuidColumn, title: textColumn, meets_on: dateColumn, number: z.number(), note: textColumn, sha256: textColumn, frozen_at: instantColumn,
  frozen_by_name: textColumn,
});
/** A pack without its contents. */
export type PackLine = z.output<typeof packRow>;

const LINE = sql`SELECT k.id, k.meeting_id, m.title, m.meets_on, k.number, k.note, k.sha256, k.frozen_at, p.name AS frozen_by_name`;
const FROM = sql`FROM board_pack k
  JOIN board_meeting m ON m.authority_id = k.authority_id AND m.id = k.meeting_id
  JOIN person p ON p.authority_id = k.authority_id AND p.id = k.frozen_by`;

/** Every pack, the latest meeting first and of one meeting the latest pack first. */
export async function loadPacks(tx: ReadTx): Promise<PackLine[]> {
  return tx.rows(packRow, sql`${LINE} ${FROM} ORDER BY m.meets_on DESC, m.title, k.number DESC`);
}

const withBytes = packRow.extend({ bytes: z.instanceof(Uint8Array) });

/** A pack as it was frozen; null for an id that is none's. */
export async function packById(tx: ReadTx, id: string): Promise<(PackLine & { readonly content: PackContent }) | null> {
  const row = await tx.row(withBytes, sql`${LINE}, k.bytes ${FROM} WHERE k.id = ${id}::uuid`);
  if (!row) return null;
  const { bytes, ...line } = row;
  return { ...line, content: packContent(bytes) };
}
