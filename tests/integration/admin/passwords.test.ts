import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { givePassword } from '@/lib/people/commands/give-password';
import { savePerson } from '@/lib/people/commands/save-person';
import { auditOfAccount } from '@/lib/server/account-audit';
import { changeOwnPassword } from '@/lib/server/own-password';
import { accountOf, authoritiesOf, signInWith } from '@/lib/server/sign-in';
import type { Caller } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { rowsAsApp } from '@/tests/support/builders/imports';

const FIRST = 'correct horse 1';
const GIVEN = 'battery staple 2';
const CHOSEN = 'quiet river bank 3';

let council: TwoCouncils;
let admin: Caller;
let email: string;
let personId: string;

async function newPerson(address: string, of: Caller = admin): Promise<string> {
  return (await done(run(savePerson, of, { personId: '', version: '0', name: 'Ada Reed', email: address, password: FIRST }))).personId;
}
async function sessionOf(password: string): Promise<string> {
  const result = await signInWith(email, password);
  if (result.kind !== 'signed_in') throw new Error(result.kind);
  return result.sessionId;
}
const give = (input: Readonly<Record<string, string>> = {}) => run(givePassword, admin, { personId, version: '1', newPassword: GIVEN, ...input });

beforeEach(async () => {
  council = await buildCouncil();
  admin = callerFor(council, 'administrator');
  email = `ada-${randomUUID()}@council.test`;
  personId = await newPerson(email);
});

describe('a new password from an administrator', () => {
  it('ends every session and the old password, and opens nothing until its owner has chosen another', async () => {
    const before = await sessionOf(FIRST);
    await changeOwnPassword(before, FIRST, 'a first own one 4');
    expect(await authoritiesOf(before)).toHaveLength(1);
    await done(give());
    expect(await accountOf(before)).toBeNull();
    expect(await signInWith(email, FIRST)).toEqual({ kind: 'wrong' });
    const session = await sessionOf(GIVEN);
    expect(await authoritiesOf(session)).toEqual([]);
    expect(await accountOf(session)).toMatchObject({ email, password_due: true });
    expect(await changeOwnPassword(session, GIVEN, GIVEN)).toBe('same');
    expect(await changeOwnPassword(session, GIVEN, CHOSEN)).toBe('changed');
    expect(await authoritiesOf(session)).toHaveLength(1);
    expect(JSON.stringify(await rowsAsApp(council, 'SELECT before, after, reason FROM audit_event'))).not.toContain('staple');
  });

  it('lets somebody in again who was locked out', async () => {
    for (let n = 0; n < 5; n += 1) await signInWith(email, 'wrong');
    expect(await signInWith(email, FIRST)).toEqual({ kind: 'locked' });
    await done(give());
    expect((await signInWith(email, GIVEN)).kind).toBe('signed_in');
  });

  it('is refused when short, by anybody else, on an old page, for oneself and for somebody without a sign-in', async () => {
    expect(await refusal(give({ newPassword: 'short' }))).toMatchObject({ problems: [{ field: 'newPassword' }] });
    expect(await refusal(run(givePassword, callerFor(council, 'auditor'), { personId, version: '1', newPassword: GIVEN }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(givePassword, callerFor(council.neighbour, 'administrator'), { personId, version: '1', newPassword: GIVEN }))).toEqual({ kind: 'not_found' });
    expect((await refusal(give({ version: '7' }))).kind).toBe('stale');
    expect(await refusal(give({ personId: admin.actor?.personId ?? '' }))).toMatchObject({ problems: [{ field: 'newPassword' }] });
    const { personId: none } = await done(run(savePerson, admin, { personId: '', version: '0', name: 'Ben Low', email: `ben-${randomUUID()}@council.test`, password: '' }));
    expect(await refusal(give({ personId: none }))).toMatchObject({ problems: [{ field: 'newPassword' }] });
    expect((await signInWith(email, FIRST)).kind).toBe('signed_in');
  });

  it('opens the authority of its administrator only: elsewhere the sign-in is given again, and both audits say so', async () => {
    const there = callerFor(council.neighbour, 'administrator');
    const { personId: personThere } = { personId: await newPerson(email, there) };
    expect(await authoritiesOf(await sessionOf(FIRST))).toEqual([]);
    await done(give());
    const session = await sessionOf(GIVEN);
    expect(await changeOwnPassword(session, GIVEN, CHOSEN)).toBe('changed');
    expect((await authoritiesOf(session)).map((one) => one.slug)).toEqual([council.slug]);
    expect(await rowsAsApp(council, "SELECT after FROM audit_event WHERE act = 'person.give_password'")).toEqual([{ after: { newPassword: true, opensHereOnly: true } }]);
    expect(await rowsAsApp(council.neighbour, "SELECT actor_id, subject_id, before, after FROM audit_event WHERE act = 'person.give_password'"))
      .toEqual([{ actor_id: null, subject_id: personThere, before: { signIn: true }, after: { signIn: false, passwordGivenElsewhere: true } }]);
    await done(run(savePerson, there, { personId: personThere, version: '2', name: 'Ada Reed', email, password: 'any that is long enough' }));
    expect(await authoritiesOf(session)).toHaveLength(2);
    expect((await signInWith(email, CHOSEN)).kind).toBe('signed_in');
  });

  it('is due for a change also when it comes with a new sign-in', async () => {
    const session = await sessionOf(FIRST);
    expect(await accountOf(session)).toMatchObject({ password_due: true });
    expect(await authoritiesOf(session)).toEqual([]);
  });
});

describe('one\u2019s own password', () => {
  it('needs the present one, and ends the other sessions only', async () => {
    const [here, elsewhere] = [await sessionOf(FIRST), await sessionOf(FIRST)];
    expect(await changeOwnPassword(here, 'not this', CHOSEN)).toBe('wrong');
    expect(await changeOwnPassword(here, FIRST, CHOSEN)).toBe('changed');
    expect(await accountOf(here)).toMatchObject({ password_due: false });
    expect(await accountOf(elsewhere)).toBeNull();
    expect(await signInWith(email, FIRST)).toEqual({ kind: 'wrong' });
    expect((await signInWith(email, CHOSEN)).kind).toBe('signed_in');
  });

  it('is locked after five wrong tries, as signing in is', async () => {
    const session = await sessionOf(FIRST);
    for (let n = 0; n < 5; n += 1) expect(await changeOwnPassword(session, 'wrong', CHOSEN)).toBe('wrong');
    expect(await changeOwnPassword(session, FIRST, CHOSEN)).toBe('locked');
    expect(await signInWith(email, FIRST)).toEqual({ kind: 'locked' });
  });
});

it('signing in leaves a line in the audit of every authority of the address, and of no other', async () => {
  const lines = (of: TwoCouncils | TwoCouncils['neighbour']) => rowsAsApp(of, "SELECT outcome, subject_id, actor_id::text FROM audit_event WHERE act = 'session.sign_in' ORDER BY at, outcome");
  await auditOfAccount(email, 'session.sign_in', 'done');
  await auditOfAccount(email, 'session.sign_in', 'refused');
  await auditOfAccount('nobody@council.test', 'session.sign_in', 'refused');
  expect(await lines(council)).toEqual([{ outcome: 'done', subject_id: personId, actor_id: personId }, { outcome: 'refused', subject_id: personId, actor_id: null }]);
  expect(await lines(council.neighbour)).toEqual([]);
});
