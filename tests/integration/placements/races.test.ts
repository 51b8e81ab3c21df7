import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { authoriseOverNumber } from '@/lib/placements/commands/authorise-over-number';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changePlaces } from '@/lib/placements/commands/change-places';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endPlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { undoAct } from '@/lib/placements/commands/undo-act';
import type { CommandResult } from '@/lib/server/command';
import { callerFor, done, run, TODAY } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite, setPlaces } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { heldPlacement, proposal, proposed, seenFor } from '@/tests/support/builders/proposals';
import { daysOver, ONE_WINNER, race, RACE_ROUNDS, RACERS } from '@/tests/support/builders/race';

/** Fifty acts that each want the one place left at a site. */
interface Start { readonly siteId: string; readonly acts: readonly (() => Promise<CommandResult<unknown>>)[] }

/** Fifty proposals for the one place left, figures as each saw them. */
async function proposals(council: TwoCouncils, siteId: string, count = RACERS): Promise<Start['acts']> {
  const officer = callerFor(council, 'placement_officer');
  const pupils = await buildWaiting(council, count);
  const first = pupils[0];
  if (!first) return [];
  // The preview is the same for each: one more pupil of Aston on the same days.
  const seen = await seenFor(officer, { before: [], after: [proposed(first, siteId)] });
  return pupils.map((pupil) => () => run(proposePlacement, officer, proposal(pupil, siteId, seen)));
}

const PATHS: Readonly<Record<string, (council: TwoCouncils, round: number) => Promise<Start>>> = {
  'propose': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    return { siteId, acts: await proposals(council, siteId) };
  },
  'propose into a place over number': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 2);
    await buildPlacements(council, siteId, await buildWaiting(council, 2));
    await done(run(authoriseOverNumber, callerFor(council, 'placement_officer'), {
      referralId: randomUUID(), siteId, kind: 'day6', places: '1', firstOn: '2026-03-02', lastOn: '2026-08-31', agreedBySite: 'Head of Rowan', authorisedBy: 'Head of service', reason: 'One more',
    }));
    return { siteId, acts: await proposals(council, siteId) };
  },
  'extend': async (council) => {
    const officer = callerFor(council, 'placement_officer');
    const siteId = await buildSite(council, 'Rowan', RACERS);
    const ids = await buildPlacements(council, siteId, await buildWaiting(council, RACERS), { planned_last_on: calendarDate('2026-03-27') });
    await setPlaces(council, siteId, 1, '2026-03-28');
    const held = await heldPlacement(officer, ids[0] ?? '');
    const seen = await seenFor(officer, { before: [held], after: [{ ...held, lastOn: calendarDate('2026-05-22') }] });
    return { siteId, acts: ids.map((placementId) => () => run(extendPlacement, officer, { placementId, version: '1', lastOn: '2026-05-22', reason: 'Not ready yet', seen })) };
  },
  'change site': async (council) => {
    const officer = callerFor(council, 'placement_officer');
    const from = await buildSite(council, 'Aspire', RACERS);
    const siteId = await buildSite(council, 'Rowan', 1);
    const ids = await buildPlacements(council, from, await buildWaiting(council, RACERS));
    const held = await heldPlacement(officer, ids[0] ?? '');
    const [until, moved] = [{ ...held, lastOn: calendarDate('2026-03-08') }, { ...held, reference: 'new', siteId, firstOn: calendarDate('2026-03-09') }];
    const seen = await seenFor(officer, { before: [held], after: [until, moved] });
    return { siteId, acts: ids.map((placementId) => () => run(changeSite, officer, { placementId, version: '1', siteId, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer home', seen })) };
  },
  'change share': async (council) => {
    const officer = callerFor(council, 'placement_officer');
    const siteId = await buildSite(council, 'Rowan', (RACERS + 2) / 2);
    const ids = await buildPlacements(council, siteId, await buildWaiting(council, RACERS), { share_tenths: 5 });
    await buildPlacements(council, siteId, await buildWaiting(council, 1), { share_tenths: 5 });
    const held = await heldPlacement(officer, ids[0] ?? '');
    const [until, more] = [{ ...held, lastOn: calendarDate('2026-03-08') }, { ...held, reference: 'new', shareTenths: 10, firstOn: calendarDate('2026-03-09') }];
    const seen = await seenFor(officer, { before: [held], after: [until, more] });
    return { siteId, acts: ids.map((placementId) => () => run(changeShare, officer, { placementId, version: '1', shareTenths: '10', fromOn: '2026-03-09', reason: 'Ready for more', seen })) };
  },
  'undo of an end': async (council) => {
    const officer = callerFor(council, 'placement_officer');
    const siteId = await buildSite(council, 'Rowan', RACERS);
    const ids = await buildPlacements(council, siteId, await buildWaiting(council, RACERS), { state: 'started', started_on: calendarDate('2025-09-03') });
    const ended = await Promise.all(ids.map((placementId) => done(run(endPlacement, officer, { placementId, version: '1', leftOn: TODAY, whereNext: 'Back to Aston' }))));
    await setPlaces(council, siteId, 1, '2026-03-03');
    return { siteId, acts: ended.map(({ placementId, actId }) => () => run(undoAct, officer, { placementId, actId })) };
  },
  'undo of a cancellation': async (council) => {
    const officer = callerFor(council, 'placement_officer');
    const siteId = await buildSite(council, 'Rowan', RACERS);
    const ids = await buildPlacements(council, siteId, await buildWaiting(council, RACERS), { planned_first_on: calendarDate('2026-03-09') });
    const cancelled = await Promise.all(ids.map((placementId) => done(run(cancelPlacement, officer, { placementId, version: '1', reason: 'Parents chose otherwise' }))));
    await setPlaces(council, siteId, 1, '2026-03-03');
    return { siteId, acts: cancelled.map(({ placementId, actId }) => () => run(undoAct, officer, { placementId, actId })) };
  },
  'a cut in places against proposals': async (council, round) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    const cut = () => run(changePlaces, callerFor(council, 'pru_head'), { siteId, kind: 'day6', effectiveOn: '2026-03-09', places: '0', reason: 'Room closed' });
    const acts = [...(await proposals(council, siteId, RACERS - 1))];
    // First in one round, later in the next: whoever comes first, the other is refused.
    acts.splice(round % 2 === 0 ? 0 : 10, 0, cut);
    return { siteId, acts };
  },
};

describe.each(Object.entries(PATHS))('fifty officers and one place: %s', (_path, start) => {
  it(`goes to exactly one in each of ${RACE_ROUNDS} rounds, and the others are told what is free`, async () => {
    for (let round = 0; round < RACE_ROUNDS; round += 1) {
      const council = await buildCouncil();
      const { siteId, acts } = await start(council, round);
      expect(acts).toHaveLength(RACERS);
      expect(await race(acts)).toEqual(ONE_WINNER);
      expect(await daysOver(council, siteId)).toEqual([]);
    }
  }, RACE_ROUNDS * 30_000);
});
