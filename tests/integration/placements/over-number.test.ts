/** An authorisation of places over number ends early, or is withdrawn, when nobody needs its places. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { endOverNumber } from '@/lib/placements/commands/end-over-number';
import type { Caller } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { authoriseOverNumber, buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';

let council: TwoCouncils;
let officer: Caller;

beforeAll(async () => {
  council = await buildCouncil();
  officer = callerFor(council, 'placement_officer');
});

async function full(firstOn: string, lastOn: string | null, untilOn: string): Promise<{ siteId: string; overNumberId: string }> {
  const siteId = await buildSite(council, `Site ${randomUUID().slice(0, 6)}`, 1);
  const overNumberId = await authoriseOverNumber(council, siteId, 1, firstOn, lastOn);
  await buildPlacements(council, siteId, await buildWaiting(council, 1), { planned_first_on: calendarDate('2026-03-02') });
  await buildPlacements(council, siteId, await buildWaiting(council, 1), { planned_first_on: calendarDate('2026-03-09'), planned_last_on: calendarDate(untilOn) });
  return { siteId, overNumberId };
}

const lastDay = async (id: string): Promise<string | null> =>
  (await council.database.owner.query<{ day: string | null }>('SELECT last_on::text AS day FROM over_number WHERE id = $1', [id])).rows[0]?.day ?? null;

describe('ending an authorisation', () => {
  it('is refused with the days and placements while a pupil needs the place, and done from the day after', async () => {
    const one = await full('2026-03-02', '2026-07-17', '2026-03-27');
    const input = { ...one, endedBecause: 'No longer needed' };
    expect(await refusal(run(endOverNumber, officer, { ...input, lastOn: '2026-03-20' }))).toEqual({
      kind: 'conflict', message: expect.stringContaining('still need these places'), details: [expect.stringMatching(/^23 March 2026 to 27 March 2026: PL-\w+ [^,]+, PL-\w+ [^,]+$/)],
    });
    await done(run(endOverNumber, officer, { ...input, lastOn: '2026-03-27' }));
    expect(await lastDay(one.overNumberId)).toBe('2026-03-27');
  });

  it('withdraws one that has not begun: it then covers no day', async () => {
    const siteId = await buildSite(council, 'Empty', 1);
    const overNumberId = await authoriseOverNumber(council, siteId, 1, '2026-04-20', '2026-05-22');
    await done(run(endOverNumber, officer, { siteId, overNumberId, lastOn: '2026-03-02', endedBecause: 'The pupil moved away' }));
    expect(await lastDay(overNumberId)).toBe('2026-04-19');
  });

  it('changes nothing of what was, and is the officers alone', async () => {
    const one = await full('2026-01-05', '2026-07-17', '2026-03-27');
    const input = { ...one, endedBecause: 'No longer needed' };
    expect(await refusal(run(endOverNumber, officer, { ...input, lastOn: '2026-02-27' }))).toMatchObject({ problems: [{ field: 'lastOn' }] });
    expect(await refusal(run(endOverNumber, officer, { ...input, lastOn: '2026-07-17' }))).toMatchObject({ problems: [{ field: 'lastOn', message: expect.stringContaining('already') }] });
    expect(await refusal(run(endOverNumber, callerFor(council, 'pru_head'), { ...input, lastOn: '2026-04-24' }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(endOverNumber, callerFor(council.neighbour, 'placement_officer'), { ...input, lastOn: '2026-04-24' }))).toEqual({ kind: 'not_found' });
  });
});
