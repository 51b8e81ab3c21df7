import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatPounds } from '@/lib/core/pence';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { readUnit } from '@/lib/server/unit-of-work';
import { placementById } from '@/lib/placements/store';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { effectsOf, proposal, proposed, seenFor } from '@/tests/support/builders/proposals';

describe("South's example from the database", () => {
  let council: TwoCouncils;
  let siteId: string;

  beforeAll(async () => {
    council = await buildCouncil({ quota: 17 });
    siteId = await buildSite(council, 'Rowan', 30);
    await buildPlacements(council, siteId, await buildWaiting(council, 17));
  });

  it('takes South to 18 of 17 places: 79 over-quota place-days, £7,484.21', async () => {
    const [pupil] = await buildWaiting(council, 1);
    if (!pupil) throw new Error('No pupil');
    const officer = callerFor(council, 'placement_officer');
    const effects = await effectsOf(officer, { before: [], after: [proposed(pupil, siteId)] });
    expect(effects.map(({ preview, sentence }) => ({ tenths: preview.addedTenths, added: formatPounds(preview.added), sentence }))).toEqual([{
      tenths: 790, added: '£7,484.21',
      sentence: 'This takes Rotherham South to 18 of 17 places from 9 March to 17 July 2026: 79 over-quota place-days, £7,484.21 under clause 4 of its 2025/26 agreement, payable by the fund-holder school.',
    }]);
    const outcome = await done(run(proposePlacement, officer, proposal(pupil, siteId, await seenFor(officer, { before: [], after: [proposed(pupil, siteId)] }))));
    const row = await readUnit(officer, (tx) => placementById(tx, outcome.placementId));
    expect(row).toMatchObject({ state: 'proposed', first_on: '2026-03-09', last_on: '2026-07-17', share_tenths: 10, site_id: siteId, reply_by: '2026-03-04' });
  });

  it('asks again, with the new sentence, when the figures changed after the check page', async () => {
    const [pupil, other] = await buildWaiting(council, 2);
    if (!pupil || !other) throw new Error('No pupil');
    const officer = callerFor(council, 'placement_officer');
    const seen = await seenFor(officer, { before: [], after: [proposed(pupil, siteId)] });
    await buildPlacements(council, siteId, [other], { planned_first_on: proposed(pupil, siteId).firstOn });
    const refused = await refusal(run(proposePlacement, officer, proposal(pupil, siteId, seen)));
    const now = await effectsOf(officer, { before: [], after: [proposed(pupil, siteId)] });
    expect(refused).toMatchObject({ kind: 'stale', details: now.map((one) => one.sentence) });
    expect(refused).not.toMatchObject({ details: [] });
    await done(run(proposePlacement, officer, proposal(pupil, siteId, await seenFor(officer, { before: [], after: [proposed(pupil, siteId)] }))));
  });

  it('asks again when somebody changed the request meanwhile', async () => {
    const [pupil] = await buildWaiting(council, 1, { referral: { version: 2, state: 'talking' } });
    if (!pupil) throw new Error('No pupil');
    const officer = callerFor(council, 'placement_officer');
    const seen = await seenFor(officer, { before: [], after: [proposed(pupil, siteId)] });
    expect(await refusal(run(proposePlacement, officer, proposal(pupil, siteId, seen)))).toMatchObject({ kind: 'stale', details: [expect.stringContaining('talking')] });
    await done(run(proposePlacement, officer, proposal(pupil, siteId, seen, { referralVersion: '2' })));
  });

  it('gives for ids of another authority exactly what it gives for ids of nothing', async () => {
    const officer = callerFor(council, 'placement_officer');
    const [pupil] = await buildWaiting(council, 1);
    if (!pupil) throw new Error('No pupil');
    const { neighbour } = council;
    const seen = await seenFor(officer, { before: [], after: [proposed(pupil, siteId)] });
    const nobody = { pupilId: randomUUID(), referralId: randomUUID(), schoolId: randomUUID() };
    const outcomes = await Promise.all([
      refusal(run(proposePlacement, officer, proposal(neighbour.pupil, siteId, seen))),
      refusal(run(proposePlacement, officer, proposal(nobody, siteId, seen))),
      refusal(run(proposePlacement, officer, proposal(pupil, neighbour.siteId, seen))),
      refusal(run(proposePlacement, officer, proposal(pupil, randomUUID(), seen))),
    ]);
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ kind: 'not_found' })));
  });

  it('is not there for anybody but an officer', async () => {
    const [pupil] = await buildWaiting(council, 1);
    if (!pupil) throw new Error('No pupil');
    for (const role of ['administrator', 'headteacher', 'partnership_lead', 'pru_head', 'auditor'] as const) {
      expect(await refusal(run(proposePlacement, callerFor(council, role), proposal(pupil, siteId, '')))).toEqual({ kind: 'not_found' });
    }
  });
});
