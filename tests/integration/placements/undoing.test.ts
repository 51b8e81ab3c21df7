import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endPlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { bookTransport } from '@/lib/placements/commands/prepare-arrival';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { callerFor, done, later, refusal, run, TODAY } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { asOwner } from '@/tests/support/builders/insert-rows';
import { buildSite, setPlaces } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting, type PlacementChanges } from '@/tests/support/builders/pupils';
import { heldPlacement, proposal, proposed, seenFor } from '@/tests/support/builders/proposals';
import { changedTables, tracesOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
let siteId: string;
let otherSiteId: string;

beforeAll(async () => {
  council = await buildCouncil();
  siteId = await buildSite(council, 'Rowan', 60);
  otherSiteId = await buildSite(council, 'Aspire', 60);
});

const officer = (minutes = 0) => callerFor(council, 'placement_officer', later(minutes));
const STARTED: PlacementChanges = { state: 'started', started_on: calendarDate('2025-09-03') };

async function placement(changes: PlacementChanges = {}, site = siteId): Promise<string> {
  const [id] = await buildPlacements(council, site, await buildWaiting(council, 1), changes);
  if (id === undefined) throw new Error('No placement');
  return id;
}

/** A pupil's placements as they stand, without the version that each change raises. */
function standing(placementId: string): Promise<Record<string, unknown>[]> {
  return asOwner(council.database.owner, council.id, (query) => query(`
    SELECT to_jsonb(p) - 'version' AS row FROM placement p
     WHERE p.authority_id = $1 AND p.state <> 'cancelled' AND p.pupil_id = (SELECT pupil_id FROM placement WHERE authority_id = $1 AND id = $2) ORDER BY p.first_on`,
  [council.id, placementId]));
}

interface Done { readonly placementId: string; readonly actId: string }

/** Every act that may be undone, done to a placement. */
const ACTS: Readonly<Record<string, { readonly from: PlacementChanges; readonly act: (placementId: string) => Promise<Done> }>> = {
  'an extension': {
    from: { planned_last_on: calendarDate('2026-03-27') },
    act: async (placementId) => {
      const held = await heldPlacement(officer(), placementId);
      const seen = await seenFor(officer(), { before: [held], after: [{ ...held, lastOn: calendarDate('2026-05-22') }] });
      return done(run(extendPlacement, officer(), { placementId, version: '1', lastOn: '2026-05-22', reason: 'Longer', seen }));
    },
  },
  'an end': { from: STARTED, act: (placementId) => done(run(endPlacement, officer(), { placementId, version: '1', leftOn: TODAY, whereNext: 'Aston' })) },
  'a cancellation': { from: {}, act: (placementId) => done(run(cancelPlacement, officer(), { placementId, version: '1', reason: 'Otherwise' })) },
  'a change of site': {
    from: STARTED,
    act: async (placementId) => {
      const held = await heldPlacement(officer(), placementId);
      const after = [{ ...held, lastOn: calendarDate('2026-03-08') }, { ...held, reference: 'new', siteId: otherSiteId, firstOn: calendarDate('2026-03-09') }];
      const seen = await seenFor(officer(), { before: [held], after });
      return done(run(changeSite, officer(), { placementId, version: '1', siteId: otherSiteId, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer', seen }));
    },
  },
  'a change of share from today': {
    from: STARTED,
    act: async (placementId) => {
      const held = await heldPlacement(officer(), placementId);
      const after = [{ ...held, lastOn: calendarDate('2026-03-01') }, { ...held, reference: 'new', shareTenths: 5, firstOn: TODAY }];
      const seen = await seenFor(officer(), { before: [held], after });
      return done(run(changeShare, officer(), { placementId, version: '1', shareTenths: '5', fromOn: TODAY, reason: 'Part-time', seen }));
    },
  },
};

describe.each(Object.entries(ACTS))('%s', (_name, { from, act }) => {
  it('is undone within ten minutes: everything stands as before', async () => {
    const placementId = await placement(from);
    const before = await standing(placementId);
    const acted = await act(placementId);
    expect(await standing(placementId)).not.toEqual(before);
    await done(run(undoAct, officer(10), acted));
    expect(await standing(placementId)).toEqual(before);
  });

  it('is not undone after ten minutes, twice, or after a further change', async () => {
    const placementId = await placement(from);
    const acted = await act(placementId);
    const before = await tracesOf(council);
    expect(await refusal(run(undoAct, officer(10.001), acted))).toMatchObject({ kind: 'expired' });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event']);
    await done(run(undoAct, officer(1), acted));
    expect(await refusal(run(undoAct, officer(2), acted))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('latest act only') });
  });
});

describe('an undo', () => {
  it('after a further change is refused, and the change stays', async () => {
    const placementId = await placement({ planned_last_on: calendarDate('2026-03-27') });
    const acted = await ACTS['an extension']?.act(placementId);
    await done(run(bookTransport, officer(1), { placementId, version: '2', transport: 'taxi', bookedOn: TODAY }));
    expect(await refusal(run(undoAct, officer(2), acted))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('changed again') });
    expect(await standing(placementId)).toMatchObject([{ row: { planned_last_on: '2026-05-22', transport: 'taxi' } }]);
  });

  it('of a proposal cancels it and frees the place', async () => {
    const narrow = await buildSite(council, 'Narrow', 1);
    const [one, other] = await buildWaiting(council, 2);
    if (!one || !other) throw new Error('No pupils');
    const seen = await seenFor(officer(), { before: [], after: [proposed(one, narrow)] });
    const acted = await done(run(proposePlacement, officer(), proposal(one, narrow, seen)));
    expect(await refusal(run(proposePlacement, officer(), proposal(other, narrow, seen)))).toMatchObject({ kind: 'conflict' });
    await done(run(undoAct, officer(3), acted));
    await done(run(proposePlacement, officer(4), proposal(other, narrow, seen)));
  });

  it('of an end is refused once the place is taken, and says what else is free', async () => {
    const narrow = await buildSite(council, 'Tight', 1);
    const placementId = await placement(STARTED, narrow);
    const acted = await done(run(endPlacement, officer(), { placementId, version: '1', leftOn: TODAY, whereNext: 'Aston' }));
    await buildPlacements(council, narrow, await buildWaiting(council, 1), { planned_first_on: calendarDate('2026-03-03') });
    expect(await refusal(run(undoAct, officer(1), acted))).toMatchObject({
      kind: 'conflict', message: expect.stringContaining('The place at Tight has gone'), details: expect.arrayContaining([expect.stringContaining('has a place of this kind free')]),
    });
  });

  it('of a change of site is refused when the place left behind was cut meanwhile', async () => {
    const narrow = await buildSite(council, 'Cut', 1);
    const placementId = await placement(STARTED, narrow);
    const acted = await ACTS['a change of site']?.act(placementId);
    await setPlaces(council, narrow, 0, '2026-03-09');
    expect(await refusal(run(undoAct, officer(1), acted))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('The place at Cut has gone') });
    expect(await standing(placementId)).toHaveLength(2);
  });
});
