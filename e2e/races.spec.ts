import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { addressOf } from '@/scripts/run/worlds';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { daysOver } from '@/tests/support/builders/race';
import { valuesOf } from './support/database';
import { act, type Answer, ledTo } from './support/http';
import { put } from './support/flight';
import { opened, type OpenForm, RACE_PATHS } from './support/race-paths';
import { raceCouncil, RACERS } from './support/race-council';

/** Signed-in officers over HTTP. FAIRPLACE_RACE_ROUNDS sets how often each race is run. */
const WORLD = 'http';
const ROUNDS = Number.parseInt(process.env.FAIRPLACE_RACE_ROUNDS ?? '20', 10);

const send = ({ path, actionId, fields }: OpenForm, cookie: string | undefined, key: string): Promise<Answer> =>
  act({ address: addressOf(WORLD), path, cookie }, actionId, { ...fields, 'form-key': key });

/** What a person reads after sending a form: where it led, or why it was refused and what to do instead. */
function outcomeOf(answer: Answer): string {
  const { status, body } = answer;
  const onward = ledTo(answer);
  if (onward !== null) return `done: ${onward}`;
  if (status !== 200) return `status ${status}`;
  const text = put(body);
  const refused = /"message":"([^"]*)"/.exec(text)?.[1] ?? 'no message';
  const details = /"details":\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return `${refused} | ${details}`;
}

const GONE = /^The place at Rowan has gone: it is not free on \d+ school days?, first .*\| .*"Abbey has a place of this kind free from /;
/** The same of a file, whose row is named with it. */
const GONE_FOR_ROW = /^A place that the file needs has gone since it was checked.*\| .*"Row 2, Site: Rowan has no free place of this kind on \d+ school days?, first .*\. Abbey has a place of this kind free from /;

/** How often each outcome came; one that nobody expects stands there in its own words. */
function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = outcome.startsWith('done') ? 'done' : GONE.test(outcome) || GONE_FOR_ROW.test(outcome) ? 'the place has gone, and what is free instead' : outcome;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

for (const [name, start] of Object.entries(RACE_PATHS)) {
  test(`fifty officers and one place, ${ROUNDS} times: ${name}`, async () => {
    test.setTimeout(60_000 + ROUNDS * 10_000);
    const council = await raceCouncil(WORLD);
    // What is free instead.
    await buildSite(council, 'Abbey', 1);
    const { siteId, forms, takeBack } = await start(WORLD, council);
    expect(forms()).toHaveLength(RACERS);
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Nobody waits for anybody: every request is under way before the first answer.
      const answers = await Promise.all(forms().map((form, index) => send(form, council.officers[index], randomUUID())));
      const outcomes = answers.map(outcomeOf);
      expect(tally(outcomes), `round ${round}`).toEqual({ done: 1, 'the place has gone, and what is free instead': RACERS - 1 });
      expect(await daysOver(council, siteId), 'days with more pupils than places').toEqual([]);
      await takeBack(outcomes.findIndex((outcome) => outcome.startsWith('done')), round);
    }
  });
}

test('one form sent twenty times at once acts once', async () => {
  const council = await raceCouncil(WORLD);
  await buildSite(council, 'Rowan', 20);
  const [pupil] = await buildWaiting(council, 1);
  const form = await opened(WORLD, council, `/officer/waiting/${pupil?.referralId}/place/check?from=2026-03-09&to=2026-07-17&share=10&kind=day6&site=rowan`, /^Confirm/);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send({ ...form, fields: { ...form.fields, whySuits: 'Small groups' } }, council.officers[0], key)));
  expect([...new Set(answers.map(outcomeOf))], 'every answer leads to the one placement').toEqual([expect.stringMatching(/^done: \S+\/officer\/placements\/[0-9a-f-]{36}\?done=propose$/)]);
  expect(await valuesOf(WORLD, 'SELECT count(*) FROM placement WHERE pupil_id = $1', [pupil?.pupilId])).toEqual(['1']);
});

test('of two officers who change one placement the second sees what stands now', async () => {
  const council = await raceCouncil(WORLD);
  const siteId = await buildSite(council, 'Rowan', 20);
  const [placementId = ''] = await buildPlacements(council, siteId, await buildWaiting(council, 1));
  const form = await opened(WORLD, council, `/officer/placements/${placementId}/change-share?shareTenths=5&fromOn=2026-03-09`, /^Confirm/);
  const first = await send({ ...form, fields: { ...form.fields, reason: 'Half days at school' } }, council.officers[0], randomUUID());
  expect(outcomeOf(first)).toContain('done');
  const second = await send({ ...form, fields: { ...form.fields, reason: 'Reading group at school' } }, council.officers[1], randomUUID());
  expect(outcomeOf(second)).toContain('Somebody changed this placement while you had the page open');
  expect(outcomeOf(second)).toContain('Now: accepted');
  expect(put(second.body), 'what the second typed is kept').toContain('Reading group at school');
});
