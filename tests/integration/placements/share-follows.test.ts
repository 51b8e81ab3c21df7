/** Another share from a later day stands as the share it goes on from, and takes the same answer. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { acceptPlacement, raiseConcern } from '@/lib/placements/commands/answer-proposal';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { markPupil } from '@/lib/placements/commands/mark-pupil';
import { recordNotArrived, startPlacement } from '@/lib/placements/commands/record-arrival';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { splitByTerms } from '@/lib/placements/continue-placement';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { siteDesks } from '@/lib/placements/queries/site-desk';
import { sitePlacement } from '@/lib/placements/queries/site-placement';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { placementById } from '@/lib/placements/store';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { heldPlacement, seenFor } from '@/tests/support/builders/proposals';
import { buildPlacements, buildWaiting, type PlacementChanges } from '@/tests/support/builders/pupils';

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

const rowOf = async (id: string) => {
  const row = await readUnit(officer, (tx) => placementById(tx, id));
  if (!row) throw new Error('No placement');
  return row;
};
const standing = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await rowOf(id)).state));
const versioned = async (placementId: string) => ({ placementId, version: String((await rowOf(placementId)).version) });

async function change(placementId: string, act: 'change_share' | 'change_site', on = '2026-04-20', shareTenths = 10): Promise<{ placementId: string; actId: string }> {
  const held = await heldPlacement(officer, placementId);
  const there = act === 'change_site' ? otherSiteId : held.siteId;
  const { until, from } = splitByTerms(held, { act, fromOn: calendarDate(on), siteId: there, placeKind: 'day6', shareTenths: act === 'change_share' ? shareTenths : held.shareTenths, siteCountsToQuota: true, words: '' });
  const fields = { ...(await versioned(placementId)), fromOn: on, reason: 'Ready for more', seen: await seenFor(officer, { before: [held], after: until ? [until, from] : [from] }) };
  return done(act === 'change_share' ? run(changeShare, officer, { ...fields, shareTenths: String(shareTenths) }) : run(changeSite, officer, { ...fields, siteId: there, placeKind: 'day6' }));
}

/** A half-time place from Monday 2 March, and the whole week from 20 April that goes on from it. */
async function twoShares(changes: PlacementChanges = {}): Promise<[string, string]> {
  const [first = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1), { share_tenths: 5, planned_first_on: calendarDate('2026-03-02'), state: 'proposed', reply_by: calendarDate('2026-03-04'), ...changes });
  return [first, (await change(first, 'change_share')).placementId];
}

const accept = async (id: string) => run(acceptPlacement, head, { ...(await versioned(id)), admissionMeetingOn: '' });
const question = async (id: string) => run(raiseConcern, head, { ...(await versioned(id)), concern: 'Needs one-to-one' });
const missed = async (id: string) => run(recordNotArrived, head, { ...(await versioned(id)), expectedOn: '2026-03-02' });
const desk = async () => (await readUnit(head, (tx) => siteDesks(tx))).find((one) => one.site.id === siteId);
const listed = async (id: string) => {
  const found = await desk();
  return (['toAnswer', 'arriving', 'here'] as const).filter((list) => found?.[list].some((pupil) => pupil.id === id));
};

describe('another share of a proposal that is not answered', () => {
  it.each([
    [{ state: 'proposed' }], [{ state: 'concern', concern: 'Needs one-to-one' }], [{ state: 'accepted' }],
  ] as const)('stands as it does: %j', async (changes) => {
    const [first, next] = await twoShares(changes);
    const [before, after] = [await rowOf(first), await rowOf(next)];
    expect([after.state, after.concern, after.reply_by, after.started_on]).toEqual([before.state, before.concern, before.reply_by, null]);
    expect(before.state).toBe(changes.state);
  });

  it('is accepted from a later day of a placement that has started', async () => {
    const [first, next] = await twoShares({ state: 'started', started_on: calendarDate('2026-03-02') });
    expect(await standing(first, next)).toEqual(['started', 'accepted']);
    expect((await desk())?.arriving.find((pupil) => pupil.id === next)?.is_here).toBe(true);
  });

  it('is one question to the site, and arrives nowhere before it is answered', async () => {
    const [first, next] = await twoShares();
    expect([await listed(first), await listed(next)]).toEqual([['toAnswer'], []]);
    const { reference } = await rowOf(first);
    expect(await readUnit(head, (tx) => sitePlacement(tx, next))).toMatchObject({ follows: { id: first, reference }, acts: expect.not.arrayContaining(['accept', 'raise_concern']) });
    expect((await readUnit(officer, (tx) => placementPage(tx, next)))?.next).toBe(`Follows the answer to ${reference}, from which it goes on`);
    for (const answer of [accept, question]) expect(await refusal(answer(next))).toMatchObject({ kind: 'conflict', message: expect.stringContaining(`Answer ${reference}`) });
    await done(accept(first));
    expect([await listed(first), await listed(next)]).toEqual([['arriving'], ['arriving']]);
    expect((await desk())?.arriving.find((pupil) => pupil.id === next)?.is_here).toBe(false);
  });
});

describe('the answer to the first share is the answer to the next', () => {
  it('accepted, also a third', async () => {
    const [first, next] = await twoShares();
    const third = (await change(next, 'change_share', '2026-06-01', 8)).placementId;
    await done(accept(first));
    expect(await standing(first, next, third)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('a concern, and accepted after it', async () => {
    const [first, next] = await twoShares();
    await done(question(first));
    expect(await standing(first, next)).toEqual(['concern', 'concern']);
    expect((await rowOf(next)).concern).toBe('Needs one-to-one');
    await done(accept(first));
    expect([await standing(first, next), (await rowOf(next)).concern]).toEqual([['accepted', 'accepted'], '']);
  });

  it('a concern after it was accepted', async () => {
    const [first, next] = await twoShares({ state: 'accepted' });
    await done(question(first));
    expect(await standing(first, next)).toEqual(['concern', 'concern']);
  });

  it('a concern about the next share alone stays its own', async () => {
    const [first, next] = await twoShares({ state: 'accepted' });
    await done(run(raiseConcern, head, { ...(await versioned(next)), concern: 'Not every day' }));
    await done(question(first));
    await done(accept(first));
    expect([await standing(first, next), (await rowOf(next)).concern]).toEqual([['accepted', 'concern'], 'Not every day']);
  });

  it('cancelled, and one undo brings both back as they were', async () => {
    const [first, next] = await twoShares();
    const { actId } = await done(run(cancelPlacement, officer, { ...(await versioned(first)), reason: 'Parents chose otherwise' }));
    expect(await standing(first, next)).toEqual(['cancelled', 'cancelled']);
    await done(run(undoAct, officer, { placementId: first, actId }));
    expect(await standing(first, next)).toEqual(['proposed', 'proposed']);
  });

  it('is told once in the pupil\u2019s timeline and in the history of the request, with both shares and days', async () => {
    const [first] = await twoShares();
    await done(accept(first));
    const { pupil_id: pupilId, referral_id: referralId } = await rowOf(first);
    const timeline = (await readUnit(officer, (tx) => pupilRecord(tx, pupilId)))?.timeline ?? [];
    expect(timeline.flatMap((one) => (one.placementId ? [[one.title, one.placementId]] : []))).toEqual([
      ['Accepted by Rowan', first], ['Share changed to full time from 20 April 2026; 0.5 of full time until 19 April 2026', first],
    ]);
    expect((await readUnit(officer, (tx) => waitingPupil(tx, referralId)))?.history.map((one) => one.title).sort()).toEqual(['Accepted: Rowan', 'Share changed: Rowan']);
  });

  it('did not arrive, and came after all', async () => {
    const [first, next] = await twoShares({ state: 'accepted' });
    await done(missed(first));
    expect([await standing(first, next), await listed(next)]).toEqual([['not_arrived', 'not_arrived'], []]);
    await done(run(startPlacement, head, { ...(await versioned(first)), startedOn: '2026-03-02' }));
    expect([await standing(first, next), await listed(next)]).toEqual([['started', 'accepted'], ['arriving']]);
  });

  it('refused while a marker keeps the pupil from the days of the next share', async () => {
    const [first] = await twoShares();
    const { pupil_id: pupilId } = await rowOf(first);
    await done(run(markPupil, officer, { pupilId, kind: 'not_at', otherReference: '', siteId, reason: 'Bail condition', firstOn: '2026-05-01', lastOn: '' }));
    expect(await refusal(accept(first))).toMatchObject({ kind: 'conflict', details: expect.arrayContaining(['From 1 May 2026 to 17 July 2026']) });
  });
});

describe('a change of site', () => {
  it('from a later day asks the new site alone, without the concern of the old one', async () => {
    const [first = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1), { state: 'concern', concern: 'Too far' });
    const { placementId: next } = await change(first, 'change_site');
    expect([await standing(first, next), (await rowOf(next)).concern]).toEqual([['concern', 'proposed'], '']);
    await done(accept(first));
    expect(await standing(first, next)).toEqual(['accepted', 'proposed']);
    await done(accept(next));
    expect(await standing(first, next)).toEqual(['accepted', 'accepted']);
    const { pupil_id: pupilId, referral_id: referralId } = await rowOf(first);
    expect((await readUnit(officer, (tx) => pupilRecord(tx, pupilId)))?.timeline.filter((one) => one.kind === 'placement').map((one) => one.title)).toEqual([
      'Accepted by Aspire', 'Accepted by Rowan', 'Site changed to Aspire from 20 April 2026; at Rowan until 19 April 2026',
    ]);
    expect((await readUnit(officer, (tx) => waitingPupil(tx, referralId)))?.history.map((one) => one.title)).toContain('Site changed: Rowan to Aspire');
  });

  it('waits for the next share, which would stay behind at the old site', async () => {
    const [first, next] = await twoShares();
    const { reference } = await rowOf(next);
    await expect(change(first, 'change_site', '2026-03-09')).rejects.toThrow(`${reference} goes on from this placement. Change or cancel that one first`);
    await done(run(cancelPlacement, officer, { ...(await versioned(next)), reason: 'The site changes' }));
    await change(first, 'change_site', '2026-03-09');
    expect(await standing(first, next)).toEqual(['proposed', 'cancelled']);
  });

  it('from the first day leaves the concern of the old site behind', async () => {
    const [first = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1), { state: 'accepted', planned_first_on: calendarDate('2026-03-09') });
    await done(question(first));
    await change(first, 'change_site', '2026-03-09');
    const { state, concern, site_id: at } = await rowOf(first);
    expect([state, concern, at]).toEqual(['proposed', '', otherSiteId]);
    expect((await council.database.owner.query('SELECT 1 FROM task WHERE placement_id = $1 AND done_at IS NULL', [first])).rows).toEqual([]);
  });
});
