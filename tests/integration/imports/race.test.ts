import { expect, it } from 'vitest';
import { commitImport } from '@/lib/imports/commands/commit-import';
import { proposePlacement } from '@/lib/placements/commands/propose-placement';
import { callerFor, run } from '@/tests/support/builders/callers';
import { buildCouncil } from '@/tests/support/builders/council';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, reportOf } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';
import { buildWaiting } from '@/tests/support/builders/pupils';
import { proposal, proposed, seenFor } from '@/tests/support/builders/proposals';
import { daysOver, race, RACE_ROUNDS } from '@/tests/support/builders/race';

it('gives the last place to one of ten imports and ten officers at once', async () => {
  for (let round = 0; round < RACE_ROUNDS; round += 1) {
    const council = await buildCouncil();
    await buildLocalAuthorities(council);
    const siteId = await buildSite(council, 'Rowan', 1);
    const [admin, officer] = [callerFor(council, 'administrator'), callerFor(council, 'placement_officer')];
    const uploads: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      uploads.push((await reportOf(admin, 'placements', fileOf('placements', lineOf('placements', { 'First name': `Pupil ${index}`, 'Started on': '', 'Planned start': '09/03/2026' })))).uploadId);
    }
    const pupils = await buildWaiting(council, 10);
    const seen = await Promise.all(pupils.map((pupil) => seenFor(officer, { before: [], after: [proposed(pupil, siteId)] })));
    const outcome = await race([
      ...uploads.map((uploadId) => () => run(commitImport, admin, { uploadId })),
      ...pupils.map((pupil, index) => () => run(proposePlacement, officer, proposal(pupil, siteId, seen[index] ?? ''))),
    ]);
    expect(outcome.thrown).toEqual([]);
    expect(outcome.won).toBe(1);
    expect(outcome.withoutAlternatives).toBe(0);
    expect(await daysOver(council, siteId)).toEqual([]);
  }
}, 180_000);
