import type { z } from 'zod';
import type { Prisma } from '@/generated/prisma/client';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { Actor } from '@/lib/core/roles';
import type { Clock } from './clock';

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
  /** A slow fact of the authority, read anew only when one has changed. */
  kept<T>(source: KeptSource<T>): Promise<T>;
}

/** What a command may do. */
export interface WriteTx extends ReadTx {
  /** Runs a statement and gives the number of rows it touched. */
  execute(sql: Prisma.Sql): Promise<number>;
}

/**
 * A slow fact of an authority (calendars, agreements, sites, settings) that is read anew only when one of them has
 * changed. What `load` gives must depend on those tables alone, not on the day or the person, and is never altered.
 */
export interface KeptSource<T> {
  readonly load: (tx: ReadTx) => Promise<T>;
}

/** What a page for everybody may do: ask as the public's role. */
export type PublicTx = Pick<ReadTx, 'rows' | 'row'>;

/** An authority as everybody knows it. */
export interface PublicAuthority {
  readonly slug: string;
  readonly councilName: string;
}
