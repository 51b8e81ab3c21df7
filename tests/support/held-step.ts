/** Stops a run at a named step, before it is committed: the database waits there for a lock that the test holds. */
import type { Pool, PoolClient } from 'pg';

export interface Step {
  readonly name: string;
  readonly event: 'INSERT' | 'UPDATE';
  readonly table: string;
}

/** Where October's run can be cut short, in the order of the run. */
export const STEPS: readonly Step[] = [
  { name: 'the month is opened', event: 'INSERT', table: 'ledger_period' },
  { name: 'the run is begun', event: 'INSERT', table: 'charge_run' },
  { name: 'the lines are written', event: 'INSERT', table: 'charge_line' },
  { name: 'the statements are sent', event: 'INSERT', table: 'charge_statement' },
  { name: 'the entries are posted', event: 'INSERT', table: 'ledger_entry' },
  { name: 'the invoices are issued', event: 'INSERT', table: 'invoice' },
  { name: 'the month is closed', event: 'UPDATE', table: 'ledger_period' },
];

const LOCK = 420_000;

/** A lock number for each hold, so that several runs can be held side by side. */
export const lockOf = (index: number): number => LOCK + index;

export async function holdAt(owner: Pool, authorityId: string, step: Step, lock: number): Promise<PoolClient> {
  await owner.query(`CREATE OR REPLACE FUNCTION hold_here() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF current_setting('app.authority_id', true) = TG_ARGV[0] THEN PERFORM pg_advisory_xact_lock(TG_ARGV[1]::bigint); END IF;
      RETURN NULL;
    END $$`);
  await owner.query(`CREATE TRIGGER hold_${lock} AFTER ${step.event} ON ${step.table} FOR EACH STATEMENT EXECUTE FUNCTION hold_here('${authorityId}', '${lock}')`);
  const holder = await owner.connect();
  holder.on('error', () => undefined);
  await holder.query('SELECT pg_advisory_lock($1::bigint)', [lock]);
  return holder;
}

/** The server process that waits at the step. */
export async function heldProcess(owner: Pool, lock: number, failed: () => unknown = () => null): Promise<number> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const { rows } = await owner.query<{ pid: number }>("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND ((classid::bigint << 32) | objid::bigint) = $1", [lock]);
    if (rows[0]) return rows[0].pid;
    const problem = failed();
    if (problem !== null) throw new Error(`The run ended before the step: ${String(problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The run did not come to the step');
}

export async function release(owner: Pool, step: Step, lock: number, holder: PoolClient | null): Promise<void> {
  if (holder) {
    await holder.query('SELECT pg_advisory_unlock($1::bigint)', [lock]);
    holder.release();
  }
  await owner.query(`DROP TRIGGER IF EXISTS hold_${lock} ON ${step.table}`);
}
