/** Talk, decision and cancellation: what each changes, and that a reversal is one act of further entries. */
import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { discussExclusion } from '@/lib/exclusions/commands/discuss-exclusion';
import { finishTask } from '@/lib/exclusions/commands/finish-task';
import { endInterim, recordInterim } from '@/lib/exclusions/commands/record-interim';
import { recordNoPlace } from '@/lib/exclusions/commands/record-no-place';
import { decideExclusion } from '@/lib/placements/commands/decide-exclusion';
import { rescindExclusion } from '@/lib/placements/commands/rescind-exclusion';
import { reversalView } from '@/lib/placements/queries/reversal-view';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner, insertRows } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements, buildWaiting, type PlacementChanges } from '@/tests/support/builders/pupils';
import { changedTables, tracesOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
let pupil: Awaited<ReturnType<typeof buildExcluded>>;
let siteId: string;
const officer = () => callerFor(council, 'placement_officer');
const rows = (text: string, ...values: unknown[]) => asOwner(council.database.owner, council.id, (query) => query(text, [council.id, ...values]));

beforeEach(async () => {
  council = await buildCouncil();
  siteId = await buildSite(council, 'Rowan', 20);
  pupil = await buildExcluded(council, '2026-02-26');
});

/** What the check page shows now. */
const preview = () => readUnit(officer(), (tx) => reversalView(tx, { id: pupil.exclusionId }, { year_group: 9 }));
const decide = async (changes: Record<string, string> = {}) => run(decideExclusion, officer(), {
  exclusionId: pupil.exclusionId, version: '1', decision: 'reinstated', decidedOn: '2026-03-02', decisionNote: 'Board of 2 March', seen: (await preview()).seen, ...changes,
});
const rescind = async (changes: Record<string, string> = {}) => run(rescindExclusion, officer(), {
  exclusionId: pupil.exclusionId, version: '1', cancelledOn: '2026-03-02', cancelReason: 'Managed move agreed', boardBegan: 'no', otherSessionsOut: '', seen: (await preview()).seen, ...changes,
});
const place = async (changes: PlacementChanges) => (await buildPlacements(council, siteId, [pupil], { counting_kind: 'permanent_exclusion', ...changes }))[0] ?? '';
const interim = (changes: Record<string, string> = {}) => run(recordInterim, officer(), {
  referralId: pupil.referralId, referralVersion: '1', kind: 'tuition', providerName: 'Don Valley Tuition', hoursPerWeek: '12.5', firstOn: '2026-03-02', lastOn: '2026-03-27', reason: 'No place', ...changes,
});

describe('reinstated', () => {
  it('cancels the place held, ends interim education, closes the request and tells the site, in one act', async () => {
    const placementId = await place({ planned_first_on: calendarDate('2026-03-05') });
    await done(interim());
    await insertRows(council.database.owner, council.id, 'task', [{
      id: placementId, kind: 'concern_raised', title: 'A concern', for_role: 'placement_officer', placement_id: placementId, due_on: '2026-03-02', done_note: '', created_at: '2026-03-01T09:00:00Z', version: 1,
    }]);
    await done(decide());
    expect(await rows('SELECT state, left_on FROM placement WHERE authority_id = $1 AND id = $2', placementId)).toEqual([{ state: 'cancelled', left_on: null }]);
    expect(await rows('SELECT state, closed_reason, closed_on::text FROM referral WHERE authority_id = $1 AND id = $2', pupil.referralId)).toEqual([
      { state: 'closed', closed_reason: 'Reinstated by the governing board', closed_on: '2026-03-02' },
    ]);
    expect(await rows('SELECT ended_on::text FROM interim_education WHERE authority_id = $1', )).toEqual([{ ended_on: '2026-03-02' }]);
    expect(await rows("SELECT done_note FROM task WHERE authority_id = $1 AND kind = 'concern_raised'")).toEqual([{ done_note: 'Reinstated by the governing board' }]);
    expect(await rows("SELECT for_role, provider_id, done_at FROM task WHERE authority_id = $1 AND kind = 'reinstated'")).toEqual([{ for_role: 'pru_head', provider_id: council.providerId, done_at: null }]);
    expect(await rows('SELECT kind FROM exclusion_event WHERE authority_id = $1 AND exclusion_id = $2 ORDER BY recorded_at', pupil.exclusionId)).toEqual([{ kind: 'recorded' }, { kind: 'reinstated' }]);
    const view = await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId));
    expect(view).toMatchObject({ isOpen: false, exclusion: { state: 'reinstated' }, row: { duty: { kind: 'none' } } });
    expect(view?.history.map((one) => one.title)).toContain('Ended: pupil reinstated: Rowan');
  });

  it('ends today a place the pupil is at, and the quota counts it up to today', async () => {
    const placementId = await place({ planned_first_on: calendarDate('2026-02-27'), started_on: calendarDate('2026-02-27'), state: 'started' });
    await done(decide());
    expect(await rows('SELECT state, left_on::text, last_on::text FROM placement WHERE authority_id = $1 AND id = $2', placementId)).toEqual([{ state: 'left', left_on: '2026-03-02', last_on: '2026-03-02' }]);
  });

  it('refuses a second decision, a stale page and a date before the exclusion, and then changes nothing', async () => {
    expect(await refusal(decide({ decidedOn: '2026-02-25' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'decidedOn' }] });
    await done(decide({ decision: 'upheld' }));
    expect(await refusal(decide())).toMatchObject({ kind: 'stale' });
    const before = await tracesOf(council);
    expect(await refusal(decide({ version: '2', decision: 'upheld' }))).toMatchObject({ kind: 'conflict' });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event']);
    await done(decide({ version: '2' }));
    expect(await refusal(decide({ version: '3' }))).toMatchObject({ kind: 'conflict' });
  });
});

describe('the check before a reversal', () => {
  it('shows the quota and the charge that fall away, of a place not begun wholly and of one begun from tomorrow on', async () => {
    // Seventeen others fill the quota of 17, so that this place is over it.
    await buildPlacements(council, siteId, await buildWaiting(council, 17), { state: 'started', started_on: calendarDate('2025-09-03') });
    expect(await preview()).toEqual({ endsPlaces: false, effects: [], seen: '' });
    await place({ planned_first_on: calendarDate('2026-03-09') });
    const coming = await preview();
    expect(coming).toMatchObject({ endsPlaces: true, effects: [{ partnershipName: 'Rotherham South' }] });
    // 79 school days over quota, as on the check page of the main job.
    expect(coming.effects[0]?.money).toMatchObject({ amount: -748_421n });
    expect(coming.seen).toMatch(/^PL-\S+ cancelled$/);
    await done(rescind());
    pupil = await buildExcluded(council, '2026-02-20');
    await place({ planned_first_on: calendarDate('2026-03-02'), started_on: calendarDate('2026-03-02'), state: 'started' });
    const begun = await preview();
    // Monday 2 March stays over quota, and counts; it was 84 school days to 17 July.
    expect(begun.effects[0]?.sentence).toContain('83');
    expect(begun.seen).toMatch(/^PL-\S+ ends$/);
  });

  it('is needed: a place that was proposed or begun since is not ended unseen, and nothing is recorded', async () => {
    const before = await preview();
    await place({ planned_first_on: calendarDate('2026-03-05'), state: 'proposed' });
    const traces = await tracesOf(council);
    expect(await refusal(decide({ seen: before.seen }))).toMatchObject({ kind: 'stale', details: [expect.stringMatching(/^Now: PL-\S+ is cancelled$/)] });
    expect(await refusal(rescind({ seen: 'PL-1 ends' }))).toMatchObject({ kind: 'stale' });
    expect(changedTables(traces, await tracesOf(council))).toEqual(['audit_event']);
    // Upheld ends nothing, so nothing has to be seen.
    await done(decide({ decision: 'upheld', seen: '' }));
  });
});

it('upheld leaves place, list and clock as they are', async () => {
  await place({ planned_first_on: calendarDate('2026-03-05') });
  const before = await tracesOf(council);
  await done(decide({ decision: 'upheld' }));
  expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event', 'command_receipt', 'exclusion_event', 'permanent_exclusion']);
});

describe('cancelled by the head', () => {
  it('reverses everything as a reinstatement does', async () => {
    const placementId = await place({ planned_first_on: calendarDate('2026-03-05'), state: 'proposed' });
    await done(rescind());
    expect(await rows('SELECT state FROM placement WHERE authority_id = $1 AND id = $2', placementId)).toEqual([{ state: 'cancelled' }]);
    expect(await rows('SELECT state FROM permanent_exclusion WHERE authority_id = $1 AND id = $2', pupil.exclusionId)).toEqual([{ state: 'cancelled' }]);
    expect((await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId)))?.notices.map((one) => one.key)).toEqual(['R30-parent', 'R30-governing_board', 'R30-authority']);
  });

  it('is refused once the board has begun or decided, and above 45 days out', async () => {
    expect(await refusal(rescind({ boardBegan: 'yes' }))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('has begun its meeting')] });
    // Thursday 26 February, Friday and Monday: three school days of this exclusion. 42 more make 45, which is allowed.
    expect(await refusal(rescind({ otherSessionsOut: '42.5' }))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('45.5 school days')] });
    await done(rescind({ otherSessionsOut: '42' }));
    expect(await refusal(rescind({ version: '2' }))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('cancelled already')] });
    pupil = await buildExcluded(council, '2026-02-26');
    await done(decide({ decision: 'upheld' }));
    expect(await refusal(rescind({ version: '2' }))).toMatchObject({ kind: 'conflict' });
  });
});

describe('while the pupil waits', () => {
  const talk = (outcome: string) => run(discussExclusion, officer(), {
    referralId: pupil.referralId, referralVersion: '1', happenedOn: '2026-03-02', withWhom: 'Mrs Rao', challenge: 'A managed move?', alternatives: 'Dinnington', outcome, note: 'Answer by Wednesday',
  });

  it('talks with the school without stopping the clock', async () => {
    const clockBefore = (await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId)))?.row.duty;
    await done(talk('being_reconsidered'));
    const view = await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId));
    expect(view?.row.duty).toEqual(clockBefore);
    expect(view?.row.next.words).toBe('Talking with school');
    expect(view?.history[0]?.detail).toBe('With Mrs Rao. Asked: A managed move? Alternatives offered: Dinnington. Outcome: Being reconsidered. Answer by Wednesday');
  });

  it('keeps interim education beside the wait until it is ended', async () => {
    expect(await refusal(interim({ hoursPerWeek: '0' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'hoursPerWeek' }] });
    expect(await refusal(interim({ lastOn: '2026-03-01' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'lastOn' }] });
    await done(interim());
    const running = await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId));
    expect(running).toMatchObject({ isOpen: true, row: { flags: [{ code: 'interim' }], duty: { metOn: null } } });
    const interimId = running?.interim[0]?.id ?? '';
    expect(await refusal(run(endInterim, officer(), { interimId, version: '1', endedOn: '2026-03-03' }))).toMatchObject({ kind: 'invalid' });
    await done(run(endInterim, officer(), { interimId, version: '1', endedOn: '2026-03-02' }));
    expect(await refusal(run(endInterim, officer(), { interimId, version: '1', endedOn: '2026-03-02' }))).toMatchObject({ kind: 'stale' });
  });

  it('notes that no place was found with the next action; the second of two officers sees the first', async () => {
    const note = () => run(recordNoPlace, officer(), { referralId: pupil.referralId, referralVersion: '1', note: 'Rowan is full', nextAction: 'Ring Rowan on Wednesday' });
    await done(note());
    expect((await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId)))?.row.next.words).toBe('No place found. Next: Ring Rowan on Wednesday');
    expect(await refusal(note())).toMatchObject({ kind: 'stale', details: expect.arrayContaining(['Next action: Ring Rowan on Wednesday']) });
  });

  it('is not arranged here for a pupil of another authority, who is shown as that authority\u2019s', async () => {
    await rows("UPDATE permanent_exclusion SET home_authority_code = '373' WHERE authority_id = $1 AND id = $2", pupil.exclusionId);
    expect((await readUnit(officer(), (tx) => waitingPupil(tx, pupil.referralId)))?.homeAuthority).not.toBeNull();
    expect(await refusal(interim())).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/has the duty and places this pupil.*no education is arranged here$/) });
    expect(await refusal(run(recordNoPlace, officer(), { referralId: pupil.referralId, referralVersion: '1', note: 'Rowan is full', nextAction: 'Ring' }))).toMatchObject({ kind: 'conflict' });
  });

  it('is for officers only, and for their own authority', async () => {
    expect(await readUnit(callerFor(council, 'headteacher'), (tx) => waitingPupil(tx, pupil.referralId))).toBeNull();
    expect(await readUnit(officer(), (tx) => waitingPupil(tx, council.neighbour.pupil.referralId))).toBeNull();
    expect(await readUnit(officer(), (tx) => waitingPupil(tx, 'no-such-id'))).toBeNull();
    pupil = council.neighbour.pupil;
    expect(await refusal(decide())).toEqual({ kind: 'not_found' });
    expect(await refusal(rescind())).toEqual({ kind: 'not_found' });
    expect(await refusal(interim())).toEqual({ kind: 'not_found' });
  });
});

it('finishes a task once, keeps who was told, and refuses those it is not for', async () => {
  const taskId = pupil.exclusionId;
  await insertRows(council.database.owner, council.id, 'task', [{
    id: taskId, kind: 'tell_home_authority', title: 'Tell Sheffield', for_role: 'placement_officer', exclusion_id: pupil.exclusionId, pupil_id: pupil.pupilId, due_on: '2026-03-02',
    done_note: '', created_at: '2026-03-01T09:00:00Z', version: 1,
  }]);
  const finish = (caller = officer()) => run(finishTask, caller, { taskId, version: '1', doneNote: 'Rang Sheffield' });
  expect(await refusal(finish(callerFor(council, 'headteacher')))).toEqual({ kind: 'not_found' });
  await done(finish());
  expect(await refusal(finish())).toMatchObject({ kind: 'conflict' });
  expect(await rows("SELECT outcome FROM exclusion_event WHERE authority_id = $1 AND kind = 'home_authority_told'")).toEqual([{ outcome: 'Rang Sheffield' }]);
  expect(await rows(`SELECT state, closed_reason FROM referral WHERE authority_id = $1 AND exclusion_id = '${pupil.exclusionId}'`)).toEqual([{ state: 'closed', closed_reason: 'The home authority was told and has the duty' }]);
});
