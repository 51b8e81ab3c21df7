/** "Not with" and "not at": said at once of the places that a pupil has, and asked by every act that takes a place. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/core/calendar-date';
import { officerTasks } from '@/lib/exclusions/queries/open-tasks';
import { acceptPlacement } from '@/lib/placements/commands/answer-proposal';
import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endMarker } from '@/lib/placements/commands/end-marker';
import { endPlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { markPupil } from '@/lib/placements/commands/mark-pupil';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { sitePlacement } from '@/lib/placements/queries/site-placement';
import type { HeldPlacement } from '@/lib/placements/types';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run, TODAY } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, reportOf } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting, type PlacementChanges, type WaitingPupil } from '@/tests/support/builders/pupils';
import { heldPlacement, proposal, proposed, seenFor } from '@/tests/support/builders/proposals';

let council: TwoCouncils;
let officer: Caller;
let head: Caller;
let rowan: string;
let aspire: string;
let one: WaitingPupil;
let other: WaitingPupil;

const NOT_WITH = 'A marker says this pupil must not share a site with a pupil who has a place here in these days';
const NOT_AT = 'A marker says this pupil must not go to this site';
const OFFICER_DOES = 'Choose another site or other days. If the marker no longer holds, end it on the pupil\u2019s page';
const day = calendarDate;

beforeEach(async () => {
  council = await buildCouncil();
  rowan = await buildSite(council, 'Rowan', 10);
  aspire = await buildSite(council, 'Aspire', 10);
  [officer, head] = [callerFor(council, 'placement_officer'), callerFor(council, 'pru_head')];
  [one, other] = await buildWaiting(council, 2) as [WaitingPupil, WaitingPupil];
});

async function place(pupil: WaitingPupil, siteId: string, changes: PlacementChanges = {}): Promise<string> {
  const [id] = await buildPlacements(council, siteId, [pupil], changes);
  if (id === undefined) throw new Error('No placement');
  return id;
}

const apart = (changes: Record<string, string> = {}) => done(run(markPupil, officer, {
  pupilId: one.pupilId, kind: 'not_with', otherReference: `PU-${other.pupilId.slice(0, 8)}`, siteId: '', reason: 'Bail condition', firstOn: '2026-02-23', lastOn: '', ...changes,
}));
const notAt = (siteId: string) => apart({ kind: 'not_at', otherReference: '', siteId });
const seen = async (placementId: string, after: (held: HeldPlacement) => HeldPlacement[]) => {
  const held = await heldPlacement(officer, placementId);
  return seenFor(officer, { before: [held], after: after(held) });
};
const tasks = async () => (await readUnit(officer, (tx) => officerTasks(tx)))?.filter((task) => task.kind === 'marker_conflict').map((task) => task.placement_id);
const SHARED = { kind: 'conflict', message: NOT_WITH, details: ['From 2 March 2026 to 17 July 2026', OFFICER_DOES] };
const KEPT_OUT = { kind: 'conflict', message: NOT_AT, details: [expect.stringMatching(/^From \d+ March 2026 to 17 July 2026$/), OFFICER_DOES] };

describe('a marker put on a pupil who has a place', () => {
  it('names the places in conflict, gives the officers a task, and stands on the pages of officers and the site', async () => {
    const [placed, beside] = [await place(one, rowan), await place(other, rowan)];
    await place(one, aspire, { planned_first_on: day('2026-07-20'), planned_last_on: day('2026-07-21') });
    const { inConflict } = await apart();
    expect(inConflict).toEqual([{ placementId: placed, reference: expect.stringMatching(/^PL-/), firstOn: TODAY, lastOn: '2026-07-17' }]);
    expect(await tasks()).toEqual([placed]);
    expect((await readUnit(officer, (tx) => pupilRecord(tx, one.pupilId)))?.inConflict).toMatchObject([{ placementId: placed, kind: 'not_with', reason: 'Bail condition', other_placement_id: beside }]);
    expect((await readUnit(officer, (tx) => pupilRecord(tx, other.pupilId)))?.inConflict).toMatchObject([{ placementId: beside, other_placement_id: placed }]);
    expect((await readUnit(officer, (tx) => placementPage(tx, beside)))?.inConflict).toMatchObject([{ reason: 'Bail condition' }]);
    const site = await readUnit(head, (tx) => sitePlacement(tx, placed));
    expect(site?.inConflict).toEqual([{ what: 'A marker says this pupil must not share this site with a pupil who has a place here', days: 'From 2 March 2026 to 17 July 2026', reason: 'Bail condition' }]);
    // Told once: the marker is no warning beside it.
    expect(site?.markers).toEqual([]);
  });

  it('names a place at the site that is forbidden, and nothing where there is none or its days have passed', async () => {
    const placed = await place(one, rowan);
    expect((await notAt(aspire)).inConflict).toEqual([]);
    await place(other, rowan, { planned_last_on: day('2026-02-27') });
    expect((await apart()).inConflict).toEqual([]);
    expect(await tasks()).toEqual([]);
    expect((await notAt(rowan)).inConflict).toMatchObject([{ placementId: placed }]);
    expect(await tasks()).toEqual([placed]);
  });

  it('gives one task for a place, which closes when the marker ends', async () => {
    const placed = await place(one, rowan);
    await notAt(rowan);
    await notAt(rowan);
    expect(await tasks()).toEqual([placed]);
    for (const marker of (await readUnit(officer, (tx) => pupilRecord(tx, one.pupilId)))?.markers ?? []) {
      expect(await tasks()).toEqual([placed]);
      await done(run(endMarker, officer, { pupilId: one.pupilId, markerId: marker.id, version: '1', lastOn: '2026-02-27', endReason: 'Case closed' }));
    }
    expect(await tasks()).toEqual([]);
  });

  it('closes the task when the place of either pupil goes', async () => {
    await place(one, rowan);
    const beside = await place(other, rowan);
    await apart();
    await done(run(cancelPlacement, officer, { placementId: beside, version: '1', reason: 'Otherwise' }));
    expect(await tasks()).toEqual([]);
  });
});

/** Every act that takes a place: with the other pupil there, or at the site that is forbidden. */
describe('a marker refuses', () => {
  it('a proposal', async () => {
    await place(other, rowan);
    await apart();
    await notAt(aspire);
    const propose = async (siteId: string) => refusal(run(proposePlacement, officer, proposal(one, siteId, await seenFor(officer, { before: [], after: [proposed(one, siteId)] }))));
    expect(await propose(rowan)).toEqual({ ...SHARED, details: ['From 9 March 2026 to 17 July 2026', OFFICER_DOES] });
    expect(await propose(aspire)).toEqual(KEPT_OUT);
  });

  it('an acceptance by the site, which is told to raise a concern, and closes the task once nothing is in the way', async () => {
    const [asked, beside] = [await place(one, rowan, { state: 'proposed' }), await place(other, rowan)];
    await apart();
    const accept = () => run(acceptPlacement, head, { placementId: asked, version: '1', admissionMeetingOn: '' });
    expect(await refusal(accept())).toEqual({ ...SHARED, details: [SHARED.details[0], 'Raise a concern: the officer then chooses another site, or ends the marker'] });
    await done(run(cancelPlacement, officer, { placementId: beside, version: '1', reason: 'Otherwise' }));
    await done(accept());
    await notAt(rowan);
    const again = await place(one, rowan, { state: 'proposed', planned_first_on: day('2026-07-20'), planned_last_on: day('2026-07-21') });
    expect(await refusal(run(acceptPlacement, head, { placementId: again, version: '1', admissionMeetingOn: '' }))).toMatchObject({ message: NOT_AT });
  });

  it('an extension into the days of the other pupil, and not an earlier end', async () => {
    const placed = await place(one, rowan, { planned_last_on: day('2026-03-27') });
    await place(other, rowan, { planned_first_on: day('2026-04-20') });
    await apart();
    const until = async (lastOn: string) => run(extendPlacement, officer, { placementId: placed, version: '1', lastOn, reason: 'Other', seen: await seen(placed, (held) => [{ ...held, lastOn: day(lastOn) }]) });
    expect(await refusal(until('2026-05-22'))).toEqual({ ...SHARED, details: ['From 20 April 2026 to 22 May 2026', OFFICER_DOES] });
    await notAt(rowan);
    expect(await refusal(until('2026-04-03'))).toMatchObject({ message: NOT_AT });
    await done(until('2026-03-20'));
  });

  it('another share where the place itself is against a marker', async () => {
    const placed = await place(one, rowan);
    await place(other, rowan);
    await apart();
    const from = day('2026-03-09');
    const split = (held: HeldPlacement) => [{ ...held, lastOn: addDays(from, -1) }, { ...held, reference: 'new', firstOn: from, shareTenths: 5 }];
    const share = async () => run(changeShare, officer, { placementId: placed, version: '1', shareTenths: '5', fromOn: from, reason: 'Part-time', seen: await seen(placed, split) });
    expect(await refusal(share())).toEqual({ ...SHARED, details: ['From 9 March 2026 to 17 July 2026', OFFICER_DOES] });
  });

  it('a move to the site of the other pupil, or to a forbidden one', async () => {
    const placed = await place(one, aspire);
    await place(other, rowan);
    await apart();
    const move = async () => refusal(run(changeSite, officer, {
      placementId: placed, version: '1', siteId: rowan, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer',
      seen: await seen(placed, (held) => [{ ...held, lastOn: day('2026-03-08') }, { ...held, reference: 'new', siteId: rowan, firstOn: day('2026-03-09') }]),
    }));
    expect(await move()).toMatchObject({ kind: 'conflict', message: NOT_WITH });
    await notAt(rowan);
    expect(await move()).toMatchObject({ kind: 'conflict', message: NOT_AT });
  });

  it.each([
    ['an end', { state: 'started', started_on: day('2025-09-03') }, (placementId: string) => done(run(endPlacement, officer, { placementId, version: '1', leftOn: TODAY, whereNext: 'Aston' }))],
    ['a cancellation', {}, (placementId: string) => done(run(cancelPlacement, officer, { placementId, version: '1', reason: 'Otherwise' }))],
  ] as const)('the undo of %s', async (_name, changes, act) => {
    const placed = await place(one, rowan, changes);
    const { actId } = await act(placed);
    await place(other, rowan, { planned_first_on: day('2026-03-03') });
    await apart();
    const undo = () => run(undoAct, officer, { placementId: placed, actId });
    expect(await refusal(undo())).toEqual({ ...SHARED, details: ['From 3 March 2026 to 17 July 2026', OFFICER_DOES] });
    const [marker] = (await readUnit(officer, (tx) => pupilRecord(tx, one.pupilId)))?.markers ?? [];
    await done(run(endMarker, officer, { pupilId: one.pupilId, markerId: marker?.id ?? '', version: '1', lastOn: '2026-02-27', endReason: 'Case closed' }));
    await done(undo());
  });

  it('the undo of a move, back to a forbidden site, and not the undo of an extension, which takes no day', async () => {
    const placed = await place(one, rowan, { planned_last_on: day('2026-05-22') });
    const longer = await done(run(extendPlacement, officer, { placementId: placed, version: '1', lastOn: '2026-07-17', reason: 'Longer', seen: await seen(placed, (held) => [{ ...held, lastOn: day('2026-07-17') }]) }));
    await notAt(rowan);
    await done(run(undoAct, officer, { placementId: placed, actId: longer.actId }));
    const moved = await done(run(changeSite, officer, {
      placementId: placed, version: '3', siteId: aspire, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer',
      seen: await seen(placed, (held) => [{ ...held, lastOn: day('2026-03-08') }, { ...held, reference: 'new', siteId: aspire, firstOn: day('2026-03-09') }]),
    }));
    expect(await refusal(run(undoAct, officer, { placementId: moved.placementId, actId: moved.actId }))).toMatchObject({ kind: 'conflict', message: NOT_AT });
  });

  it('a place over number that is asked for the pupil', async () => {
    await place(other, rowan);
    await apart();
    await notAt(aspire);
    const authorise = (siteId: string, pupil: WaitingPupil) => run(authoriseOverNumber, officer, {
      referralId: pupil.referralId, siteId, kind: 'day6', places: '1', firstOn: '2026-03-09', lastOn: '2026-07-17', agreedBySite: 'Head', authorisedBy: 'Lead', reason: 'Urgent',
    });
    expect(await refusal(authorise(rowan, one))).toMatchObject({ message: NOT_WITH });
    expect(await refusal(authorise(aspire, one))).toMatchObject({ message: NOT_AT });
    await done(authorise(aspire, other));
  });

  it('an import, on its row, also when both pupils come in one file', async () => {
    await buildLocalAuthorities(council);
    await council.database.owner.query("UPDATE pupil SET first_name = 'Ben', search_name = 'ben pupil 2' WHERE authority_id = $1 AND id = $2", [council.id, other.pupilId]);
    await apart();
    await notAt(aspire);
    const line = (first: string, last: string, site: string) => lineOf('placements', { 'First name': first, 'Last name': last, 'Birth date': '15/03/2012', Sex: 'M', Site: site, 'Started on': '', 'Planned start': '09/03/2026' });
    const check = async (...lines: string[]) => (await reportOf(callerFor(council, 'administrator'), 'placements', fileOf('placements', ...lines))).problems;
    expect(await check(line('Sam', 'Pupil 1', 'Aspire'))).toMatchObject([{ row: 2, column: 'Site', problem: NOT_AT, lines: ['From 9 March 2026 to 17 July 2026'] }]);
    expect(await check(line('Sam', 'Pupil 1', 'Rowan'))).toEqual([]);
    expect((await check(line('Sam', 'Pupil 1', 'Rowan'), line('Ben', 'Pupil 2', 'Rowan'))).map(({ row, problem }) => [row, problem])).toEqual([
      [2, expect.stringContaining('must not share a site')], [3, expect.stringContaining('must not share a site')],
    ]);
  });
});
