/** What is refused or said before anybody fills in a form for nothing, and what opens to whom. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { bookTransport, tellParents } from '@/lib/placements/commands/prepare-arrival';
import { changeSite } from '@/lib/placements/commands/change-site';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { authorisedOver } from '@/lib/placements/queries/authorised-over';
import { placementChange } from '@/lib/placements/queries/change-view';
import { checkView } from '@/lib/placements/queries/check-view';
import { partnershipDay } from '@/lib/placements/queries/partnership-day';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { placeView } from '@/lib/placements/queries/place-view';
import { sitePlacement } from '@/lib/placements/queries/site-placement';
import { loadSites } from '@/lib/providers/store';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities } from '@/tests/support/builders/exclusion-forms';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildExcluded, buildPlacements, buildWaiting, type WaitingPupil } from '@/tests/support/builders/pupils';
import { proposal } from '@/tests/support/builders/proposals';

const ASKED = { from: '2026-03-09', to: '2026-07-17', share: '10', kind: 'day6' };

let council: TwoCouncils;
let rowan: string;
const officer = () => callerFor(council, 'placement_officer');
const one = async (): Promise<WaitingPupil> => {
  const [pupil] = await buildWaiting(council, 1);
  if (!pupil) throw new Error('No pupil');
  return pupil;
};

beforeAll(async () => {
  council = await buildCouncil({ quota: 17 });
  await buildLocalAuthorities(council);
  rowan = await buildSite(council, 'Rowan', 20);
  await buildSite(council, 'Aspire', 20);
});

describe('a pupil who has a place', () => {
  it('is checked against it at once, at the same and at another site, unless both fit into one whole place', async () => {
    const pupil = await one();
    const [placementId = ''] = await buildPlacements(council, rowan, [pupil], { share_tenths: 6, planned_first_on: calendarDate('2026-03-03') });
    const check = (asked: Partial<typeof ASKED>, site = 'aspire') => readUnit(officer(), (tx) => checkView(tx, pupil.referralId, site, { ...ASKED, ...asked }));
    for (const site of ['aspire', 'rowan']) {
      expect(await check({}, site)).toMatchObject({ kind: 'has_place', already: [{ placementId, blocks: true, mayChangeSite: true, leavesShare: true, words: expect.stringContaining('Accepted at Rowan') }] });
    }
    expect((await check({ share: '4' }))?.kind).toBe('can');
    expect((await readUnit(officer(), (tx) => placeView(tx, pupil.referralId, ASKED)))?.isBlocked).toBe(true);
    expect(await readUnit(officer(), (tx) => placeView(tx, pupil.referralId, { ...ASKED, share: '4' }))).toMatchObject({ isBlocked: false, already: [{ blocks: false }] });
  });

  it('whose own place fills the site is told of it, and not that the site is full', async () => {
    const narrow = await buildSite(council, 'Narrow', 1);
    const pupil = await one();
    await buildPlacements(council, narrow, [pupil]);
    expect((await readUnit(officer(), (tx) => checkView(tx, pupil.referralId, 'narrow', ASKED)))?.kind).toBe('has_place');
  });
});

describe('a pupil of another authority', () => {
  it('is not placed here, by any way, and the pages name the authority that places', async () => {
    const pupil = await buildExcluded(council, '2026-02-26');
    await asOwner(council.database.owner, council.id, (query) => query("UPDATE permanent_exclusion SET home_authority_code = '373' WHERE authority_id = $1 AND id = $2", [council.id, pupil.exclusionId]));
    expect(await readUnit(officer(), (tx) => placeView(tx, pupil.referralId, ASKED))).toMatchObject({ homeAuthority: 'Sheffield', options: [], stopped: [] });
    expect(await readUnit(officer(), (tx) => checkView(tx, pupil.referralId, 'rowan', ASKED))).toMatchObject({ kind: 'cannot', why: [expect.stringMatching(/^Sheffield has the duty/)] });
    expect(await refusal(run(proposePlacement, officer(), proposal(pupil, rowan, '')))).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/^Sheffield has the duty and places this pupil/) });
  });
});

describe('the day behind a partnership\u2019s use', () => {
  it('opens to officers with names, to the lead without, and to nobody of the neighbour', async () => {
    const pupil = await one();
    await buildPlacements(council, rowan, [pupil], { state: 'started', started_on: calendarDate('2025-09-03') });
    const [slug = ''] = (await council.database.owner.query<{ slug: string }>('SELECT slug FROM partnership WHERE id = $1', [council.partnershipId])).rows.map((row) => row.slug);
    const day = (caller = officer()) => readUnit(caller, (tx) => partnershipDay(tx, slug, '2026-03-02'));
    expect((await day())?.pupilPages).toBe('officer');
    expect((await day())?.lines).toContainEqual(expect.objectContaining({ pupilId: pupil.pupilId, who: 'Sam Pupil 1', tenths: 10 }));
    expect((await day(callerFor(council, 'partnership_lead')))?.lines.filter((line) => line.pupilId !== null)).toEqual([]);
    expect(await day(callerFor(council, 'pru_head'))).toBeNull();
  });
});

describe('a pupil with half a place', () => {
  it('is asked for the other half, which leaves nothing open', async () => {
    const pupil = await buildExcluded(council, '2026-02-26');
    await buildPlacements(council, rowan, [pupil], { state: 'started', share_tenths: 5, planned_first_on: calendarDate('2026-03-02'), started_on: calendarDate('2026-03-02') });
    expect((await readUnit(officer(), (tx) => placeView(tx, pupil.referralId, { ...ASKED, share: '' })))?.wanted.shareTenths).toBe(5);
    const check = (share: string) => readUnit(officer(), (tx) => checkView(tx, pupil.referralId, 'aspire', { ...ASKED, share }));
    expect(await check('5')).toMatchObject({ kind: 'can', view: { leavesRestOpen: false } });
    expect(await check('4')).toMatchObject({ kind: 'can', view: { leavesRestOpen: true } });
  });
});

describe('what belongs to a start', () => {
  it('is recorded after it by the site and the officer, with the latest moment for telling the parents, until the placement is over', async () => {
    const [placementId = ''] = await buildPlacements(council, rowan, [await one()], { state: 'started', planned_first_on: calendarDate('2026-02-24'), started_on: calendarDate('2026-02-24') });
    const head = callerFor(council, 'pru_head');
    const seen = () => readUnit(head, (tx) => sitePlacement(tx, placementId));
    expect(await seen()).toMatchObject({ recordsStart: 'after', tellParentsBy: 'Sunday 22 February 2026 at 09:00', toldLate: true });
    await done(run(tellParents, head, { placementId, version: '1', toldOn: '2026-02-20', toldAt: '10:00' }));
    await done(run(bookTransport, officer(), { placementId, version: '2', transport: 'taxi', bookedOn: '2026-03-02' }));
    expect(await seen()).toMatchObject({ toldLate: false, row: { transport: 'taxi', state: 'started' } });
    expect((await readUnit(officer(), (tx) => placementPage(tx, placementId)))?.recordsStart).toBe('after');
    expect(await refusal(run(tellParents, head, { placementId, version: '3', toldOn: '2026-02-20', toldAt: '' }))).toMatchObject({ kind: 'invalid', problems: [expect.objectContaining({ field: 'toldAt' })] });
    expect(await refusal(run(tellParents, head, { placementId, version: '3', toldOn: '2026-02-20', toldAt: '99:99' }))).toMatchObject({ kind: 'invalid' });
    const [gone = ''] = await buildPlacements(council, rowan, [await one()], { state: 'left', started_on: calendarDate('2025-09-03'), left_on: calendarDate('2026-02-13'), where_next: 'Home school' });
    expect(await refusal(run(tellParents, head, { placementId: gone, version: '1', toldOn: '2026-02-20', toldAt: '09:15' }))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('is over') });
  });
});

describe('after a change of site', () => {
  it('says where the pupil stays until then, and of the clock what is true', async () => {
    const pupil = await buildExcluded(council, '2026-02-02');
    const [id = ''] = await buildPlacements(council, rowan, [pupil], { state: 'started', planned_first_on: calendarDate('2026-02-10'), started_on: calendarDate('2026-02-10') });
    const ask = async () => {
      const aspire = (await readUnit(officer(), async (tx) => [...(await loadSites(tx))]))?.find((site) => site.slug === 'aspire');
      if (!aspire) throw new Error('No site');
      return { aspire, view: await readUnit(officer(), (tx) => placementChange(tx, id, 'change_site', () => ({ change: { act: 'change_site', fromOn: calendarDate('2026-03-09'), site: aspire, placeKind: 'day6' }, problems: [] }))) };
    };
    const { aspire, view } = await ask();
    const { placementId } = await done(run(changeSite, officer(), { placementId: id, version: '1', siteId: aspire.id, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer home', seen: view?.change?.seen ?? '' }));
    expect(await readUnit(officer(), (tx) => placementPage(tx, placementId))).toMatchObject({
      clockWords: 'The clock stopped on Tuesday 10 February 2026, when full-time education started.', untilThen: 'Until Sunday 8 March 2026 Sam stays at Rowan.',
    });
  });
});

describe('places over number', () => {
  it('are named after they were authorised only as they stand on record', async () => {
    const pupil = await one();
    await done(run(authoriseOverNumber, officer(), {
      referralId: pupil.referralId, siteId: rowan, kind: 'day6', places: '1', firstOn: '2026-03-09', lastOn: '2026-03-27', agreedBySite: 'Head', authorisedBy: 'Head of inclusion', reason: 'One more',
    }));
    const named = { slug: 'rowan', kind: 'day6', from: '2026-03-09', to: '2026-03-27' };
    expect(await readUnit(officer(), (tx) => authorisedOver(tx, named))).toEqual({ siteName: 'Rowan', slug: 'rowan', kind: 'day6', firstOn: '2026-03-09', lastOn: '2026-03-27' });
    for (const wrong of [{ to: '2026-07-17' }, { kind: 'reserve' }, { slug: 'aspire' }, { from: 'x' }]) expect(await readUnit(officer(), (tx) => authorisedOver(tx, { ...named, ...wrong }))).toBeNull();
    expect(await readUnit(callerFor(council, 'pru_head'), (tx) => authorisedOver(tx, named))).toBeNull();
  });
});
