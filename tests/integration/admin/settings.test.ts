import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { changeSetting } from '@/lib/organisations/commands/change-setting';
import { settingLines } from '@/lib/organisations/queries/setting-lines';
import { loadSettings } from '@/lib/organisations/settings';
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

const input = (changes: Readonly<Record<string, string>> = {}) => ({ setting: 'site_reply_within', value: '4', firstOn: admin.clock.today, reason: 'Agreed with the PRU heads', ...changes });
const problems = async (changes: Readonly<Record<string, string>>) => {
  const refused = await refusal(run(changeSetting, admin, input(changes)));
  return refused.kind === 'invalid' ? refused.problems.map((one) => one.field) : refused.kind;
};
const lineOf = async (caller: Caller, name: string) => (await readUnit(caller, settingLines)).find((line) => line.name === name);

describe('settings', () => {
  it('hold from their first day, with what was recorded before still on record', async () => {
    await done(run(changeSetting, admin, input()));
    expect((await readUnit(admin, loadSettings)).site_reply_within).toBe(4);
    const later = calendarDate(`${Number(admin.clock.today.slice(0, 4)) + 1}${admin.clock.today.slice(4)}`);
    await done(run(changeSetting, admin, input({ value: '1', firstOn: later })));
    expect((await readUnit(admin, loadSettings)).site_reply_within).toBe(4);
    expect((await readUnit({ ...admin, clock: { ...admin.clock, today: later } }, loadSettings)).site_reply_within).toBe(1);
    const line = await lineOf(admin, 'site_reply_within');
    expect(line).toMatchObject({ value: 4, since: admin.clock.today });
    expect(line?.changes.slice(0, 2)).toMatchObject([{ firstOn: later, value: 1 }, { firstOn: admin.clock.today, value: 4, reason: 'Agreed with the PRU heads' }]);
    const [audit] = await rowsAsApp(council, "SELECT after, reason FROM audit_event WHERE act = 'setting.change' AND outcome = 'done' ORDER BY at, id LIMIT 1");
    expect(audit).toMatchObject({ after: { site_reply_within: 4 }, reason: 'Agreed with the PRU heads' });
  });

  it('are refused on a day that is over, out of range, and without a reason: all that is wrong at once', async () => {
    expect(await problems({ firstOn: '2020-01-01' })).toEqual(['firstOn']);
    expect(await problems({ value: '0' })).toEqual(['value']);
    expect(await problems({ value: '11' })).toEqual(['value']);
    expect(await problems({ value: 'two' })).toEqual(['value']);
    expect(await problems({ reason: ' ' })).toEqual(['reason']);
    expect(await problems({ value: '11', firstOn: '2020-01-01', reason: '' })).toEqual(['value', 'firstOn', 'reason']);
    expect(await problems({ value: 'two', firstOn: '2020-01-01' })).toEqual(['value', 'firstOn']);
  });

  it('can be mended on their own day: the last entry counts, the one before stays as replaced, with who recorded each', async () => {
    const earlier: Caller = { ...admin, clock: { ...admin.clock, now: new Date(admin.clock.now.getTime() - 60_000) } };
    await done(run(changeSetting, admin, input({ value: '5' })));
    // A demonstration's clock may have been set back meanwhile.
    await done(run(changeSetting, earlier, input({ value: '3', reason: 'A slip' })));
    expect((await readUnit(admin, loadSettings)).site_reply_within).toBe(3);
    const line = await lineOf(admin, 'site_reply_within');
    expect(line).toMatchObject({ value: 3, since: admin.clock.today, lastEntered: { value: 3 } });
    expect(line?.changes.slice(0, 2)).toMatchObject([
      { value: 3, reason: 'A slip', isReplaced: false, recordedBy: expect.any(String) }, { value: 5, isReplaced: true, recordedBy: expect.any(String), recordedAt: admin.clock.now },
    ]);
  });

  it('that are the same everywhere, and those that nobody knows, cannot be changed', async () => {
    expect(await problems({ setting: 'suppression_threshold', value: '1' })).toBe('not_found');
    expect(await problems({ setting: 'toString' })).toEqual(['setting']);
    expect((await lineOf(admin, 'suppression_threshold'))?.value).toBe(5);
  });

  it('are changed by administrators only, and only their own authority sees it', async () => {
    expect((await refusal(run(changeSetting, callerFor(council, 'placement_officer'), input()))).kind).toBe('not_found');
    await done(run(changeSetting, admin, input()));
    expect((await readUnit(callerFor(council.neighbour, 'administrator'), loadSettings)).site_reply_within).toBe(2);
  });
});
