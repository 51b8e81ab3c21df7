/**
 * How many places a second the server gives out, beside what its parts could: an action that does nothing, the same
 * SQL without the application, and the same SQL from pgbench. Measures; never a test. See bench/README.md.
 */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { act, ledTo, open } from '@/e2e/support/http';
import { formOf } from '@/e2e/support/html-forms';
import { runMain } from '@/scripts/run/shutdown';
import { type BenchWorld, benchWorld } from './bench-world';
import { load, type Measured, ms, rate, table } from './measure';
import { hasPgbench, pgbench } from './pgbench';
import { record, type Statement, withOthers } from './recorded-sql';
import { type BenchPupil, waitingPupils } from './waiting-pupils';

const AUTHORITY = 'lancashire';
const AT_ONCE = Number.parseInt(process.env.BENCH_AT_ONCE ?? '16', 10);
const CALLS = Number.parseInt(process.env.BENCH_CALLS ?? '400', 10);
const WARM_UP = 50;

interface Form { readonly actionId: string; readonly fields: Readonly<Record<string, string>>; readonly path: string }

async function formAt(world: BenchWorld, path: string, submit: RegExp, cookie?: string): Promise<Form> {
  const { body } = await open({ address: world.address, path, cookie });
  const { actionId, fields } = formOf(body, submit);
  return { path, actionId: actionId ?? '', fields: Object.fromEntries([...fields].filter(([name]) => !name.startsWith('$'))) };
}

/** The recorded statements in bare Node: one connection a caller, one transaction a pupil. */
async function bareNode(appUrl: string, statements: readonly Statement[], recorded: Recorded, pupils: readonly BenchPupil[]): Promise<Measured> {
  const pool = new Pool({ connectionString: appUrl, max: AT_ONCE });
  try {
    return await load(pupils.length, AT_ONCE, async (index) => {
      const client = await pool.connect();
      try {
        const others = new Map([
          [recorded.pupil.pupilId, pupils[index]?.pupilId ?? ''], [recorded.pupil.referralId, pupils[index]?.referralId ?? ''], 
          [recorded.pupil.siteId, pupils[index]?.siteId ?? ''], [recorded.key, randomUUID()], [recorded.actId, randomUUID()],
        ]);
        for (const statement of statements) {
          const [{ text, values } = statement] = withOthers([statement], others);
          const { rows } = await client.query<{ id?: string; reference?: string }>(text, [...values]);
          const made = rows[0];
          if (made?.id !== undefined && made.reference !== undefined && /INSERT INTO placement /.test(text)) others.set(recorded.placementId, made.id);
        }
      } finally {
        client.release();
      }
    });
  } finally {
    await pool.end();
  }
}

interface Recorded { readonly pupil: BenchPupil; readonly key: string; readonly placementId: string; readonly actId: string }

runMain(async () => {
  const world = await benchWorld();
  const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM authority WHERE slug = $1', [AUTHORITY]);
  const rounds = hasPgbench() ? 3 : 2;
  const { pupils, siteSlug } = await waitingPupils(world.owner, rows[0]?.id ?? '', WARM_UP + 1 + CALLS * rounds);
  const take = (count: number): BenchPupil[] => pupils.splice(0, count);
  const cookie = await world.cookie(`placements@${AUTHORITY}.example`);
  const first = pupils[0];
  const form = await formAt(world, `/${AUTHORITY}/officer/waiting/${first?.referralId}/place/check?from=2026-03-09&to=2026-07-17&share=10&kind=day6&site=${siteSlug}`, /^Confirm/, cookie);
  const place = async ({ referralId, siteId }: BenchPupil, key: string = randomUUID()): Promise<string> => {
    const answer = await act({ address: world.address, path: form.path, cookie }, form.actionId, { ...form.fields, referralId, siteId, whySuits: 'Small groups', 'form-key': key });
    const onward = ledTo(answer);
    if (onward === null) throw new Error(`A place was refused: ${answer.status} ${answer.body.slice(0, 600)}`);
    return onward;
  };
  const nothing = await formAt(world, '/sign-in', /^Sign in$/);
  const doNothing = async (): Promise<void> => {
    const { status, body } = await act({ address: world.address, path: '/sign-in' }, nothing.actionId, {});
    if (status !== 200 || !body.includes('Enter your e-mail address')) throw new Error(`The action that does nothing answered ${status}`);
  };

  for (const pupil of take(WARM_UP)) await place(pupil);
  await load(WARM_UP, AT_ONCE, doNothing);

  const [pupil] = take(1);
  if (!pupil) throw new Error('No pupil is left to record');
  const key = randomUUID();
  let placementId = '';
  const statements = await record(world.owner, world.logFile, async () => {
    placementId = /placements\/([0-9a-f-]{36})/.exec(await place(pupil, key))?.[1] ?? '';
  });
  const acts = await world.owner.query<{ act_id: string }>('SELECT act_id FROM placement_event WHERE placement_id = $1', [placementId]);
  const recorded: Recorded = { pupil, key, placementId, actId: acts.rows[0]?.act_id ?? '' };

  const batch = take(CALLS);
  const action = await load(CALLS, AT_ONCE, async (index) => void (await place(batch[index] ?? pupil)));
  const idle = await load(CALLS * 2, AT_ONCE, doNothing);
  const bare = await bareNode(world.appUrl, statements, recorded, take(CALLS));
  const names = new Map([[pupil.pupilId, 'pupil'], [pupil.referralId, 'referral'], [pupil.siteId, 'site'], [key, 'key'], [placementId, 'placement'], [recorded.actId, 'act']]);
  const bench = hasPgbench() ? await pgbench(world, statements, names, take(CALLS), AT_ONCE) : null;

  const row = (name: string, one: Measured): string[] => [name, String(one.calls), rate(one.perSecond), ms(one.p50), Number.isNaN(one.p95) ? '-' : ms(one.p95), (action.perSecond / one.perSecond).toFixed(2)];
  console.log(`\n${AT_ONCE} at once; ${statements.length} statements an act\n`);
  console.log(table(['', 'calls', 'a second', 'p50', 'p95', 'action / this'], [
    row('Action that takes a place', action), row('Action that does nothing', idle), row('Same SQL, bare Node with pg', bare), ...(bench ? [row('Same SQL, pgbench (p50 is the mean)', bench)] : []),
  ]));
  console.log(bench ? '' : '\npgbench is not installed, so it was not measured.');
});
