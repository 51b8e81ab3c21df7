import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import { z } from 'zod';
import { db, publicDb } from './db';
import { factsOfUnit } from './kept-facts';
import type { Caller, PublicAuthority, PublicTx, ReadTx, WriteTx } from './tx';

export type { Caller, KeptSource, PublicTx, ReadTx, WriteTx } from './tx';

export const sql = Prisma.sql;
export const sqlJoin = Prisma.join;
export const sqlEmpty = Prisma.empty;

const LIMITS = { maxWait: 15_000, timeout: 30_000 } as const;

interface Unit {
  readonly tx: ReadTx;
  /** What has been done since may have changed or waited for the slow facts. */
  readonly touched: () => void;
}

/** `stamp` is the number of the authority's slow facts, where the unit knows it already. */
function unitOf(caller: Caller, client: Prisma.TransactionClient, stamp: string | null = null): Unit {
  const rows: ReadTx['rows'] = async (schema, query) => {
    const found = await client.$queryRaw<unknown[]>(query);
    return found.map((one) => schema.parse(one));
  };
  const tx: ReadTx = {
    authorityId: caller.authorityId,
    actor: caller.actor,
    now: caller.clock.now,
    today: caller.clock.today,
    rows,
    row: async (schema, query) => (await rows(schema, query))[0] ?? null,
    kept: (source) => facts.get(source),
  };
  const facts = factsOfUnit(db(), tx, async () => {
    const [found] = await client.$queryRaw<{ stamp: string }[]>`SELECT stamp::text FROM facts_stamp`;
    return found?.stamp ?? '';
  }, stamp);
  return { tx, touched: facts.forget };
}

/** One consistent moment for all reads of a page. */
export async function readUnit<T>(caller: Caller, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (client) => {
      const [begun] = await client.$queryRaw<{ stamp: string | null }[]>`SELECT begin_read(${caller.authorityId}) AS stamp`;
      return work(unitOf(caller, client, begun?.stamp ?? '').tx);
    },
    { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

/** One transaction, sealed to the caller's authority; whatever is thrown rolls all of it back. */
export async function writeUnit<T>(caller: Caller, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return db().$transaction(async (client) => {
    await client.$executeRaw`SELECT set_config('app.authority_id', ${caller.authorityId}, true)`;
    return work(writeTxOf(caller, client));
  }, LIMITS);
}

/** The transaction of an act: the statement that claims the form's key seals it too. */
export interface ClaimOfKey {
  readonly key: string;
  readonly command: string;
  readonly inputHash: string;
}

/** As `writeUnit`, for an act: `isFirst` is false when one with this key was done before. */
export async function actUnit<T>(caller: Caller, { key, command, inputHash }: ClaimOfKey, work: (tx: WriteTx, isFirst: boolean) => Promise<T>): Promise<T> {
  return db().$transaction(async (client) => {
    const [claimed] = await client.$queryRaw<{ first: boolean }[]>`
      SELECT begin_act(${caller.authorityId}, ${key}::uuid, ${command}, ${inputHash}, ${caller.actor?.personId ?? null}::uuid, ${caller.clock.now}) AS first`;
    return work(writeTxOf(caller, client), claimed?.first === true);
  }, LIMITS);
}

/** One statement that seals itself to an authority, in a transaction of its own. */
export async function statementAlone(query: Prisma.Sql): Promise<void> {
  await db().$executeRaw(query);
}

function writeTxOf(caller: Caller, client: Prisma.TransactionClient): WriteTx {
  const { tx, touched } = unitOf(caller, client);
  return {
    ...tx,
    execute: async (query) => {
      const count = await client.$executeRaw(query);
      touched();
      return count;
    },
  };
}

const publicAuthorityRow = z.object({ id: z.string(), slug: z.string(), council_name: z.string() });

/** Reads of one moment as the public's role about the authority of an address; null where the address names none. */
export async function publicUnit<T>(slug: string, work: (tx: PublicTx, authority: PublicAuthority) => Promise<T>): Promise<T | null> {
  return publicDb().$transaction(async (client) => {
    await client.$executeRaw`SELECT set_config('transaction_read_only', 'on', true)`;
    const rows: PublicTx['rows'] = async (schema, query) => (await client.$queryRaw<unknown[]>(query)).map((one) => schema.parse(one));
    const tx: PublicTx = { rows, row: async (schema, query) => (await rows(schema, query))[0] ?? null };
    const found = await tx.row(publicAuthorityRow, sql`SELECT id, slug, council_name FROM authority WHERE slug = ${slug}`);
    if (!found) return null;
    await client.$executeRaw`SELECT set_config('app.authority_id', ${found.id}, true)`;
    return work(tx, { slug: found.slug, councilName: found.council_name });
  }, { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead });
}
