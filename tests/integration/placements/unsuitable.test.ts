/** What options never offer, the acts refuse; and a lost change of site names other sites, not the one the pupil is at. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { changeSite } from '@/lib/placements/commands/change-site';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { placeView } from '@/lib/placements/queries/place-view';
import { readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { insertRows } from '@/tests/support/builders/insert-rows';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { proposal, proposed, seenFor } from '@/tests/support/builders/proposals';

let council: TwoCouncils;
let rowan: string;
let special: string;
const officer = () => callerFor(council, 'placement_officer');
const NO_PLAN = 'Takes pupils whose EHC plan names it; this pupil has no EHC plan';

beforeAll(async () => {
  council = await buildCouncil({ quota: 60 });
  rowan = await buildSite(council, 'Rowan', 20);
  const providerId = randomUUID();
  await insertRows(council.database.owner, council.id, 'provider', [{ id: providerId, name: 'Hope High', kind: 'special_school' }]);
  special = await buildSite(council, 'Hope High', 20, { provider_id: providerId });
});

async function waiting(changes: Parameters<typeof buildWaiting>[2] = {}) {
  const [pupil] = await buildWaiting(council, 1, changes);
  if (!pupil) throw new Error('No pupil');
  return pupil;
}

describe('a site for pupils with an EHC plan', () => {
  it('is refused to a pupil without one, in the words of the options', async () => {
    const pupil = await waiting();
    const seen = await seenFor(officer(), { before: [], after: [proposed(pupil, special)] });
    expect(await refusal(run(proposePlacement, officer(), proposal(pupil, special, seen)))).toEqual({
      kind: 'conflict', message: 'Hope High cannot take this pupil on these days', details: [NO_PLAN],
    });
    const [placementId] = await buildPlacements(council, rowan, [pupil]);
    const move = { placementId, version: '1', siteId: special, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer', seen: '' };
    expect(await refusal(run(changeSite, officer(), move))).toMatchObject({ kind: 'conflict', details: [NO_PLAN] });
    const [there] = await buildPlacements(council, special, [await waiting()], { planned_last_on: calendarDate('2026-05-22') });
    expect(await refusal(run(extendPlacement, officer(), { placementId: there, version: '1', lastOn: '2026-07-17', reason: 'Longer', seen: '' })))
      .toMatchObject({ kind: 'conflict', details: [NO_PLAN] });
  });

  it('takes a pupil with one', async () => {
    const pupil = await waiting({ pupil: { sen_provision: 'E' } });
    const seen = await seenFor(officer(), { before: [], after: [proposed(pupil, special)] });
    await done(run(proposePlacement, officer(), proposal(pupil, special, seen)));
  });
});

it('options and act agree on the years that a site takes', async () => {
  const pupil = await waiting({ pupil: { year_group: 5 } });
  const refused = await refusal(run(proposePlacement, officer(), proposal(pupil, rowan, '')));
  const view = await readUnit(officer(), (tx) => placeView(tx, pupil.referralId, { from: '2026-03-09', to: '2026-07-17', share: '10', kind: 'day6' }));
  const stopped = view?.stopped.find((one) => one.siteId === rowan)?.stops.map((one) => one.words);
  expect(stopped).toEqual(['Takes Year 7 to Year 11; this pupil is in Year 5']);
  expect(refused).toMatchObject({ kind: 'conflict', details: stopped });
});

it('a lost change of site names other sites, and not the one the pupil is at', async () => {
  const [placementId] = await buildPlacements(council, rowan, [await waiting()]);
  const full = await buildSite(council, 'Aspire', 0);
  await buildSite(council, 'Beech', 5);
  const refused = await refusal(run(changeSite, officer(), { placementId, version: '1', siteId: full, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer', seen: '' }));
  expect(refused).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/^The place at Aspire has gone/), details: expect.arrayContaining([expect.stringMatching(/^Beech has a place/)]) });
  expect(JSON.stringify(refused)).not.toMatch(/Rowan/);
});
