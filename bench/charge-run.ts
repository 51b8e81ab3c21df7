/**
 * How long one authority's month takes to draw up, draw up again, post and close (3,000 placements, 12 partnerships),
 * beside one SQL statement that counts and prices the same facts. Measures; never a test. See bench/README.md.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Pool } from 'pg';
import type { z } from 'zod';
import { closePeriod } from '@/lib/charges/commands/close-period';
import { draftRun } from '@/lib/charges/commands/draft-run';
import { postRun } from '@/lib/charges/commands/post-run';
import { loadRuns } from '@/lib/charges/store';
import type { Actor } from '@/lib/core/roles';
import { type Command, runCommand } from '@/lib/server/command';
import { readUnit } from '@/lib/server/unit-of-work';
import { ensureDatabase, withDatabase } from '@/scripts/postgres/connection';
import { startEmbedded } from '@/scripts/postgres/embedded';
import { temporaryFolder } from '@/scripts/postgres/folders';
import { migrate } from '@/scripts/postgres/migrations';
import { ensureRoles } from '@/scripts/postgres/roles';
import { postgresUser } from '@/scripts/postgres/system-user';
import { MIGRATIONS } from '@/scripts/run/paths';
import { step } from '@/scripts/run/progress';
import { atEnd, runMain } from '@/scripts/run/shutdown';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { callerOn } from '@/tests/support/builders/finance';
import type { TestDatabase } from '@/tests/support/test-database';
import { type ChargeFacts, chargeFacts, PARTNERSHIPS, PLACEMENTS } from './charge-facts';
import { load, ms, quantile, table } from './measure';

const MONTH = '2025-10';
const RUNS = Number.parseInt(process.env.BENCH_CALLS ?? '5', 10);

/** Counted each school day, over the quota, rounded once for each agreement and month: what a month costs, without who bears which day. */
const ONE_STATEMENT = `
  WITH days AS (
    SELECT a.id AS agreement_id, d::date AS day FROM agreement a
      JOIN calendar_term t ON t.authority_id = a.authority_id AND t.calendar_year_id = a.calendar_year_id
      CROSS JOIN LATERAL generate_series(t.first_on, least(t.last_on, $2::date), interval '1 day') d
     WHERE a.authority_id = $1 AND extract(isodow FROM d) < 6 AND d >= a.first_on AND NOT EXISTS (
       SELECT 1 FROM calendar_closed_days c WHERE c.authority_id = a.authority_id AND c.calendar_year_id = a.calendar_year_id AND d BETWEEN c.first_on AND c.last_on)
  ), used AS (
    SELECT days.agreement_id, days.day, sum(p.share_tenths) AS tenths FROM days
      JOIN agreement_school s ON s.authority_id = $1 AND s.agreement_id = days.agreement_id AND s.legally_binding
      JOIN placement p ON p.authority_id = $1 AND p.attributed_establishment_id = s.establishment_id AND p.state IN ('started', 'left')
                      AND p.started_on <= days.day AND coalesce(p.left_on, p.planned_last_on) >= days.day
     GROUP BY 1, 2
  ), over AS (
    SELECT u.agreement_id, sum(greatest(u.tenths - q.places * 10, 0)) AS upto, coalesce(sum(greatest(u.tenths - q.places * 10, 0)) FILTER (WHERE u.day < date_trunc('month', $2::date)), 0) AS before
      FROM used u JOIN agreement_quota q ON q.authority_id = $1 AND q.agreement_id = u.agreement_id GROUP BY 1
  )
  SELECT sum(round(a.annual_pence * o.upto / (a.basis_days * 10)) - round(a.annual_pence * o.before / (a.basis_days * 10)))::text AS pence
    FROM over o JOIN agreement a ON a.authority_id = $1 AND a.id = o.agreement_id`;

async function database(): Promise<TestDatabase> {
  const user = postgresUser();
  const folder = temporaryFolder(user);
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await step('Database', () => startEmbedded({ folder, user, durable: true }));
  atEnd(() => server.stop());
  await ensureDatabase(server.url, 'fairplace');
  const ownerUrl = withDatabase(server.url, 'fairplace');
  const roles = await ensureRoles(ownerUrl, folder);
  await migrate(ownerUrl, MIGRATIONS);
  process.env.APP_DATABASE_URL = roles.appUrl;
  process.env.NEXTAUTH_SECRET ??= 'nobody signs in while a month is measured';
  const owner = new Pool({ connectionString: ownerUrl, max: 4, allowExitOnIdle: true });
  owner.on('error', () => undefined);
  atEnd(() => owner.end());
  return { ownerUrl, ...roles, owner, app: owner };
}

async function act<Input extends z.ZodType, Outcome>(command: Command<Input, Outcome>, { council }: ChargeFacts, actor: Actor, day: string, input: unknown): Promise<number> {
  const from = performance.now();
  const result = await runCommand(command, callerOn(council, actor, day), input, randomUUID());
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal)}`);
  return performance.now() - from;
}

runMain(async () => {
  const db = await database();
  const facts = await step(`${PLACEMENTS} placements of ${PARTNERSHIPS} partnerships`, () => chargeFacts(db));
  const { council, finance: [one, two] } = facts;
  const sql = await load(RUNS, 1, async () => void await asOwner(db.owner, council.id, (query) => query(ONE_STATEMENT, [council.id, '2025-10-31'])));
  const drawn = await act(draftRun, facts, one, '2025-11-03', { month: MONTH });
  const again: number[] = [];
  for (let count = 0; count < RUNS; count += 1) again.push(await act(draftRun, facts, one, '2025-11-03', { month: MONTH }));
  const [run] = await readUnit(callerOn(council, one, '2025-11-03'), loadRuns);
  if (!run) throw new Error('The month was not drawn up');
  const posted = await act(postRun, facts, two, '2025-11-18', { runId: run.id, version: run.version });
  const closed = await act(closePeriod, facts, one, '2025-11-18', { periodId: run.period_id });
  const [counted] = await asOwner(db.owner, council.id, (query) => query(ONE_STATEMENT, [council.id, '2025-10-31']));
  const [kept] = await asOwner(db.owner, council.id, (query) => query('SELECT sum(pence)::text AS pence, count(*)::text AS lines FROM charge_line WHERE authority_id = $1', [council.id]));
  if (counted?.pence !== kept?.pence) throw new Error(`The statement has ${String(counted?.pence)} pence, the run ${String(kept?.pence)}`);
  const noOp = quantile([...again].sort((a, b) => a - b), 0.5);
  const row = (what: string, took: number): string[] => [what, ms(took), `${(took / sql.p50).toFixed(1)} x`];
  console.log(`\n${PLACEMENTS} placements, ${PARTNERSHIPS} partnerships, ${String(kept?.lines)} lines, ${String(kept?.pence)} pence, the same by both\n`);
  console.log(table(['October 2025', 'time', 'beside the statement'], [
    row('One SQL statement: the sum of the month', sql.p50), row('Draw up: each day to its placement and payer, written', drawn), row('Draw up again: nothing has changed', noOp),
    row('Post: entries and invoices', posted), row('Close', closed),
  ]));
  return 0;
});
