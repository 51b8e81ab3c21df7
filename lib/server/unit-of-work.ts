import 'server-only';
import { Prisma } from '@/generated/prisma/client';
import { db } from './db';
import { factsOfUnit } from './kept-facts';
import type { Caller, ReadTx, WriteTx } from './tx';

export type { Caller, KeptSource, ReadTx, WriteTx } from './tx';

export const sql = Prisma.sql;
export const sqlJoin = Prisma.join;
export const sqlEmpty = Prisma.empty;

const LIMITS = { maxWait: 15_000, timeout: 30_000 } as const;

interface Unit {
  readonly tx: ReadTx;
  /** What has been done since may have changed or waited for the slow facts. */
  readonly touched: () => void;
}

function unitOf(caller: Caller, client: Prisma.TransactionClient): Unit {
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
  });
  return { tx, touched: facts.forget };
}

/** One consistent moment for all reads of a page. */
export async function readUnit<T>(caller: Caller, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (client) => {
      await client.$executeRaw`SELECT set_config('app.authority_id', ${caller.authorityId}, true), set_config('transaction_read_only', 'on', true)`;
      return work(unitOf(caller, client).tx);
    },
    { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

/** One transaction, sealed to the caller's authority; whatever is thrown rolls all of it back. */
export async function writeUnit<T>(caller: Caller, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return db().$transaction(async (client) => {
    await client.$executeRaw`SELECT set_config('app.authority_id', ${caller.authorityId}, true)`;
    const { tx, touched } = unitOf(caller, client);
    return work({
      ...tx,
      execute: async (query) => {
        const count = await client.$executeRaw(query);
        touched();
        return count;
      },
    });
  }, LIMITS);
}
