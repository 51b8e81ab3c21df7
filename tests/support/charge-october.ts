/** October's charge from drawing up to close, done again from wherever it was left; and what the ledger then holds, as one hash. */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { closePeriod } from '@/lib/charges/commands/close-period';
import { draftRun } from '@/lib/charges/commands/draft-run';
import { postRun } from '@/lib/charges/commands/post-run';
import { loadRuns } from '@/lib/charges/store';
import { londonDateOf } from '@/lib/core/calendar-date';
import type { Actor } from '@/lib/core/roles';
import { type Command, runCommand } from '@/lib/server/command';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import type { z } from 'zod';

export interface OctoberOf {
  readonly authorityId: string;
  readonly drawsUp: Actor;
  readonly posts: Actor;
}

const MONTH = '2025-10';

function at(authorityId: string, actor: Actor, day: string): Caller {
  const now = new Date(`${day}T10:00:00Z`);
  return { authorityId, actor, clock: { now, today: londonDateOf(now) } };
}

async function act<Input extends z.ZodType, Outcome>(command: Command<Input, Outcome>, caller: Caller, input: unknown): Promise<void> {
  const result = await runCommand(command, caller, input, randomUUID());
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal)}`);
}

/** Each step that is not done yet: a run that was cut short goes on, and one that is through does nothing. */
export async function runOctober({ authorityId, drawsUp, posts }: OctoberOf): Promise<void> {
  const one = at(authorityId, drawsUp, '2025-11-03');
  const own = async () => (await readUnit(one, loadRuns)).find((run) => run.month === MONTH);
  if ((await own())?.state !== 'posted') await act(draftRun, one, { month: MONTH });
  const drawn = await own();
  if (drawn?.state === 'draft') await act(postRun, at(authorityId, posts, '2025-11-18'), { runId: drawn.id, version: drawn.version });
  if (drawn && (await own())?.closed_at === null) await act(closePeriod, at(authorityId, drawsUp, '2025-11-18'), { periodId: drawn.period_id });
}

const HELD = `
  SELECT jsonb_build_object(
    'periods', (SELECT jsonb_agg(jsonb_build_array(p.month, p.closed_at) ORDER BY p.month) FROM ledger_period p WHERE p.authority_id = $1),
    'runs', (SELECT jsonb_agg(jsonb_build_array(r.state, r.draft, r.version, r.posted_at)) FROM charge_run r WHERE r.authority_id = $1),
    'statements', (SELECT jsonb_agg(jsonb_build_array(s.number, s.sent_on, s.reply_by) ORDER BY s.number) FROM charge_statement s WHERE s.authority_id = $1),
    'lines', (SELECT jsonb_agg(jsonb_build_array(q.reference, l.draft, l.kind, l.day, l.tenths, l.pence, l.reason) ORDER BY q.reference, l.day, l.kind)
                FROM charge_line l JOIN placement q ON q.authority_id = l.authority_id AND q.id = l.placement_id WHERE l.authority_id = $1),
    'entries', (SELECT jsonb_agg(jsonb_build_array(split_part(t.business_key, ' ', 2), t.words, t.posted_at, a.kind, e.pence) ORDER BY t.words, a.kind, e.pence)
                  FROM ledger_entry e JOIN ledger_transaction t ON t.authority_id = e.authority_id AND t.id = e.transaction_id
                  JOIN ledger_account a ON a.authority_id = e.authority_id AND a.id = e.account_id WHERE e.authority_id = $1),
    'accounts', (SELECT jsonb_agg(jsonb_build_array(a.kind, e.name) ORDER BY a.kind, e.name)
                   FROM ledger_account a LEFT JOIN establishment e ON e.authority_id = a.authority_id AND e.id = a.establishment_id WHERE a.authority_id = $1),
    'invoices', (SELECT jsonb_agg(jsonb_build_array(i.reference, i.payer_name, i.way, i.pence, i.issued_on) ORDER BY i.reference) FROM invoice i WHERE i.authority_id = $1)
  )::text AS held`;

/** Everything the ledger holds of an authority by what it says, not by ids: the same for the same facts in another authority. */
export async function ledgerHash(owner: Pool, authorityId: string): Promise<string> {
  const client = await owner.connect();
  try {
    await client.query("SELECT set_config('app.authority_id', $1, false)", [authorityId]);
    const { rows } = await client.query<{ held: string }>(HELD, [authorityId]);
    return createHash('sha256').update(rows[0]?.held ?? '').digest('hex');
  } finally {
    client.release();
  }
}
