/** One form is one act, however often and from wherever it is sent. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite, setPlaces } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { proposal, proposed, seenFor } from '@/tests/support/builders/proposals';
import { auditOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
let siteId: string;

beforeAll(async () => {
  council = await buildCouncil();
  siteId = await buildSite(council, 'Rowan', 60);
});

async function form(site = siteId): Promise<{ input: Record<string, string>; key: string; pupilId: string }> {
  const [pupil] = await buildWaiting(council, 1);
  if (!pupil) throw new Error('No pupil');
  const seen = await seenFor(callerFor(council, 'placement_officer'), { before: [], after: [proposed(pupil, site)] });
  return { input: proposal(pupil, site, seen), key: randomUUID(), pupilId: pupil.pupilId };
}

const placementsOf = (pupilId: string) => asOwner(council.database.owner, council.id, (query) =>
  query('SELECT id FROM placement WHERE authority_id = $1 AND pupil_id = $2', [council.id, pupilId]));

describe('a form', () => {
  it('sent twenty times at once acts once, and every sender gets the same outcome', async () => {
    const { input, key, pupilId } = await form();
    const officer = callerFor(council, 'placement_officer');
    const results = await Promise.all(Array.from({ length: 20 }, () => run(proposePlacement, officer, input, key)));
    const [placement] = await placementsOf(pupilId);
    expect(results).toEqual(Array.from({ length: 20 }, () => results[0]));
    expect(results[0]).toMatchObject({ ok: true, outcome: { placementId: placement?.id } });
    expect(await placementsOf(pupilId)).toHaveLength(1);
    expect((await auditOf(council)).filter((row) => row.pupil_id === pupilId)).toMatchObject([{ act: 'placement.propose', outcome: 'done' }]);
  });

  it('sent again later gets the first outcome, though the place is taken by then', async () => {
    const narrow = await buildSite(council, 'Narrow', 1);
    const { input, key } = await form(narrow);
    const officer = callerFor(council, 'placement_officer');
    const first = await done(run(proposePlacement, officer, input, key));
    expect(await done(run(proposePlacement, officer, input, key))).toEqual(first);
  });

  it('is no longer good for another entry, another act or another person', async () => {
    const { input, key, pupilId } = await form();
    const officer = callerFor(council, 'placement_officer');
    const { placementId } = await done(run(proposePlacement, officer, input, key));
    const colleague = { ...officer, actor: { ...council.staff.placement_officer, personId: council.staff.administrator.personId } };
    for (const again of [
      run(proposePlacement, officer, { ...input, whySuits: 'Another reason' }, key),
      run(cancelPlacement, officer, { placementId, version: '1', reason: 'Mistake' }, key),
      run(proposePlacement, colleague, input, key),
      run(proposePlacement, callerFor(council, 'headteacher'), input, key),
    ]) {
      expect(await refusal(again)).toEqual({ kind: 'expired', message: expect.stringContaining('already used for another entry') });
    }
    expect(await placementsOf(pupilId)).toHaveLength(1);
  });

  it('that was refused is still good, so that the mistake can be mended and sent again', async () => {
    const full = await buildSite(council, 'Full', 0);
    const { input, key } = await form(full);
    const officer = callerFor(council, 'placement_officer');
    const refused = await Promise.all(Array.from({ length: 5 }, () => refusal(run(proposePlacement, officer, input, key))));
    expect(new Set(refused.map((one) => one.kind))).toEqual(new Set(['conflict']));
    await setPlaces(council, full, 1);
    await done(run(proposePlacement, officer, input, key));
  });

  it('of another authority with the same key is another form', async () => {
    const { input, key } = await form();
    await done(run(proposePlacement, callerFor(council, 'placement_officer'), input, key));
    const { neighbour } = council;
    const [placementId] = await buildPlacements(neighbour, neighbour.siteId, await buildWaiting(neighbour, 1));
    await done(run(cancelPlacement, callerFor(neighbour, 'placement_officer'), { placementId, version: '1', reason: 'Moved away' }, key));
  });
});
