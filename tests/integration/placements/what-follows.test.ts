/** A new share from a later day goes on from the placement it changes: it falls and comes back with it, and nobody arrives twice. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { acceptPlacement, raiseConcern } from '@/lib/placements/commands/answer-proposal';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endPlacement, leavePlacement } from '@/lib/placements/commands/end-placement';
import { recordNotArrived, startPlacement } from '@/lib/placements/commands/record-arrival';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { placementChange } from '@/lib/placements/queries/change-view';
import { siteDesks } from '@/lib/placements/queries/site-desk';
import { splitByTerms } from '@/lib/placements/continue-placement';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { heldPlacement, seenFor } from '@/tests/support/builders/proposals';
import { buildExcluded, buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let officer: Caller;
let head: Caller;
let siteId: string;
let otherSiteId: string;

beforeAll(async () => {
  council = await buildCouncil();
  [officer, head] = [callerFor(council, 'placement_officer'), callerFor(council, 'pru_head')];
  siteId = await buildSite(council, 'Rowan', 60);
  otherSiteId = await buildSite(council, 'Aspire', 60);
});

const halfTime = async (changes: Parameters<typeof buildPlacements>[3] = {}): Promise<string> =>
  (await buildPlacements(council, siteId, await buildWaiting(council, 1), { share_tenths: 5, ...changes }))[0] ?? '';
const STARTED = { state: 'started', started_on: calendarDate('2025-09-03') } as const;

async function change(placementId: string, act: 'change_share' | 'change_site'): Promise<string> {
  const held = await heldPlacement(officer, placementId);
  const terms = { act, fromOn: calendarDate('2026-03-09'), siteId: act === 'change_site' ? otherSiteId : siteId, placeKind: 'day6' as const, shareTenths: act === 'change_share' ? 10 : 5, siteCountsToQuota: true, words: '' };
  const { until, from } = splitByTerms(held, terms);
  const seen = await seenFor(officer, { before: [held], after: until ? [until, from] : [from] });
  const fields = { placementId, version: '1', fromOn: '2026-03-09', reason: 'Ready for more', seen };
  return (await done(act === 'change_share' ? run(changeShare, officer, { ...fields, shareTenths: '10' }) : run(changeSite, officer, { ...fields, siteId: otherSiteId, placeKind: 'day6' }))).placementId;
}

const stateOf = async (id: string): Promise<string> => (await heldPlacement(officer, id)).state;

describe('a placement that ends before the new share begins', () => {
  it.each([['the officer', () => officer, endPlacement], ['the site', () => head, leavePlacement]] as const)('by %s: takes the rest of the stay with it, and one undo brings both back', async (_who, who, command) => {
    const first = await halfTime(STARTED);
    const next = await change(first, 'change_share');
    const { actId } = await done(run(command, who(), { placementId: first, version: '2', leftOn: '2026-03-02', whereNext: 'Back to Aston' }));
    expect([await stateOf(first), await stateOf(next)]).toEqual(['left', 'cancelled']);
    await done(run(undoAct, officer, { placementId: first, actId }));
    expect([await stateOf(first), await stateOf(next)]).toEqual(['started', 'accepted']);
  });

  it('by a cancellation: the same', async () => {
    const first = await halfTime();
    const next = await change(first, 'change_share');
    await done(run(cancelPlacement, officer, { placementId: first, version: '2', reason: 'Parents chose otherwise' }));
    expect([await stateOf(first), await stateOf(next)]).toEqual(['cancelled', 'cancelled']);
  });

  it('leaves a move to another site standing', async () => {
    const first = await halfTime(STARTED);
    const next = await change(first, 'change_site');
    await done(run(leavePlacement, head, { placementId: first, version: '2', leftOn: '2026-03-02', whereNext: 'Aspire' }));
    expect([await stateOf(first), await stateOf(next)]).toEqual(['left', 'proposed']);
  });

  it('counts what falls in the preview of its end', async () => {
    const first = await halfTime(STARTED);
    await change(first, 'change_share');
    const view = await readUnit(officer, (tx) => placementChange(tx, first, 'leave', () => ({ change: { act: 'leave', leftOn: calendarDate('2026-03-02') }, problems: [] })));
    expect(view?.opened.following).toHaveLength(1);
    expect(view?.change?.effects[0]?.peak, 'nothing is used on the changed days after 9 March by this pupil').not.toBeNull();
    const alone = await readUnit(officer, async (tx) => (await placementChange(tx, first, 'leave', () => ({ change: { act: 'leave', leftOn: calendarDate('2026-03-02') }, problems: [] })))?.change?.seen);
    const held = await heldPlacement(officer, first);
    expect(alone).not.toEqual(await seenFor(officer, { before: [held], after: [{ ...held, lastOn: calendarDate('2026-03-02'), state: 'left' }] }));
  });
});

describe('a new share at the same site', () => {
  it('is not an arrival on the desk, and nobody can fail to arrive', async () => {
    const next = await change(await halfTime(STARTED), 'change_share');
    const arriving = (await readUnit(head, (tx) => siteDesks(tx))).flatMap((desk) => desk.arriving);
    expect(arriving.find((pupil) => pupil.id === next)?.goes_on_here).toBe(true);
    expect(arriving.filter((pupil) => pupil.id !== next && pupil.goes_on_here === undefined)).toEqual([]);
  });
});

describe('the day a pupil started', () => {
  it.each([
    ['a Sunday', '2026-03-01', /Sunday 1 March 2026 is no school day of Rowan \(sunday\)/],
    ['half-term', '2026-02-18', /is no school day of Rowan \(school holiday\)/],
    ['the future', '2026-03-03', /today or earlier/],
  ])('is not %s', async (_name, startedOn, message) => {
    const placementId = await halfTime();
    expect(await refusal(run(startPlacement, head, { placementId, version: '1', startedOn }))).toEqual({ kind: 'invalid', problems: [{ field: 'startedOn', message: expect.stringMatching(message) }] });
  });

  it('is not before the exclusion', async () => {
    const excluded = await buildExcluded(council, '2026-02-26');
    const [placementId = ''] = await buildPlacements(council, siteId, [excluded], { planned_first_on: calendarDate('2026-03-02') });
    expect(await refusal(run(startPlacement, head, { placementId, version: '1', startedOn: '2026-02-25' }))).toMatchObject({ problems: [{ message: expect.stringContaining('excluded on 26 February 2026') }] });
  });

  it('nobody fails to arrive before the planned start', async () => {
    const placementId = await halfTime({ planned_first_on: calendarDate('2026-03-02') });
    expect(await refusal(run(recordNotArrived, head, { placementId, version: '1', expectedOn: '2026-02-27' }))).toMatchObject({ problems: [{ field: 'expectedOn', message: expect.stringContaining('Monday 2 March 2026') }] });
  });
});

describe('the task of a concern', () => {
  const openTasks = async (placementId: string): Promise<string[]> =>
    (await council.database.owner.query<{ kind: string }>('SELECT kind FROM task WHERE placement_id = $1 AND done_at IS NULL ORDER BY kind', [placementId])).rows.map((row) => row.kind);

  it.each([
    ['accepts', (placementId: string) => done(run(acceptPlacement, head, { placementId, version: '2', admissionMeetingOn: '' }))],
    ['sees it cancelled', (placementId: string) => done(run(cancelPlacement, officer, { placementId, version: '2', reason: 'Another site' }))],
  ])('is done when the site %s', async (_name, settle) => {
    const placementId = await halfTime({ state: 'proposed' });
    await done(run(raiseConcern, head, { placementId, version: '1', concern: 'Needs one-to-one' }));
    expect(await openTasks(placementId)).toEqual(['concern_raised']);
    await settle(placementId);
    expect(await openTasks(placementId)).toEqual([]);
  });
});
