/** The notice to a partnership's lead: when it opens, that there is one only, when it closes, who sees it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { finishTask } from '@/lib/exclusions/commands/finish-task';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { endPlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { changeQuota } from '@/lib/placements/commands/change-agreement';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { ownTasks } from '@/lib/placements/queries/own-tasks';
import { splitByTerms } from '@/lib/placements/continue-placement';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { heldPlacement, proposal, proposed, seenFor } from '@/tests/support/builders/proposals';

let council: TwoCouncils;
let siteId: string;

beforeEach(async () => {
  council = await buildCouncil({ quota: 5 });
  siteId = await buildSite(council, 'Rowan', 30);
});

const officer = () => callerFor(council, 'placement_officer');
const lead = () => callerFor(council, 'partnership_lead');

async function place(): Promise<{ placementId: string; actId: string }> {
  const [pupil] = await buildWaiting(council, 1);
  if (!pupil) throw new Error('No pupil');
  return done(run(proposePlacement, officer(), proposal(pupil, siteId, await seenFor(officer(), { before: [], after: [proposed(pupil, siteId)] }))));
}

async function standing(count: number, changes: Parameters<typeof buildPlacements>[3] = {}): Promise<string[]> {
  return buildPlacements(council, siteId, await buildWaiting(council, count), changes);
}

async function warnings(): Promise<Record<string, unknown>[]> {
  return asOwner(council.database.owner, council.id, (query) => query(`
    SELECT title, for_role, partnership_id, academic_year, pupil_id, placement_id, done_at IS NOT NULL AS done, done_note FROM task
     WHERE authority_id = $1 AND kind = 'over_quota_warning' ORDER BY created_at, id`, [council.id]));
}

const open = async () => (await warnings()).filter((one) => one.done === false).map((one) => one.title);

describe('the notice opens', () => {
  it('not while 2 places stay free, and when 1 is left, naming no pupil', async () => {
    await standing(2);
    await place();
    expect(await warnings()).toEqual([]);
    await place();
    expect(await warnings()).toEqual([{
      title: 'Rotherham South has only 1 place free: 4 of 5 places at the fullest, on 79 school days from 9 March to 17 July 2026', for_role: 'partnership_lead',
      partnership_id: council.partnershipId, academic_year: '2025/26', pupil_id: null, placement_id: null, done: false, done_note: '',
    }]);
  });

  it('once only, however many placements follow and however many come at once', async () => {
    await standing(5);
    await Promise.all([place(), place()].map((one) => one.catch(() => null)));
    await place();
    expect(await open()).toEqual(['Rotherham South goes over its quota: 6 of 5 places at the fullest, on 79 school days from 9 March to 17 July 2026']);
  });

  it('when an extension, or a larger share, takes the use over', async () => {
    await standing(4);
    const [short] = await standing(1, { planned_last_on: calendarDate('2026-04-30'), planned_first_on: calendarDate('2026-03-02'), share_tenths: 5 });
    if (short === undefined) throw new Error('No placement');
    await standing(1, { share_tenths: 5 });
    const held = await heldPlacement(officer(), short);
    const longer = { ...held, lastOn: calendarDate('2026-05-08') };
    await done(run(extendPlacement, officer(), { placementId: short, version: '1', lastOn: '2026-05-08', reason: 'Longer', seen: await seenFor(officer(), { before: [held], after: [longer] }) }));
    expect(await open()).toEqual([expect.stringMatching(/^Rotherham South has no place free: 5 of 5 places at the fullest, on \d+ school days from 2 March to 8 May 2026$/)]);
    await asOwner(council.database.owner, council.id, (query) => query('UPDATE task SET done_at = now() WHERE authority_id = $1', [council.id]));
    const terms = { act: 'change_share', fromOn: calendarDate('2026-03-09'), siteId, placeKind: 'day6', shareTenths: 10, siteCountsToQuota: true, words: '' } as const;
    const { until, from } = splitByTerms(longer, terms);
    const seen = await seenFor(officer(), { before: [longer], after: [...(until ? [until] : []), from] });
    await done(run(changeShare, officer(), { placementId: short, version: '2', shareTenths: '10', fromOn: '2026-03-09', reason: 'Full time', seen }));
    expect(await open()).toEqual([expect.stringMatching(/^Rotherham South goes over its quota: 5\.5 of 5 places/)]);
  });

  it('when an ending is undone', async () => {
    await standing(4);
    const [ending] = await standing(1, { state: 'started', started_on: calendarDate('2025-09-03') });
    const act = await done(run(endPlacement, officer(), { placementId: ending, version: '1', leftOn: '2026-03-02', whereNext: 'Back to Aston' }));
    expect(await open()).toEqual([]);
    await done(run(undoAct, officer(), act));
    expect(await open()).toEqual([expect.stringMatching(/^Rotherham South has no place free: 5 of 5 places/)]);
  });
});

describe('the notice closes', () => {
  it('when use falls back, and not before', async () => {
    await standing(3);
    const first = await place();
    const second = await place();
    await done(run(cancelPlacement, officer(), { placementId: second.placementId, version: '1', reason: 'Parents chose otherwise' }));
    expect(await open()).toHaveLength(1);
    await done(run(undoAct, officer(), first));
    expect(await warnings()).toEqual([expect.objectContaining({ done: true, done_note: 'Use is below the quota again' })]);
  });

  it('when the lead has seen it, and the next placement opens another', async () => {
    await standing(4);
    await place();
    const [task] = await readUnit(lead(), ownTasks) ?? [];
    expect(task).toMatchObject({ isNotice: true, about: { text: 'Rotherham South', path: '/partnership/south' }, warning: { freeTenths: 10 } });
    await done(run(finishTask, lead(), { taskId: task?.id, version: '1', doneNote: 'Seen' }));
    expect(await open()).toEqual([]);
    expect(await readUnit(lead(), ownTasks)).toEqual([]);
    await place();
    expect(await open()).toHaveLength(1);
  });
});

describe('a change of the agreement', () => {
  const quota = (version: string, places: string) =>
    done(run(changeQuota, callerFor(council, 'administrator'), { agreementId: council.agreementId, version, places, firstOn: '2026-03-02', reason: 'Agreed with the chairs' }));

  it('opens and closes the notice itself, without an act on a place', async () => {
    await standing(3);
    expect(await open()).toEqual([]);
    await quota('1', '3');
    expect(await open()).toEqual([expect.stringMatching(/^Rotherham South has no place free: 3 of 3 places/)]);
    await quota('2', '9');
    expect(await warnings()).toEqual([expect.objectContaining({ done: true, done_note: 'Use is below the quota again' })]);
  });
});

describe('the notice is seen', () => {
  it("by the partnership's lead, and by no other role and no other authority", async () => {
    await standing(5);
    await place();
    const taskId = (await readUnit(lead(), ownTasks))?.[0]?.id;
    for (const role of ['headteacher', 'pru_head', 'placement_officer'] as const) {
      expect(await readUnit(callerFor(council, role), ownTasks)).toEqual([]);
      expect(await refusal(run(finishTask, callerFor(council, role), { taskId, version: '1', doneNote: 'Seen' }))).toEqual({ kind: 'not_found' });
    }
    expect(await readUnit(callerFor(council.neighbour, 'partnership_lead'), ownTasks)).toEqual([]);
    expect(await refusal(run(finishTask, callerFor(council.neighbour, 'partnership_lead'), { taskId, version: '1', doneNote: 'Seen' }))).toEqual({ kind: 'not_found' });
  });
});
