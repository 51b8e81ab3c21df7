import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { joinPartnership, leavePartnership } from '@/lib/organisations/commands/change-members';
import { savePartnership } from '@/lib/organisations/commands/save-partnership';
import { setClock } from '@/lib/organisations/commands/set-clock';
import { partnershipBySlug } from '@/lib/organisations/queries/partnerships';
import { assignRole } from '@/lib/people/commands/assign-role';
import { endRole } from '@/lib/people/commands/end-role';
import { savePerson } from '@/lib/people/commands/save-person';
import { personById } from '@/lib/people/queries/people';
import { signInWith } from '@/lib/server/sign-in';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { rowsAsApp } from '@/tests/support/builders/imports';

let council: TwoCouncils;
let admin: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  admin = callerFor(council, 'administrator');
});

const newPerson = (changes: Readonly<Record<string, string>> = {}) => ({ personId: '', version: '0', name: 'Ada Reed', email: `ada-${randomUUID()}@council.test`, password: '', ...changes });
const field = async (result: ReturnType<typeof run>) => {
  const refused = await refusal(result);
  return refused.kind === 'invalid' ? refused.problems.map((one) => one.field) : refused.kind;
};

describe('users', () => {
  it('gives a sign-in that works with the first password, and keeps the password out of the receipt and the audit', async () => {
    const input = newPerson({ password: 'correct horse 1' });
    const { personId } = await done(run(savePerson, admin, input));
    expect(await signInWith(input.email, 'correct horse 1')).toMatchObject({ kind: 'signed_in' });
    expect(await signInWith(input.email, 'wrong horse 11')).toEqual({ kind: 'wrong' });
    const [receipt] = await rowsAsApp(council, "SELECT input_hash FROM command_receipt WHERE command = 'person.save'");
    const same = await done(run(savePerson, admin, { ...newPerson(), password: 'another horse 1' }));
    expect(same.personId).not.toBe(personId);
    expect(receipt?.input_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await rowsAsApp(council, 'SELECT before, after, reason FROM audit_event'))).not.toContain('horse');
    expect(await field(run(savePerson, admin, newPerson({ personId, version: '1', email: input.email, password: 'new password 1' })))).toEqual(['password']);
    expect(await field(run(savePerson, admin, newPerson({ password: 'short' })))).toEqual(['password']);
    expect(await field(run(savePerson, admin, newPerson({ email: input.email })))).toEqual(['email']);
  });

  it('gives a role for its one scope, refuses it twice on the same days, and ends it by date', async () => {
    const { personId } = await done(run(savePerson, admin, newPerson()));
    const role = { personId, role: 'headteacher', establishmentId: council.schools.aston, partnershipId: '', providerId: '', firstOn: '2026-01-05', lastOn: '' };
    await done(run(assignRole, admin, role));
    expect(await field(run(assignRole, admin, { ...role, firstOn: '2026-03-01' }))).toEqual(['firstOn']);
    expect(await field(run(assignRole, admin, { ...role, establishmentId: '' }))).toEqual(['establishmentId']);
    expect(await field(run(assignRole, admin, { ...role, role: 'auditor' }))).toEqual(['establishmentId']);
    expect(await field(run(assignRole, admin, { ...role, establishmentId: council.neighbour.schools.aston }))).toBe('not_found');
    const [held] = (await readUnit(admin, (tx) => personById(tx, personId)))?.roles ?? [];
    await done(run(endRole, admin, { roleId: held?.id, version: '1', endsOn: '2026-02-28' }));
    expect(await field(run(endRole, admin, { roleId: held?.id, version: '1', endsOn: '2026-02-27' }))).toBe('stale');
    expect((await readUnit(admin, (tx) => personById(tx, personId)))?.roles).toMatchObject([{ role: 'headteacher', lastOn: '2026-02-28' }]);
  });

  it('keeps one administrator with a sign-in', async () => {
    const [role] = await rowsAsApp(council, "SELECT id FROM role_assignment WHERE role = 'administrator'");
    expect(await field(run(endRole, admin, { roleId: role?.id, version: '1', endsOn: '2026-03-02' }))).toBe('conflict');
    const { personId } = await done(run(savePerson, admin, newPerson({ password: 'correct horse 1' })));
    await done(run(assignRole, admin, { personId, role: 'administrator', establishmentId: '', partnershipId: '', providerId: '', firstOn: '2026-03-01', lastOn: '' }));
    await done(run(endRole, admin, { roleId: role?.id, version: '1', endsOn: '2026-03-02' }));
  });

  it('is for administrators of the authority only', async () => {
    const { personId } = await done(run(savePerson, admin, newPerson()));
    for (const caller of [callerFor(council, 'placement_officer'), callerFor(council, 'auditor'), callerFor(council.neighbour, 'administrator')]) {
      expect(await field(run(savePerson, caller, newPerson({ personId, version: '1' })))).toBe('not_found');
    }
  });
});

describe('partnerships', () => {
  const partnership = { partnershipId: '', version: '0', name: 'North & Dearne', phase: 'secondary', devolutionModel: 'A', displayOrder: '2', firstOn: '2025-09-01', lastOn: '' };

  it('refuses a second membership of a phase on the same days in words, and takes it after the first has ended', async () => {
    const { slug } = await done(run(savePartnership, admin, partnership));
    expect(slug).toBe('north-and-dearne');
    const made = await readUnit(admin, (tx) => partnershipBySlug(tx, slug));
    const joining = { partnershipId: made?.id, establishmentId: council.schools.aston, joinsOn: '2026-04-01', leavesOn: '' };
    const refused = await refusal(run(joinPartnership, admin, joining));
    expect(refused).toMatchObject({ kind: 'invalid', problems: [{ field: 'establishmentId', message: expect.stringContaining('Rotherham South from 1 September 2024') }] });
    const [member] = await rowsAsApp(council, `SELECT id FROM partnership_member WHERE establishment_id = '${council.schools.aston}'`);
    await done(run(leavePartnership, admin, { memberId: member?.id, lastDay: '2026-03-31' }));
    await done(run(joinPartnership, admin, joining));
    expect(await field(run(leavePartnership, admin, { memberId: member?.id, lastDay: '2026-04-01' }))).toEqual(['lastDay']);
    expect((await readUnit(admin, (tx) => partnershipBySlug(tx, slug)))?.members).toMatchObject([{ schoolId: council.schools.aston, firstOn: '2026-04-01', lastOn: null }]);
  });

  it('keeps its phase while it has members, and its name to itself', async () => {
    const south = await readUnit(admin, (tx) => partnershipBySlug(tx, 'south'));
    const change = { ...partnership, partnershipId: south?.id, version: '1', name: 'South', firstOn: '2024-09-01' };
    expect(await field(run(savePartnership, admin, { ...change, phase: 'primary' }))).toEqual(['phase']);
    await done(run(savePartnership, admin, change));
    expect(await refusal(run(savePartnership, admin, { ...change, devolutionModel: 'B', lastOn: '2026-08-31' }))).toMatchObject({
      kind: 'stale', details: ['Devolution. Now: model A. Yours: model B', 'Last day of the partnership. Now: empty. Yours: 31 August 2026'],
    });
    expect(await field(run(savePartnership, admin, { ...partnership, name: 'south' }))).toEqual(['name']);
  });
});

describe('the day of the demonstration', () => {
  it('is set for a demonstration only, within the calendars and the administrator\u2019s own role', async () => {
    expect(await field(run(setClock, admin, { today: '2026-03-09' }))).toBe('not_found');
    await council.database.owner.query("UPDATE authority SET is_demonstration = true, demonstration_today = '2026-03-02' WHERE id = $1", [council.id]);
    await done(run(setClock, admin, { today: '2026-03-09' }));
    expect(await rowsAsApp(council, `SELECT demonstration_today::text AS day FROM authority WHERE id = '${council.id}'`)).toEqual([{ day: '2026-03-09' }]);
    expect(await field(run(setClock, admin, { today: '2030-03-09' }))).toEqual(['today']);
    await council.database.owner.query("UPDATE role_assignment SET first_on = '2026-01-01' WHERE authority_id = $1 AND role = 'administrator'", [council.id]);
    expect(await field(run(setClock, admin, { today: '2025-10-01' }))).toEqual(['today']);
  });
});
