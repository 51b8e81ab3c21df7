/** Two plain SQL clients with the application's role and none of its locks: the database alone refuses one pupil too many. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { calendarDate } from '@/lib/core/calendar-date';
import { appClient, type Isolation, untilBlocked } from '@/tests/support/builders/app-client';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { authoriseOverNumber, buildSite, setPlaces } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting, type PlacementChanges, type WaitingPupil } from '@/tests/support/builders/pupils';
import { daysOver } from '@/tests/support/builders/race';

interface Statement { readonly text: string; readonly values: readonly unknown[] }
interface Case {
  readonly siteId: string;
  /** Two statements, either of which is fine and never both. */
  readonly either: readonly [Statement, Statement];
}

const INSERT = `
  INSERT INTO placement (authority_id, id, pupil_id, referral_id, site_id, place_kind, counting_kind, share_tenths, planned_first_on, planned_last_on, state, decided_at)
  VALUES ($1, $2, $3, $4, $5, 'day6', 'authority_placed', $6, '2026-03-09', '2026-07-17', 'proposed', now())`;

function insert(council: TwoCouncils, pupil: WaitingPupil, siteId: string, tenths = 10): Statement {
  return { text: INSERT, values: [council.id, randomUUID(), pupil.pupilId, pupil.referralId, siteId, tenths] };
}

async function twoPupils(council: TwoCouncils): Promise<[WaitingPupil, WaitingPupil]> {
  const [one, other] = await buildWaiting(council, 2);
  if (!one || !other) throw new Error('No pupils');
  return [one, other];
}

async function updates(council: TwoCouncils, siteId: string, text: string, changes: PlacementChanges, more: readonly unknown[] = []): Promise<Case['either']> {
  const [one = '', other = ''] = await buildPlacements(council, siteId, await twoPupils(council), changes);
  return [{ text, values: [one, ...more] }, { text, values: [other, ...more] }];
}

const CASES: Readonly<Record<string, (council: TwoCouncils) => Promise<Case>>> = {
  'two new placements': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    const [one, other] = await twoPupils(council);
    return { siteId, either: [insert(council, one, siteId), insert(council, other, siteId)] };
  },
  'shares of 0.5 and 0.6 into one place': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    const [one, other] = await twoPupils(council);
    return { siteId, either: [insert(council, one, siteId, 5), insert(council, other, siteId, 6)] };
  },
  'two extensions': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 2);
    const either = await updates(council, siteId, "UPDATE placement SET planned_last_on = '2026-07-17' WHERE id = $1", { planned_last_on: calendarDate('2026-03-27') });
    await setPlaces(council, siteId, 1, '2026-03-28');
    return { siteId, either };
  },
  'two changes of site': async (council) => {
    const from = await buildSite(council, 'Aspire', 2);
    const siteId = await buildSite(council, 'Rowan', 1);
    return { siteId, either: await updates(council, from, 'UPDATE placement SET site_id = $2 WHERE id = $1', {}, [siteId]) };
  },
  'a share raised from 0.5 to 0.6 beside one raised from 0.4 to 0.5': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    const [one, other] = await twoPupils(council);
    const [first = ''] = await buildPlacements(council, siteId, [one], { share_tenths: 5 });
    const [second = ''] = await buildPlacements(council, siteId, [other], { share_tenths: 4 });
    const text = 'UPDATE placement SET share_tenths = share_tenths + 1 WHERE id = $1';
    return { siteId, either: [{ text, values: [first] }, { text, values: [second] }] };
  },
  'two cancellations taken back': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    return { siteId, either: await updates(council, siteId, "UPDATE placement SET state = 'accepted' WHERE id = $1", { state: 'cancelled' }) };
  },
  'two ends taken back': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 2);
    const either = await updates(council, siteId, "UPDATE placement SET state = 'started', left_on = NULL WHERE id = $1",
      { state: 'left', started_on: calendarDate('2025-09-03'), left_on: calendarDate('2026-03-02') });
    await setPlaces(council, siteId, 1, '2026-03-03');
    return { siteId, either };
  },
  'a placement and a cut in places': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 1);
    const [one] = await twoPupils(council);
    const cut = {
      text: "INSERT INTO site_places (authority_id, site_id, kind, effective_on, places, reason, recorded_at) VALUES ($1, $2, 'day6', '2026-03-09', 0, 'Room closed', now())",
      values: [council.id, siteId],
    };
    return { siteId, either: [insert(council, one, siteId), cut] };
  },
  'an over-number place shortened and a placement in it': async (council) => {
    const siteId = await buildSite(council, 'Rowan', 0);
    const overId = await authoriseOverNumber(council, siteId, 1, '2026-03-01', '2026-08-31');
    const [one] = await twoPupils(council);
    return { siteId, either: [{ text: "UPDATE over_number SET last_on = '2026-04-30' WHERE id = $1", values: [overId] }, insert(council, one, siteId)] };
  },
  'an over-number place moved to another site and a placement in it': async (council) => {
    const [siteId, other] = [await buildSite(council, 'Rowan', 0), await buildSite(council, 'Aspire', 0)];
    const overId = await authoriseOverNumber(council, siteId, 1, '2026-03-01', '2026-08-31');
    const [one] = await twoPupils(council);
    return { siteId, either: [{ text: 'UPDATE over_number SET site_id = $2 WHERE id = $1', values: [overId, other] }, insert(council, one, siteId)] };
  },
};

const LEVELS: readonly Isolation[] = ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'];
/** What the second client is told: the refusal itself, or that its snapshot is too old (40001), after which a retry is refused. */
const REFUSED: Readonly<Record<Isolation, RegExp>> = { 'READ COMMITTED': /^FP01[02]$/, 'REPEATABLE READ': /^40001$/, SERIALIZABLE: /^40001$/ };

/** The first client changes and waits; the second changes too; then the first ends. Gives what the second got, and what its retry gets. */
async function bothAtOnce(council: TwoCouncils, { either: [first, second] }: Case, isolation: Isolation, ending: 'COMMIT' | 'ROLLBACK'): Promise<{ second: string; retry: string }> {
  const [one, two] = [await appClient(council), await appClient(council)];
  try {
    for (const app of [one, two]) {
      await app.begin(isolation);
      // Fixes the snapshot of the stricter levels before anything changes.
      await app.client.query('SELECT count(*) FROM placement');
    }
    await one.client.query(first.text, [...first.values]);
    const attempt = two.client.query(second.text, [...second.values]).then(() => two.client.query('COMMIT')).then(() => 'done', stateOf);
    await untilBlocked(council, two.pid);
    await one.client.query(ending);
    const answer = await attempt;
    await two.client.query('ROLLBACK');
    if (answer === 'done') return { second: answer, retry: 'not needed' };
    await two.begin(isolation);
    const retry = await two.client.query(second.text, [...second.values]).then(() => two.client.query('COMMIT')).then(() => 'done', stateOf);
    return { second: answer, retry };
  } finally {
    await Promise.all([one.end(), two.end()]);
  }
}

const stateOf = (thrown: unknown): string => sqlErrorIn(thrown)?.sqlState ?? String(thrown);

describe.each(LEVELS)('two clients in %s', (isolation) => {
  it.each(Object.entries(CASES))('%s: one commits, the other is refused', async (_name, arrange) => {
    const council = await buildCouncil();
    const arranged = await arrange(council);
    const answers = await bothAtOnce(council, arranged, isolation, 'COMMIT');
    expect(answers.second).toMatch(REFUSED[isolation]);
    expect(answers.retry).toMatch(/^FP01[02]$/);
    expect(await daysOver(council, arranged.siteId)).toEqual([]);
  });

  it('a place that the first gave up goes to the second', async () => {
    const council = await buildCouncil();
    const arrange = CASES['two new placements'];
    if (!arrange) throw new Error('No case');
    expect(await bothAtOnce(council, await arrange(council), isolation, 'ROLLBACK')).toEqual({ second: 'done', retry: 'not needed' });
  });
});

describe('the order of two clients does not matter', () => {
  it.each(Object.entries(CASES))('%s, the other first', async (_name, arrange) => {
    const council = await buildCouncil();
    const arranged = await arrange(council);
    const [a, b] = arranged.either;
    expect((await bothAtOnce(council, { ...arranged, either: [b, a] }, 'READ COMMITTED', 'COMMIT')).second).toMatch(/^FP01[02]$/);
    expect(await daysOver(council, arranged.siteId)).toEqual([]);
  });
});
