/** What an officer's pages of placing say, and that their forms carry what the commands accept. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { formatPounds } from '@/lib/core/pence';
import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { placementChange } from '@/lib/placements/queries/change-view';
import { checkView } from '@/lib/placements/queries/check-view';
import { markerView } from '@/lib/placements/queries/marker-view';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { placeView } from '@/lib/placements/queries/place-view';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { searchPupils } from '@/lib/placements/queries/search-pupils';
import { endMarker } from '@/lib/placements/commands/end-marker';
import { markPupil } from '@/lib/placements/commands/mark-pupil';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, later, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements, buildWaiting, type WaitingPupil } from '@/tests/support/builders/pupils';
import { auditOf } from '@/tests/support/builders/traces';

const ASKED = { from: '2026-03-09', to: '2026-07-17', share: '10', kind: 'day6' };

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Nothing was found');
  return value;
}

async function one(council: TwoCouncils, changes: Parameters<typeof buildWaiting>[2] = {}): Promise<WaitingPupil> {
  return must((await buildWaiting(council, 1, changes))[0]);
}

describe('the check page of the main job', () => {
  let council: TwoCouncils;
  let siteId: string;
  let pupil: WaitingPupil;

  beforeAll(async () => {
    council = await buildCouncil({ quota: 17 });
    siteId = await buildSite(council, 'Rowan', 30);
    await buildPlacements(council, siteId, await buildWaiting(council, 17));
    pupil = await buildExcluded(council, '2026-02-26');
  });

  it('says the sentence, the quota today and at its peak, the money and how late, and its form is accepted', async () => {
    const officer = callerFor(council, 'placement_officer');
    const checked = must(await readUnit(officer, (tx) => checkView(tx, pupil.referralId, 'rowan', ASKED)));
    if (checked.kind !== 'can') throw new Error(`The choice ${checked.kind}`);
    const { view } = checked;
    const effect = must(view.effects[0]);
    expect(effect.sentence).toBe('This takes Rotherham South to 18 of 17 places from 9 March to 17 July 2026: 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.');
    // Accepted and not started: held, and no use of today.
    expect([effect.now?.usedTenths, effect.now?.awaitedTenths, effect.now?.quotaTenths, effect.peak?.usedTenths, effect.peak?.on]).toEqual([0, 170, 170, 180, '2026-03-09']);
    expect(formatPounds(must(effect.money).amount)).toBe('£7,484.21');
    expect(effect.uncovered).toBeNull();
    expect([view.lateSchoolDays, view.dueOn, view.firstOn, view.tellParentsBy]).toEqual([2, '2026-03-05', '2026-03-09', 'Saturday 7 March 2026 at 09:00']);
    const form = {
      referralId: pupil.referralId, referralVersion: String(view.referralVersion), siteId: view.option.siteId, placeKind: 'day6', firstOn: view.firstOn, lastOn: ASKED.to,
      shareTenths: '10', transport: 'none', viewPupil: '', viewParent: '', whySuits: view.whySuits, lateReason: '', seen: view.seen,
    };
    expect(await refusal(run(proposePlacement, officer, form))).toMatchObject({ kind: 'invalid', problems: [{ field: 'lateReason' }] });
    const { placementId } = await done(run(proposePlacement, officer, { ...form, lateReason: 'The family asked for a Monday' }));
    const page = must(await readUnit(officer, (tx) => placementPage(tx, placementId)));
    expect(page.events[0]?.title).toBe('Proposed to Rowan, 9 March 2026 to 17 July 2026');
    expect(page.undo?.what).toBe('proposal');
    expect((await readUnit(callerFor(council, 'placement_officer', later(10)), (tx) => placementPage(tx, placementId)))?.undo).toBeNull();
  });

  it('starts on the due date when nobody says otherwise, and names a wrong date at its field', async () => {
    const officer = callerFor(council, 'placement_officer');
    const other = await buildExcluded(council, '2026-02-26');
    const view = must(await readUnit(officer, (tx) => placeView(tx, other.referralId, { from: '', to: '', share: '', kind: '' })));
    expect(view.wanted).toMatchObject({ firstOn: '2026-03-05', lastOn: '2026-07-17', shareTenths: 10, kind: 'day6' });
    const wrong = must(await readUnit(officer, (tx) => placeView(tx, other.referralId, { ...ASKED, from: '2026-02-30' })));
    expect(wrong.problems).toMatchObject([{ field: 'from' }]);
    expect(wrong.options).toEqual([]);
  });

  it('is not there for a foreign, a made-up or a malformed address, nor for another role', async () => {
    const officer = callerFor(council, 'placement_officer');
    for (const id of [council.neighbour.pupil.referralId, randomUUID(), 'none']) {
      expect(await readUnit(officer, (tx) => checkView(tx, id, 'rowan', ASKED))).toBeNull();
    }
    expect(await readUnit(callerFor(council, 'pru_head'), (tx) => placeView(tx, pupil.referralId, ASKED))).toBeNull();
    for (const id of [council.neighbour.placementId, randomUUID(), 'none']) expect(await readUnit(officer, (tx) => placementPage(tx, id))).toBeNull();
    for (const id of [council.neighbour.pupil.pupilId, randomUUID(), 'none']) expect(await readUnit(officer, (tx) => pupilRecord(tx, id))).toBeNull();
  });
});

describe('a full site', () => {
  it('stands among those that cannot be chosen until places over number are authorised', async () => {
    const council = await buildCouncil();
    const siteId = await buildSite(council, 'Rowan', 1);
    await buildPlacements(council, siteId, await buildWaiting(council, 1));
    const pupil = await one(council);
    const officer = callerFor(council, 'placement_officer');
    const before = must(await readUnit(officer, (tx) => placeView(tx, pupil.referralId, ASKED)));
    expect(before.options).toEqual([]);
    expect(before.stopped[0]?.stops[0]?.words).toMatch(/^Full on 79 school days/);
    const form = {
      referralId: pupil.referralId, siteId, kind: 'day6', places: '1', firstOn: ASKED.from, lastOn: ASKED.to, agreedBySite: 'Head of Rowan', authorisedBy: 'Head of inclusion',
      reason: 'No other site takes Year 9',
    };
    expect(await refusal(run(authoriseOverNumber, officer, { ...form, firstOn: '2026-02-27' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'firstOn' }] });
    expect(await refusal(run(authoriseOverNumber, officer, { ...form, agreedBySite: ' ' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'agreedBySite' }] });
    expect(await refusal(run(authoriseOverNumber, callerFor(council, 'pru_head'), form))).toEqual({ kind: 'not_found' });
    await done(run(authoriseOverNumber, officer, form));
    const after = must(await readUnit(officer, (tx) => placeView(tx, pupil.referralId, ASKED)));
    expect(after.options.map((option) => [option.name, option.startOn])).toEqual([['Rowan', '2026-03-09']]);
    // A day beyond the authorisation the site is full again.
    const beyond = must(await readUnit(officer, (tx) => placeView(tx, pupil.referralId, { ...ASKED, from: '2026-03-06' })));
    expect(beyond.options[0]?.startOn).toBe('2026-03-09');
  });
});

describe('the preview of an extension', () => {
  it('carries figures that the command accepts, and says when the place has gone', async () => {
    const council = await buildCouncil();
    const siteId = await buildSite(council, 'Rowan', 1);
    const [id = ''] = await buildPlacements(council, siteId, [await one(council)], { planned_last_on: calendarDate('2026-03-27') });
    const officer = callerFor(council, 'placement_officer');
    const ask = () => ({ change: { act: 'extend' as const, lastOn: calendarDate('2026-05-22') }, problems: [] });
    const free = must(await readUnit(officer, (tx) => placementChange(tx, id, 'extend', ask)));
    expect(free.change?.stopped).toBeNull();
    await buildPlacements(council, siteId, [await one(council)], { planned_first_on: calendarDate('2026-05-18') });
    const taken = must(await readUnit(officer, (tx) => placementChange(tx, id, 'extend', ask)));
    expect(taken.change?.stopped?.message).toBe('The place at Rowan has gone: it is not free on 5 school days, first Monday 18 May 2026');
    const until = { change: { act: 'extend' as const, lastOn: calendarDate('2026-05-15') }, problems: [] };
    const shorter = must(await readUnit(officer, (tx) => placementChange(tx, id, 'extend', () => until)));
    await done(run(extendPlacement, officer, { placementId: id, version: '1', lastOn: '2026-05-15', reason: 'Needs longer', seen: shorter.change?.seen ?? '' }));
  });
});

describe('a marker', () => {
  it('keeps two pupils apart from both sides, and a pupil from a site', async () => {
    const council = await buildCouncil();
    const rowan = await buildSite(council, 'Rowan', 10);
    const [placed, waiting] = [await one(council), await one(council)];
    await buildPlacements(council, rowan, [placed]);
    const officer = callerFor(council, 'placement_officer');
    const reference = must(await readUnit(officer, (tx) => pupilRecord(tx, waiting.pupilId))).pupil.reference;
    const form = { pupilId: placed.pupilId, kind: 'not_with', otherReference: ` ${reference.toLowerCase()} `, siteId: '', reason: 'Bail condition', firstOn: '2026-03-02', lastOn: '' };
    expect(await refusal(run(markPupil, officer, { ...form, otherReference: '' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'otherReference' }] });
    expect(await refusal(run(markPupil, officer, { ...form, pupilId: council.neighbour.pupil.pupilId }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(markPupil, callerFor(council, 'headteacher'), form))).toEqual({ kind: 'not_found' });
    await done(run(markPupil, officer, form));
    const view = must(await readUnit(officer, (tx) => placeView(tx, waiting.referralId, ASKED)));
    expect(view.stopped.map((site) => site.stops[0]?.words)).toEqual([expect.stringContaining('Bail condition')]);
    expect(must(await readUnit(officer, (tx) => pupilRecord(tx, waiting.pupilId))).markers).toMatchObject([{ kind: 'not_with', other_id: placed.pupilId }]);
    const third = await one(council);
    await done(run(markPupil, officer, { ...form, pupilId: third.pupilId, kind: 'not_at', otherReference: '', siteId: rowan }));
    expect(must(await readUnit(officer, (tx) => placeView(tx, third.referralId, ASKED))).options).toEqual([]);
  });

  it('is ended from either pupil, with a day and a reason, and stays in the history', async () => {
    const council = await buildCouncil();
    const rowan = await buildSite(council, 'Rowan', 10);
    const [placed, waiting] = [await one(council), await one(council)];
    await buildPlacements(council, rowan, [placed]);
    const officer = callerFor(council, 'placement_officer');
    const { reference } = must(await readUnit(officer, (tx) => pupilRecord(tx, waiting.pupilId))).pupil;
    await done(run(markPupil, officer, { pupilId: placed.pupilId, kind: 'not_with', otherReference: reference, siteId: '', reason: 'Bail condition', firstOn: '2026-02-02', lastOn: '' }));
    const marker = must(await readUnit(officer, (tx) => markerView(tx, waiting.pupilId))).standing[0];
    const form = { pupilId: waiting.pupilId, markerId: marker?.id, version: '1', lastOn: '2026-02-27', endReason: 'Case closed' };
    for (const other of [callerFor(council, 'headteacher'), callerFor(council, 'pru_head'), callerFor(council.neighbour, 'placement_officer')]) {
      expect(await refusal(run(endMarker, other, form))).toEqual({ kind: 'not_found' });
    }
    expect(await refusal(run(endMarker, officer, { ...form, pupilId: (await one(council)).pupilId }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(endMarker, officer, { ...form, endReason: ' ' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'endReason' }] });
    expect(await refusal(run(endMarker, officer, { ...form, lastOn: '2026-02-01' }))).toMatchObject({ kind: 'invalid', problems: [{ field: 'lastOn' }] });
    await done(run(endMarker, officer, form));
    expect(await refusal(run(endMarker, officer, form))).toMatchObject({ kind: 'stale' });
    expect(await refusal(run(endMarker, officer, { ...form, version: '2' }))).toMatchObject({ kind: 'conflict' });
    expect(must(await readUnit(officer, (tx) => placeView(tx, waiting.referralId, ASKED))).stopped).toEqual([]);
    expect(must(await readUnit(officer, (tx) => markerView(tx, waiting.pupilId))).standing).toEqual([]);
    expect(must(await readUnit(officer, (tx) => pupilRecord(tx, placed.pupilId))).markers).toMatchObject([
      { reason: 'Bail condition', first_on: '2026-02-02', last_on: '2026-02-27', end_reason: 'Case closed', ended_by: 'placement officer' },
    ]);
    const audited = (await auditOf(council)).filter((entry) => entry.act === 'pupil.end_marker' && entry.outcome === 'done');
    expect(audited.map((entry) => entry.pupil_id).sort()).toEqual([placed.pupilId, waiting.pupilId].sort());
    expect(audited[0]).toMatchObject({ before: { lastOn: null }, after: { lastOn: '2026-02-27' }, reason: 'Case closed' });
  });
});

describe('the search for a pupil', () => {
  it('finds by three letters of either name, a reference or a UPN, in this authority only', async () => {
    const council = await buildCouncil();
    const pupil = await one(council, { pupil: { first_name: 'Zoe', last_name: "O'Brien-Xu", search_name: 'zoe obrien-xu', upn: 'A372999916001', reference: 'PU-9001X' } });
    await buildWaiting(council.neighbour, 1, { pupil: { first_name: 'Zoe', last_name: "O'Brien-Xu", search_name: 'zoe obrien-xu' } });
    const officer = callerFor(council, 'placement_officer');
    const found = async (typed: string) => must(await readUnit(officer, (tx) => searchPupils(tx, typed))).pupils.map((one) => one.id);
    for (const typed of ['zoe', 'ZOE', "o'br", 'zoe o', 'A372 9999 16001', 'pu-9001x']) expect([typed, await found(typed)]).toEqual([typed, [pupil.pupilId]]);
    for (const typed of ['oe ', 'rien', '%%%', '___']) expect([typed, await found(typed)]).toEqual([typed, []]);
    expect(await readUnit(officer, (tx) => searchPupils(tx, 'zo'))).toMatchObject({ tooShort: true, pupils: [] });
    expect(await readUnit(callerFor(council, 'pru_head'), (tx) => searchPupils(tx, 'zoe'))).toBeNull();
  });
});
