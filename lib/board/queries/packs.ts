import { z } from 'zod';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { loadPacks, packById, type PackLine } from '../pack-store';
import type { PackContent } from '../types';

/** A pack in the list of meetings; the first of a meeting is the one that holds. */
export interface ListedPack extends PackLine {
  readonly isLatest: boolean;
}

export async function packList(tx: ReadTx): Promise<ListedPack[]> {
  const packs = await loadPacks(tx);
  return packs.map((pack) => ({ ...pack, isLatest: packs.every((other) => other.meeting_id !== pack.meeting_id || other.number <= pack.number) }));
}

export interface PackView {
  readonly line: ListedPack;
  readonly content: PackContent;
  /** The latest pack of the meeting, where this is an earlier one. */
  readonly latestId: string | null;
}

/** A pack as it was frozen; null for an address that names none. */
export async function packView(tx: ReadTx, packId: string): Promise<PackView | null> {
  if (!z.uuid().safeParse(packId).success) return null;
  const found = await packById(tx, packId);
  if (!found) return null;
  const { content, ...line } = found;
  const latest = (await packList(tx)).find((one) => one.meeting_id === line.meeting_id && one.isLatest);
  return { content, line: { ...line, isLatest: latest?.id === line.id }, latestId: latest && latest.id !== line.id ? latest.id : null };
}
