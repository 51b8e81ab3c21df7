/** R21: once 48 hours' notice cannot be kept, the page says so, and the parents' agreement is recorded where it counts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { recordExclusion } from '@/lib/exclusions/commands/record-exclusion';
import { agreeLessNotice } from '@/lib/placements/commands/agree-less-notice';
import { startPlacement } from '@/lib/placements/commands/record-arrival';
import { placementPage } from '@/lib/placements/queries/placement-page';
import { searchPupils } from '@/lib/placements/queries/search-pupils';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildLocalAuthorities, exclusionForm } from '@/tests/support/builders/exclusion-forms';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let siteId: string;
const officer = (now?: Date) => callerFor(council, 'placement_officer', now);

/** A place for a pupil excluded on 26 February: day 6 is 5 March. */
async function placeFrom(lastName: string, firstOn: string): Promise<string> {
  const ids = await done(run(recordExclusion, officer(), exclusionForm(council, { lastName })));
  const [placementId = ''] = await buildPlacements(council, siteId, [{ ...ids, schoolId: council.schools.aston }], { state: 'accepted', planned_first_on: calendarDate(firstOn) });
  return placementId;
}
const agree = (placementId: string, now?: Date) => run(agreeLessNotice, officer(now), { placementId, version: 1, noticeAgreed: 'Mrs Thorne, by telephone, 2 March at 10:20' });

beforeAll(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
  siteId = await buildSite(council, 'Rowan Notice', 20);
});

describe('notice to the parents', () => {
  it('that cannot be kept before day 6 is said, and agreement to less is recorded once', async () => {
    const placementId = await placeFrom('Early', '2026-03-03');
    expect((await readUnit(officer(), (tx) => placementPage(tx, placementId)))?.lostNotice).toMatchObject({ mayAgree: true });
    await done(agree(placementId));
    const after = await readUnit(officer(), (tx) => placementPage(tx, placementId));
    expect(after).toMatchObject({ lostNotice: null, row: { less_notice_agreed: 'Mrs Thorne, by telephone, 2 March at 10:20', version: 2 }, events: [{ title: 'Parents agree to less than 48 hours\u2019 notice' }] });
    expect(await refusal(agree(placementId))).toMatchObject({ kind: 'stale' });
  });

  it('needs no agreement in time, and agreement does not count from day 6', async () => {
    const placementId = await placeFrom('Day six', '2026-03-05');
    expect(await refusal(agree(placementId))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('still time') });
    expect(await refusal(agree(placementId, new Date('2026-03-04T10:00:00Z')))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('only for a start before day 6') });
    expect(await refusal(run(agreeLessNotice, callerFor(council, 'pru_head'), { placementId, version: 1, noticeAgreed: 'x' }))).toEqual({ kind: 'not_found' });
    expect(await refusal(agree(council.neighbour.placementId))).toEqual({ kind: 'not_found' });
  });
});

describe('less notice agreed', () => {
  it('is recorded after the start too, where the start was before day 6, and not otherwise', async () => {
    const now = new Date('2026-03-05T10:00:00Z');
    const begin = async (lastName: string, on: string) => {
      const placementId = await placeFrom(lastName, on);
      await done(run(startPlacement, officer(now), { placementId, version: '1', startedOn: on }));
      return placementId;
    };
    const record = (placementId: string) => run(agreeLessNotice, officer(now), { placementId, version: 2, noticeAgreed: 'Mrs Thorne, on the doorstep' });
    const early = await begin('Begun early', '2026-03-03');
    expect((await readUnit(officer(now), (tx) => placementPage(tx, early)))?.lostNotice).toMatchObject({ mayAgree: true, words: expect.stringMatching(/^The pupil has started/) });
    await done(record(early));
    expect(await refusal(record(await begin('Begun day six', '2026-03-05')))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('only for a start before day 6') });
  });
});

describe('a pupil excluded elsewhere', () => {
  it('is found with the school that excluded them, as the list names it', async () => {
    await done(run(recordExclusion, officer(), exclusionForm(council, { lastName: 'Hillside', schoolId: 'elsewhere', elsewhereSchool: 'Hill School', elsewhereAuthority: '371' })));
    expect((await readUnit(officer(), (tx) => searchPupils(tx, 'Hillside')))?.pupils.map((one) => one.school)).toEqual(['Hill School']);
  });
});
