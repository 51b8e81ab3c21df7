/** Recording an exclusion during the call: one transaction, nobody entered twice, each role its own schools. */
import { beforeAll, describe, expect, it } from 'vitest';
import { finishTask } from '@/lib/exclusions/commands/finish-task';
import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { recordReferral } from '@/lib/exclusions/commands/record-referral';
import { officerTasks } from '@/lib/exclusions/queries/open-tasks';
import { recordedExclusion } from '@/lib/exclusions/queries/recorded-exclusion';
import { placeView } from '@/lib/placements/queries/place-view';
import { readFilter, waitingList } from '@/lib/placements/queries/waiting-list';
import type { CommandResult } from '@/lib/server/command';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities, exclusionForm, pupilForm } from '@/tests/support/builders/exclusion-forms';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { changedTables, tracesOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
const officer = () => callerFor(council, 'placement_officer');
const head = () => callerFor(council, 'headteacher');
const rows = (text: string, ...values: unknown[]) => asOwner(council.database.owner, council.id, (query) => query(text, [council.id, ...values]));
const record = (changes: Record<string, unknown> = {}, caller = officer()) => run(recordExclusion, caller, exclusionForm(council, changes));

async function problems(result: Promise<CommandResult<unknown>>): Promise<Record<string, string>> {
  const refused = await refusal(result);
  if (refused.kind !== 'invalid') throw new Error(JSON.stringify(refused));
  return Object.fromEntries(refused.problems.map((one) => [one.field ?? '', one.message]));
}

beforeAll(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
});

describe('recording an exclusion', () => {
  it('keeps pupil, roll, exclusion, event, request and audit in one act', async () => {
    const before = await tracesOf(council);
    const outcome = await done(record());
    expect(changedTables(before, await tracesOf(council))).toEqual([
      'audit_event', 'command_receipt', 'exclusion_event', 'permanent_exclusion', 'pupil', 'pupil_contact', 'referral', 'roll_entry',
    ]);
    expect(await rows('SELECT route, establishment_id, received_on::text, state, asked_for FROM referral WHERE authority_id = $1 AND id = $2', outcome.referralId)).toEqual([
      { route: 'permanent_exclusion', establishment_id: council.schools.aston, received_on: '2026-02-26', state: 'waiting', asked_for: 'Works well with animals' },
    ]);
    expect(await rows('SELECT home_postcode, search_name, sen_provision FROM pupil WHERE authority_id = $1 AND id = $2', outcome.pupilId)).toEqual([
      { home_postcode: 'S26 5QG', search_name: 'nia thorne', sen_provision: 'K' },
    ]);
    const view = await readUnit(officer(), (tx) => recordedExclusion(tx, outcome.exclusionId));
    expect(view?.duty).toMatchObject({ kind: 'clock', due: 'this_week', clock: { firstDay: '2026-02-26', dueOn: '2026-03-05' } });
    expect(view?.notices.map((one) => one.key)).toEqual(['R20-parent', 'R21-parent', 'R22-authority', 'R25-governing_board']);
  });

  it('refuses the same pupil on the same day, and offers the pupil on record first', async () => {
    expect(await problems(record())).toEqual({ samePupil: expect.stringContaining('Nia Thorne, born 15 March 2012') });
    expect(await problems(record({ samePupil: 'yes' }))).toEqual({ excludedOn: expect.stringContaining('on record already as EX-') });
    const second = await done(record({ samePupil: 'yes', excludedOn: '2026-03-02', contactPhone: '01709 960199' }));
    expect(await rows('SELECT count(*)::int AS pupils FROM pupil WHERE authority_id = $1 AND search_name = $2', 'nia thorne')).toEqual([{ pupils: 1 }]);
    expect(await rows('SELECT phone FROM pupil_contact WHERE authority_id = $1 AND pupil_id = $2', second.pupilId)).toEqual([{ phone: '01709 960199' }]);
  });

  it('enters a pupil once when officer and school key them in at the same moment', async () => {
    const twice = await Promise.all([record({ lastName: 'Twin' }), record({ lastName: 'Twin' }, head())]);
    expect(twice.filter((one) => one.ok)).toHaveLength(1);
    expect(await rows('SELECT count(*)::int AS pupils FROM pupil WHERE authority_id = $1 AND search_name = $2', 'nia twin')).toEqual([{ pupils: 1 }]);
  });

  it('takes another pupil of the same name when told so, and never one with the same UPN', async () => {
    const upn = 'B801200005001';
    await done(record({ lastName: 'Same', upn }));
    await done(record({ lastName: 'Same', samePupil: 'no' }));
    expect(await problems(record({ lastName: 'Other', upn, samePupil: 'no' }))).toEqual({ samePupil: expect.stringContaining('This UPN is on record') });
    expect(await problems(record({ lastName: 'Other', upn, bornOn: '2012-03-16' }))).toEqual({ upn: expect.stringContaining('another birth date') });
  });

  it('shows every problem at its field at once', async () => {
    const found = await problems(record({ excludedOn: '2026-02-31', excludedAt: '25:00', upn: 'A801200005001', schoolId: 'elsewhere', lastName: '' }));
    expect(Object.keys(found).sort()).toEqual(['elsewhereAuthority', 'elsewhereSchool', 'excludedAt', 'excludedOn', 'lastName', 'upn']);
    expect(found.upn).toContain('check letter');
  });

  it('refuses a date in the future, one whose calendar is not loaded, and reasons of no code set', async () => {
    expect((await problems(record({ lastName: 'Future', excludedOn: '2026-03-03' }))).excludedOn).toContain('today, or earlier');
    expect((await problems(record({ lastName: 'Past', excludedOn: '2023-03-03' }))).excludedOn).toContain('2022/23');
    expect((await problems(record({ lastName: 'Reason', mainReason: 'VR' }))).mainReason).toContain('VR is not a reason code');
    expect(await rows('SELECT 1 FROM pupil WHERE authority_id = $1 AND search_name IN ($2, $3, $4)', 'nia future', 'nia past', 'nia reason')).toEqual([]);
  });
});

describe('whose pupil it is', () => {
  it('shows a pupil of another authority without clock or quota until that authority is told', async () => {
    const outcome = await done(record({ lastName: 'Sheffield', homeAuthority: '373' }));
    expect(await rows('SELECT kind, for_role, due_on::text, title FROM task WHERE authority_id = $1 AND exclusion_id = $2', outcome.exclusionId)).toEqual([
      { kind: 'tell_home_authority', for_role: 'placement_officer', due_on: '2026-03-02', title: expect.stringMatching(/^Tell Sheffield, the home authority, of permanent exclusion EX-/) },
    ]);
    const view = await readUnit(officer(), (tx) => recordedExclusion(tx, outcome.exclusionId));
    expect(view).toMatchObject({ toldAuthority: 'Sheffield', referralId: outcome.referralId, duty: { kind: 'none' } });
    expect(view?.notices.map((one) => one.key)).toContain('R24-home_authority');
    const listed = async () => (await readUnit(officer(), (tx) => waitingList(tx, readFilter(() => null))))?.rows.find((one) => one.referralId === outcome.referralId);
    expect(await listed()).toMatchObject({ duty: { kind: 'none' }, quota: null, next: { kind: 'other_authority', words: 'Tell home authority' } });
    const task = (await readUnit(officer(), officerTasks))?.find((one) => one.referral_id === outcome.referralId);
    await done(run(finishTask, officer(), { taskId: task?.id, version: '1', doneNote: 'Told by telephone' }));
    expect(await listed()).toBeUndefined();
    const home = (await readUnit(officer(), (tx) => recordedExclusion(tx, outcome.exclusionId)))?.notices.find((line) => line.key === 'R24-home_authority');
    expect(home?.told, 'ticked off in the list of whom to tell too').not.toBeNull();
    expect(await rows('SELECT state, closed_reason FROM referral WHERE authority_id = $1 AND id = $2', outcome.referralId)).toEqual([
      { state: 'closed', closed_reason: 'The home authority was told and has the duty' },
    ]);
  });

  it('holds a pupil excluded elsewhere without quota, with a clock', async () => {
    const outcome = await done(record({ lastName: 'Doncaster', schoolId: 'elsewhere', elsewhereSchool: 'A school in Doncaster', elsewhereAuthority: '371' }));
    expect(await rows('SELECT establishment_id FROM referral WHERE authority_id = $1 AND id = $2', outcome.referralId)).toEqual([{ establishment_id: null }]);
    expect(await rows('SELECT 1 FROM roll_entry WHERE authority_id = $1 AND pupil_id = $2', outcome.pupilId)).toEqual([]);
    expect(await readUnit(officer(), (tx) => recordedExclusion(tx, outcome.exclusionId))).toMatchObject({ duty: { kind: 'clock' } });
  });

  it('refuses a pupil who neither lives here nor was excluded here', async () => {
    const elsewhere = { lastName: 'Nobody', schoolId: 'elsewhere', elsewhereSchool: 'A school', elsewhereAuthority: '371', homeAuthority: '373' };
    expect((await problems(record(elsewhere))).homeAuthority).toContain('neither lives in this authority');
    expect((await problems(record({ ...elsewhere, elsewhereAuthority: '372' }))).elsewhereAuthority).toContain('choose it from the list');
  });
});

describe('who may record', () => {
  it('lets a head record for their own school only', async () => {
    const own = await done(record({ lastName: 'Own' }, head()));
    expect(await readUnit(head(), (tx) => recordedExclusion(tx, own.exclusionId))).toMatchObject({ referralId: null, duty: { kind: 'clock' } });
    expect(await refusal(record({ lastName: 'Not own', schoolId: council.schools.wales }, head()))).toEqual({ kind: 'not_found' });
    expect(await refusal(record({ lastName: 'Not own', schoolId: 'elsewhere', elsewhereSchool: 'A', elsewhereAuthority: '371' }, head()))).toEqual({ kind: 'not_found' });
    expect(await refusal(record({ lastName: 'Not own' }, callerFor(council, 'pru_head')))).toEqual({ kind: 'not_found' });
  });

  it('hides from a head whose pupil the one on record is, and another school\u2019s exclusion', async () => {
    const wales = await done(record({ lastName: 'Wales', schoolId: council.schools.wales }));
    const found = await problems(record({ lastName: 'Wales' }, head()));
    expect(found.samePupil).toMatch(/^A pupil called Nia Wales/);
    expect(found.samePupil).not.toContain('Wales School');
    expect(await refusal(record({ lastName: 'Wales', pupilId: wales.pupilId, pupilVersion: '1' }, head()))).toEqual({ kind: 'not_found' });
    expect(await readUnit(head(), (tx) => recordedExclusion(tx, wales.exclusionId))).toBeNull();
  });

  it('finds nothing of the neighbour\u2019s', async () => {
    expect(await refusal(record({ pupilId: council.neighbour.pupil.pupilId, pupilVersion: '1', lastName: 'Next' }))).toEqual({ kind: 'not_found' });
    expect((await problems(record({ schoolId: council.neighbour.schools.aston, lastName: 'Next' }))).schoolId).toContain('Choose a school of the authority');
  });

  it('shows the newer record instead of writing over it', async () => {
    const { pupilId } = await done(record({ lastName: 'Stale' }));
    expect(await refusal(record({ lastName: 'Stale', pupilId, pupilVersion: '7', excludedOn: '2026-03-02' }))).toMatchObject({ kind: 'stale' });
  });
});

describe('another request', () => {
  const request = (changes: Record<string, unknown> = {}) => run(recordReferral, officer(), {
    route: 'preventative', schoolId: council.schools.aston, receivedOn: '2026-03-02', wantedFrom: '2026-03-16', shareTenths: '6', askedFor: 'Twelve weeks',
    ...pupilForm({ lastName: 'Request', ...changes }), ...changes,
  });

  it('is ordered by the date wanted and counts to the school', async () => {
    const { referralId } = await done(request());
    expect(await rows('SELECT route, wanted_from::text, wanted_share_tenths, establishment_id, exclusion_id FROM referral WHERE authority_id = $1 AND id = $2', referralId)).toEqual([
      { route: 'preventative', wanted_from: '2026-03-16', wanted_share_tenths: 6, establishment_id: council.schools.aston, exclusion_id: null },
    ]);
  });

  it('keeps the last day asked for, which a place is then proposed to', async () => {
    const { referralId } = await done(request({ lastName: 'Break', wantedTo: '2026-03-27' }));
    const view = await readUnit(officer(), (tx) => placeView(tx, referralId, { from: '', to: '', share: '', kind: '' }));
    expect(view?.wanted).toMatchObject({ firstOn: '2026-03-16', lastOn: '2026-03-27', endReason: 'The last day that the request asks for' });
    const open = await done(request({ lastName: 'Open' }));
    expect((await readUnit(officer(), (tx) => placeView(tx, open.referralId, { from: '', to: '', share: '', kind: '' })))?.wanted.lastOn).toBe('2026-07-17');
    expect((await problems(request({ lastName: 'Back', wantedTo: '2026-03-13' }))).wantedTo).toBe('Last day wanted must be 16 March 2026, the date wanted from, or later');
    expect((await problems(request({ lastName: 'Back', wantedFrom: '', wantedTo: '2026-03-01' }))).wantedTo).toContain('the date received or later');
  });

  it('needs a school for a preventative place, a plan for the EHC route, and a day in order', async () => {
    expect((await problems(request({ lastName: 'A', schoolId: '' }))).schoolId).toContain('always from one');
    expect((await problems(request({ lastName: 'B', route: 'ehc_plan' }))).senProvision).toContain('EHC plan');
    expect((await problems(request({ lastName: 'C', wantedFrom: '2026-03-01' }))).wantedFrom).toContain('or later');
  });
});
