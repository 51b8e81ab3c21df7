import 'server-only';
import type { z } from 'zod';
import { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/core/roles';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Clock } from './clock';
import { db } from './db';

/** Who asks, in which authority, at what moment. */
export interface Caller {
  readonly authorityId: string;
  readonly actor: Actor | null;
  readonly clock: Clock;
}

/** What a read may do: ask. It has no way to write, and its transaction is READ ONLY besides. */
export interface ReadTx {
  readonly authorityId: string;
  readonly actor: Actor | null;
  readonly now: Date;
  readonly today: CalendarDate;
  /** Every row of a query, each checked by the schema. */
  rows<T extends z.ZodType>(schema: T, sql: Prisma.Sql): Promise<z.output<T>[]>;
  /** The only row, or null. */
  row<T extends z.ZodType>(schema: T, sql: Prisma.Sql): Promise<z.output<T> | null>;
}

/** What a command may do. */
export interface WriteTx extends ReadTx {
  /** Runs a statement and gives the number of rows it touched. */
  execute(sql: Prisma.Sql): Promise<number>;
}

export const sql = Prisma.sql;
export const sqlJoin = Prisma.join;
export const sqlEmpty = Prisma.empty;

const LIMITS = { maxWait: 15_000, timeout: 30_000 } as const;

function reader(caller: Caller, client: Prisma.TransactionClient): ReadTx {
  const rows: ReadTx['rows'] = async (schema, query) => {
    const found = await client.$queryRaw<unknown[]>(query);
    return found.map((one) => schema.parse(one));
  };
  return {
    authorityId: caller.authorityId,
    actor: caller.actor,
    now: caller.clock.now,
    today: caller.clock.today,
    rows,
    row: async (schema, query) => (await rows(schema, query))[0] ?? null,
  };
}

/** One consistent moment for all reads of a page. */
export async function readUnit<T>(caller: Caller, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (client) => {
      await client.$executeRaw`SELECT set_config('app.authority_id', ${caller.authorityId}, true), set_config('transaction_read_only', 'on', true)`;
      return work(reader(caller, client));
    },
    { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

/** One transaction, sealed to the caller's authority; whatever is thrown rolls all of it back. */
export async function writeUnit<T>(caller: Caller, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return db().$transaction(async (client) => {
    await client.$executeRaw`SELECT set_config('app.authority_id', ${caller.authorityId}, true)`;
    return work({ ...reader(caller, client), execute: (query) => client.$executeRaw(query) });
  }, LIMITS);
}
