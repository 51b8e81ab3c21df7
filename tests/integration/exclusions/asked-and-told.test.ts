/** What recording asks before it saves, all in one sending; and who was told afterwards. */
import { beforeAll, describe, expect, it } from 'vitest';
import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { recordReferral } from '@/lib/exclusions/commands/record-referral';
import { tellNotices } from '@/lib/exclusions/commands/tell-notices';
import { recordedExclusion } from '@/lib/exclusions/queries/recorded-exclusion';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import type { CommandResult } from '@/lib/server/command';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities, exclusionForm, pupilForm } from '@/tests/support/builders/exclusion-forms';
import { asOwner } from '@/tests/support/builders/insert-rows';

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

describe('recording asks', () => {
  it('about a year group that is not the usual one, and takes it with a tick and a note', async () => {
    const typed = { lastName: 'Year', bornOn: '2015-10-15' };
    const { yearChecked = '' } = await problems(record(typed));
    expect(yearChecked).toContain('is usually in Year 5');
    expect(await problems(record({ ...typed, yearChecked }))).toEqual({ yearNote: expect.stringContaining('not in the usual year') });
    const { pupilId } = await done(record({ ...typed, yearChecked, yearNote: 'Taught with her cousin' }));
    expect(await rows('SELECT year_group, year_group_note FROM pupil WHERE authority_id = $1 AND id = $2', pupilId)).toEqual([{ year_group: 9, year_group_note: 'Taught with her cousin' }]);
    const asReferral = { route: 'preventative', schoolId: council.schools.aston, receivedOn: '2026-02-27', wantedFrom: '', shareTenths: '10', askedFor: 'A term away', ...pupilForm({ ...typed, lastName: 'Ask' }) };
    expect(await problems(run(recordReferral, officer(), asReferral))).toEqual({ yearChecked });
  });

  it('about a time that the answer does not fit, and keeps that it was checked', async () => {
    const typed = { lastName: 'Time', excludedAt: '14:30', afternoonBegan: 'no' };
    const { timeChecked = '' } = await problems(record(typed));
    expect(timeChecked).toContain('14:30 is after 13:15');
    const { referralId } = await done(record({ ...typed, timeChecked }));
    const view = await readUnit(officer(), (tx) => waitingPupil(tx, referralId));
    expect(view?.row.duty).toMatchObject({ clock: { firstDay: '2026-02-26' } });
    expect(view?.history[0]).toMatchObject({ on: '2026-03-02', title: 'Exclusion recorded', detail: expect.stringMatching(/^Excluded on 26 February 2026\. Checked with the school: 14:30 is after/) });
  });

  it('about a day that is no school day', async () => {
    const { dayChecked = '' } = await problems(record({ lastName: 'Day', excludedOn: '2026-02-28' }));
    expect(dayChecked).toContain('is no school day at this school');
    await done(record({ lastName: 'Day', excludedOn: '2026-02-28', dayChecked }));
    expect(await problems(record({ lastName: 'Day two', excludedOn: '2026-03-01', dayChecked }))).toEqual({ dayChecked: expect.stringContaining('Sunday 1 March') });
  });

  it('everything in one sending, whether a field can be read or not', async () => {
    const found = await problems(record({ lastName: 'Once', bornOn: '2012-02-31', excludedOn: '2026-03-03', homeAuthority: '999', mainReason: 'PA', secondReason: 'PA' }));
    expect(Object.keys(found)).toEqual(['excludedOn', 'bornOn', 'homeAuthority']);
    const both = await problems(record({ lastName: '', bornOn: '2015-10-15', excludedOn: '2026-02-28', mainReason: 'VR' }));
    expect(Object.keys(both)).toEqual(['dayChecked', 'mainReason', 'lastName', 'yearChecked']);
    expect(Object.keys(await problems(run(recordReferral, officer(), { route: '', schoolId: council.schools.aston, receivedOn: '2026-03-03', wantedFrom: '', shareTenths: '10', askedFor: '', ...pupilForm() })))).toEqual([
      'route', 'receivedOn', 'askedFor',
    ]);
  });

  it('tells a head nothing about another school', async () => {
    expect(await problems(record({ lastName: '', excludedOn: '2026-02-28', schoolId: council.schools.wales }, head()))).toEqual({ lastName: 'Enter the last name' });
  });
});

describe('who was told', () => {
  const told = async (exclusionId: string) => (await readUnit(officer(), (tx) => recordedExclusion(tx, exclusionId)))?.notices.map(({ key, told: one, toldLate }) => [key, one?.on ?? null, one?.by ?? null, toldLate]);
  const tell = (exclusionId: string, changes: Record<string, unknown> = {}, caller = officer()) =>
    run(tellNotices, caller, { exclusionId, notices: ['R20-parent', 'R22-authority'], toldOn: '2026-02-26', toldBy: 'Mrs Rao', ...changes });

  it('is kept for each line with day and person, audited, and a later entry stands', async () => {
    const { exclusionId } = await done(record({ lastName: 'Told' }, head()));
    await done(tell(exclusionId, {}, head()));
    expect(await told(exclusionId)).toEqual([
      ['R20-parent', '2026-02-26', 'Mrs Rao', false], ['R21-parent', null, null, false], ['R22-authority', '2026-02-26', 'Mrs Rao', false], ['R25-governing_board', null, null, false],
    ]);
    await done(tell(exclusionId, { notices: ['R20-parent'], toldOn: '2026-02-27', toldBy: 'Mr Lee' }));
    expect((await told(exclusionId))?.[0]).toEqual(['R20-parent', '2026-02-27', 'Mr Lee', true]);
    expect(await rows("SELECT before, after FROM audit_event WHERE authority_id = $1 AND act = 'exclusion.tell' AND outcome = 'done' ORDER BY id DESC LIMIT 1")).toEqual([
      { before: { told: [{ notice: 'R20-parent', on: '2026-02-26' }] }, after: { told: [{ notice: 'R20-parent', on: '2026-02-27' }] } },
    ]);
  });

  it('takes no line that is not on the list, no day outside the exclusion, and nobody else', async () => {
    const { exclusionId } = await done(record({ lastName: 'Untold', schoolId: council.schools.wales }));
    expect(Object.keys(await problems(tell(exclusionId, { notices: ['R24-home_authority'] })))).toEqual(['notices']);
    expect((await problems(tell(exclusionId, { toldOn: '2026-03-03' }))).toldOn).toContain('today or earlier');
    expect((await problems(tell(exclusionId, { toldOn: '2026-02-25' }))).toldOn).toContain('26 February 2026');
    expect(Object.keys(await problems(tell(exclusionId, { notices: [], toldBy: '' })))).toEqual(['notices', 'toldBy']);
    expect(await refusal(tell(exclusionId, {}, head()))).toEqual({ kind: 'not_found' });
    expect(await refusal(tell(council.neighbour.pupil.exclusionId))).toEqual({ kind: 'not_found' });
  });
});
