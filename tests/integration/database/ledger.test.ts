/** The ledger as a plain SQL client with the application's role meets it: balanced, append-only, closed for good. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { answerOf, type AppClient, appClient, untilBlocked } from '@/tests/support/builders/app-client';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildFinance } from '@/tests/support/builders/finance';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let people: readonly [string, string];
let placementId: string;
let open: AppClient[];

beforeAll(async () => {
  council = await buildCouncil();
  const [one, two] = await buildFinance(council);
  people = [one.personId, two.personId];
  const siteId = await buildSite(council, 'Rowan', 20);
  [placementId = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1));
});
beforeEach(() => { open = []; });
afterEach(async () => { for (const one of open) await one.end(); });

async function client(): Promise<AppClient> {
  const made = await appClient(council);
  open.push(made);
  await made.begin();
  return made;
}

const insert = async (on: Client, table: string, row: Record<string, unknown>): Promise<string> => {
  const given = { authority_id: council.id, id: randomUUID(), ...row };
  const names = Object.keys(given);
  await on.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(given));
  return given.id;
};

const period = (on: Client, month: string): Promise<string> => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return insert(on, 'ledger_period', { month, first_on: `${month}-01`, last_on: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) });
};
const account = (on: Client, kind: string, whose: Record<string, unknown>): Promise<string> => insert(on, 'ledger_account', { kind, ...whose });
const run = (on: Client, periodId: string, changes: Record<string, unknown> = {}): Promise<string> =>
  insert(on, 'charge_run', { period_id: periodId, drafted_at: '2026-03-02T10:00:00Z', drafted_by: people[0], draft_until: '2026-03-16', ...changes });
const post = (on: Client, runId: string, by: string | undefined = people[1]) =>
  on.query("UPDATE charge_run SET state = 'posted', posted_at = now(), posted_by = $2 WHERE id = $1", [runId, by]);
const close = (on: Client, periodId: string) => on.query('UPDATE ledger_period SET closed_at = now(), closed_by = $2 WHERE id = $1', [periodId, people[0]]);
const transaction = (on: Client, periodId: string, key: string = randomUUID()): Promise<string> =>
  insert(on, 'ledger_transaction', { period_id: periodId, business_key: key, words: 'Charge', posted_by: people[0], posted_at: '2026-03-02T10:00:00Z' });
const entry = (on: Client, transactionId: string, accountId: string, pence: number): Promise<string> =>
  insert(on, 'ledger_entry', { transaction_id: transactionId, account_id: accountId, pence });
const answer = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (thrown: unknown) => sqlErrorIn(thrown)?.sqlState ?? String(thrown));

async function accounts(on: Client): Promise<[string, string]> {
  return [
    await account(on, 'payer', { establishment_id: council.schools.brinsworth }),
    await account(on, 'over_quota_income', { partnership_id: council.partnershipId }),
  ];
}

describe('a ledger transaction', () => {
  it('is refused at the end when its entries do not sum to nothing, or when it has none', async () => {
    for (const amounts of [[100, -99], [100], []]) {
      const one = await client();
      const month = await period(one.client, '2025-10');
      const [payer, income] = await accounts(one.client);
      const id = await transaction(one.client, month);
      for (const [index, pence] of amounts.entries()) await entry(one.client, id, index === 0 ? payer : income, pence);
      expect(await answer(one.client.query('COMMIT')), JSON.stringify(amounts)).toBe('FP023');
    }
  });

  it('is refused when the client names another authority, or none, before it commits', async () => {
    for (const other of [council.neighbour.id, '']) {
      const one = await client();
      const [payer] = await accounts(one.client);
      await entry(one.client, await transaction(one.client, await period(one.client, '2025-10')), payer, 100);
      await one.client.query("SELECT set_config('app.authority_id', $1, true)", [other]);
      expect(await answer(one.client.query('COMMIT'))).toBe('FP023');
    }
  });

  it('is not balanced by a temporary table of the same name', async () => {
    const one = await client();
    const [payer] = await accounts(one.client);
    const id = await transaction(one.client, await period(one.client, '2025-10'));
    await entry(one.client, id, payer, 100);
    await one.client.query('CREATE TEMPORARY TABLE ledger_entry (authority_id text, transaction_id uuid, pence bigint)');
    await one.client.query('INSERT INTO pg_temp.ledger_entry VALUES ($1, $2, 100), ($1, $2, -100)', [council.id, id]);
    expect(await answer(one.client.query('COMMIT'))).toBe('FP023');
  });

  it('takes the balanced pair, once for its business key, and no entry afterwards', async () => {
    const one = await client();
    const month = await period(one.client, '2025-10');
    const [payer, income] = await accounts(one.client);
    const id = await transaction(one.client, month, 'charge 2025-10');
    await entry(one.client, id, payer, 9_474);
    await entry(one.client, id, income, -9_474);
    await one.client.query('COMMIT');
    await one.begin();
    expect(await answerOf(one.client, `INSERT INTO ledger_transaction (authority_id, period_id, business_key, words, posted_by, posted_at) VALUES ($1, $2, 'charge 2025-10', 'Again', $3, now())`,
      [council.id, month, people[0]])).toBe('23505');
    expect(await answerOf(one.client, 'INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence) VALUES ($1, $2, $3, 1), ($1, $2, $4, -1)',
      [council.id, id, payer, income])).toBe('FP023');
    expect(await answerOf(one.client, 'INSERT INTO ledger_entry (authority_id, transaction_id, account_id, pence) VALUES ($1, $2, $3, 0)', [council.id, id, payer])).toBe('23514');
  });
});

describe('a month', () => {
  it('has one period and one run', async () => {
    const one = await client();
    const month = await period(one.client, '2025-11');
    await run(one.client, month);
    expect(await answerOf(one.client, "INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2025-11', '2025-11-01', '2025-11-30')", [council.id])).toBe('23505');
    expect(await answerOf(one.client, 'INSERT INTO charge_run (authority_id, period_id, drafted_at, drafted_by, draft_until) VALUES ($1, $2, now(), $3, now())', [council.id, month, people[0]])).toBe('23505');
    expect(await answerOf(one.client, "INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2025-12', '2025-12-01', '2025-12-30')", [council.id])).toBe('23514');
  });

  it('does not close before its run is posted or before an earlier month', async () => {
    const one = await client();
    const [first, second] = [await period(one.client, '2024-09'), await period(one.client, '2024-10')];
    expect(await answer(close(one.client, first))).toBe('FP022');
    await one.client.query('ROLLBACK');
    await one.begin();
    const [earlier, later] = [await period(one.client, '2024-09'), await period(one.client, '2024-10')];
    await post(one.client, await run(one.client, later));
    expect([first, second]).not.toContain(earlier);
    expect(await answer(close(one.client, later))).toBe('FP022');
  });

  it('takes nothing once it is closed, never opens again and never changes', async () => {
    const one = await client();
    const month = await period(one.client, '2020-10');
    const id = await run(one.client, month);
    await post(one.client, id);
    await close(one.client, month);
    await one.client.query('COMMIT');
    await one.begin();
    expect(await answerOf(one.client, 'UPDATE ledger_period SET closed_at = NULL, closed_by = NULL WHERE id = $1', [month])).toBe('FP020');
    expect(await answerOf(one.client, 'UPDATE ledger_period SET closed_at = now() WHERE id = $1', [month])).toBe('FP020');
    expect(await answerOf(one.client, 'UPDATE charge_run SET version = 2 WHERE id = $1', [id])).toBe('FP021');
    expect(await answerOf(one.client, "UPDATE ledger_period SET month = '2020-11' WHERE id = $1", [month])).toBe('42501');
    expect(await answerOf(one.client, 'DELETE FROM ledger_period WHERE id = $1', [month])).toBe('42501');
    expect(await answerOf(one.client, "INSERT INTO ledger_period (authority_id, month, first_on, last_on) VALUES ($1, '2020-09', '2020-09-01', '2020-09-30')", [council.id])).toBe('FP020');
    expect(await answer(transaction(one.client, month))).toBe('FP020');
  });

  it('is closed for the owner of the tables too', async () => {
    const [row] = await asOwner(council.database.owner, council.id, (query) => query("SELECT id FROM ledger_period WHERE authority_id = $1 AND month = '2020-10'", [council.id]));
    for (const text of [
      'UPDATE ledger_period SET closed_at = NULL, closed_by = NULL WHERE id = $1', "UPDATE ledger_period SET month = '2020-11', first_on = '2020-11-01', last_on = '2020-11-30' WHERE id = $1",
      'DELETE FROM ledger_period WHERE id = $1',
    ]) {
      await expect(asOwner(council.database.owner, council.id, (query) => query(text, [row?.id])), text).rejects.toMatchObject({ code: 'FP020' });
    }
  });

  it('that is closing makes a client who posts into it wait, and then refuses it', async () => {
    const setup = await client();
    const month = await period(setup.client, '2020-11');
    await post(setup.client, await run(setup.client, month));
    await setup.client.query('COMMIT');
    const [closing, posting] = [await client(), await client()];
    await close(closing.client, month);
    const answered = answer(transaction(posting.client, month));
    await untilBlocked(council, posting.pid);
    await closing.client.query('COMMIT');
    expect(await answered).toBe('FP020');
  });
});

describe('a charge run', () => {
  const line = (runId: string, changes: Record<string, unknown> = {}) => ({
    run_id: runId, draft: 1, partnership_id: council.partnershipId, agreement_id: council.agreementId, agreement_version: 1, placement_id: placementId,
    establishment_id: council.schools.aston, kind: 'zero', concerns_month: '2026-02', day: '2026-02-02', tenths: 0, pence: 0, reason: 'No binding agreement', ...changes,
  });
  const statement = (runId: string) => ({
    run_id: runId, partnership_id: council.partnershipId, agreement_id: council.agreementId, agreement_version: 1, terms: '{}', number: `CS-${randomUUID()}`, sent_on: '2026-03-02', reply_by: '2026-03-16',
  });
  const question = (statementId: string) => ({
    statement_id: statementId, placement_id: placementId, words: 'Why?', raised_by: people[0], raised_at: '2026-03-03T10:00:00Z', owner_id: people[0],
  });

  it('takes lines while it is a draft, and takes and changes nothing once it is posted', async () => {
    const one = await client();
    const id = await run(one.client, await period(one.client, '2026-02'));
    await insert(one.client, 'charge_line', line(id));
    const sent = await insert(one.client, 'charge_statement', statement(id));
    const asked = await insert(one.client, 'statement_query', question(sent));
    await post(one.client, id);
    await one.client.query("UPDATE statement_query SET answer = 'refused', answer_words = 'As recorded', answered_by = $2, answered_at = now() WHERE id = $1", [asked, people[0]]);
    await one.client.query('SAVEPOINT posted');
    const refused = async (work: () => Promise<unknown>) => {
      const state = await answer(work());
      await one.client.query('ROLLBACK TO SAVEPOINT posted');
      return state;
    };
    expect(await refused(() => insert(one.client, 'charge_line', line(id, { day: '2026-02-03' })))).toBe('FP021');
    expect(await refused(() => insert(one.client, 'charge_statement', { ...statement(id), partnership_id: council.partnershipId, number: 'CS-2' }))).toMatch(/FP021|23505/);
    expect(await refused(() => one.client.query("UPDATE charge_statement SET reply_by = '2026-04-01' WHERE id = $1", [sent]))).toBe('FP021');
    expect(await refused(() => insert(one.client, 'statement_query', question(sent)))).toBe('FP021');
    expect(await refused(() => one.client.query("UPDATE statement_query SET answer = 'upheld' WHERE id = $1", [asked]))).toBe('FP021');
    expect(await refused(() => one.client.query("UPDATE charge_run SET draft_until = '2026-04-01' WHERE id = $1", [id]))).toBe('FP021');
    for (const table of ['charge_line', 'charge_statement', 'statement_query', 'charge_run', 'ledger_transaction', 'ledger_entry', 'ledger_account', 'ledger_period']) {
      expect(await refused(() => one.client.query(`DELETE FROM ${table}`)), table).toBe('42501');
      expect(await refused(() => one.client.query(`TRUNCATE ${table}`)), table).toBe('42501');
    }
  });

  it('is posted by a second person where it needs one', async () => {
    const one = await client();
    const id = await run(one.client, await period(one.client, '2026-02'), { needs_second: true });
    await one.client.query('SAVEPOINT draft');
    expect(await answer(post(one.client, id, people[0]))).toBe('23514');
    await one.client.query('ROLLBACK TO SAVEPOINT draft');
    expect(await answer(post(one.client, id, people[1]))).toBe('done');
  });

  it('has no line with a wrong month, an amount without a payer or a reason left out', async () => {
    const one = await client();
    const id = await run(one.client, await period(one.client, '2026-02'));
    await one.client.query('SAVEPOINT lines');
    for (const wrong of [{ concerns_month: '2026-01' }, { pence: 1 }, { tenths: 10 }, { kind: 'charge', tenths: 10, pence: 9_474 }, { reason: '' }]) {
      expect(await answer(insert(one.client, 'charge_line', line(id, wrong))), JSON.stringify(wrong)).toBe('23514');
      await one.client.query('ROLLBACK TO SAVEPOINT lines');
    }
  });
});
