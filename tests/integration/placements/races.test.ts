import { expect, it } from 'vitest';
import { changePlaces } from '@/lib/placements/commands/change-places';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import type { CommandResult } from '@/lib/server/command';
import { callerFor, run } from '@/tests/support/builders/callers';
import { buildCouncil } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildWaiting } from '@/tests/support/builders/pupils';
import { proposal, proposed, seenFor } from '@/tests/support/builders/proposals';
import { daysOver, ONE_WINNER, race, RACE_ROUNDS, RACERS } from '@/tests/support/builders/race';

/** Every way for officers to take the last place is raced over HTTP: e2e/races.spec.ts. */
it(`a cut of the last place and ${RACERS - 1} proposals for it: one of them is done in each of ${RACE_ROUNDS} rounds`, async () => {
  for (let round = 0; round < RACE_ROUNDS; round += 1) {
    const council = await buildCouncil();
    const siteId = await buildSite(council, 'Rowan', 1);
    const officer = callerFor(council, 'placement_officer');
    const pupils = await buildWaiting(council, RACERS - 1);
    // The preview is the same for each: one more pupil of Aston on the same days.
    const seen = await seenFor(officer, { before: [], after: pupils.slice(0, 1).map((pupil) => proposed(pupil, siteId)) });
    const acts: (() => Promise<CommandResult<unknown>>)[] = pupils.map((pupil) => () => run(proposePlacement, officer, proposal(pupil, siteId, seen)));
    // First in one round, later in the next: whoever comes first, the other is refused.
    acts.splice(round % 2 === 0 ? 0 : 10, 0, () => run(changePlaces, callerFor(council, 'pru_head'), { siteId, kind: 'day6', effectiveOn: '2026-03-09', places: '0', reason: 'Room closed' }));
    expect(await race(acts), `round ${round + 1}`).toEqual(ONE_WINNER);
    expect(await daysOver(council, siteId)).toEqual([]);
  }
}, RACE_ROUNDS * 30_000);
