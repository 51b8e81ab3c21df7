/** The application killed at each named step of a month's run: what it had not committed is gone, and the run goes on to the same ledger. */
import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type OctoberOf, ledgerHash, runOctober } from '@/tests/support/charge-october';
import { buildCharged, type ChargedCouncil } from '@/tests/support/builders/charges';
import { heldProcess, holdAt, lockOf, release, STEPS } from '@/tests/support/held-step';
import type { Actor } from '@/lib/core/roles';

const actorOf = (caller: { readonly actor: Actor | null }): Actor => {
  if (caller.actor === null) throw new Error('Nobody');
  return caller.actor;
};
const octoberOf = (council: ChargedCouncil): OctoberOf => ({ authorityId: council.id, drawsUp: actorOf(council.one('2025-11-03')), posts: actorOf(council.two('2025-11-03')) });

function application(of: OctoberOf): { readonly child: ChildProcess; readonly said: () => string | null } {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'tests/support/charge-run-child.ts'], {
    env: { ...process.env, CHARGE_RUN: JSON.stringify(of), NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, said: () => (child.exitCode === null && child.signalCode === null ? null : `${child.exitCode}: ${printed}`) };
}

describe('a run whose application is killed', () => {
  it('goes on to the ledger of a run that never was, from each step', async () => {
    const whole = await buildCharged();
    await runOctober(octoberOf(whole));
    const expected = await ledgerHash(whole.database.owner, whole.id);
    const { owner } = whole.database;
    const killed: string[] = [];
    // One after the other: a run that is held keeps tables from which another's hold is to be taken.
    for (const [index, step] of STEPS.entries()) {
      const council = await buildCharged();
      const lock = lockOf(index);
      const holder = await holdAt(owner, council.id, step, lock);
      const { child, said } = application(octoberOf(council));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const pid = await heldProcess(owner, lock, said);
      expect(await ledgerHash(owner, council.id), step.name).not.toBe(expected);
      child.kill('SIGKILL');
      await ended;
      killed.push(child.signalCode ?? '');
      await release(owner, step, lock, holder);
      for (let alive = true; alive; ) alive = (await owner.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount !== 0;
      await runOctober(octoberOf(council));
      expect(await ledgerHash(owner, council.id), step.name).toBe(expected);
      await runOctober(octoberOf(council));
      expect(await ledgerHash(owner, council.id), `${step.name}, again`).toBe(expected);
      const { rows: [runs] } = await owner.query<{ runs: string }>('SELECT count(*) AS runs FROM charge_run WHERE authority_id = $1', [council.id]);
      expect(runs?.runs).toBe('1');
    }
    expect(killed).toEqual(STEPS.map(() => 'SIGKILL'));
  }, 120_000);
});
