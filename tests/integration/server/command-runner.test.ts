/** What the runner does around every act: rolls back, audits, tries again, and lets a bug through. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarDate } from '@/lib/core/calendar-date';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import type { Command } from '@/lib/server/command';
import { sqlErrorIn } from '@/lib/server/sql-errors';
import { readUnit, sql, writeUnit, type WriteTx } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting, type WaitingPupil } from '@/tests/support/builders/pupils';
import { auditOf, changedTables, tracesOf } from '@/tests/support/builders/traces';

let council: TwoCouncils;
let pupils: WaitingPupil[];

beforeAll(async () => {
  council = await buildCouncil();
  pupils = await buildWaiting(council, 2);
});

const anything = z.object({ text: z.string().min(1, 'Enter something') });
const AUDIT = { subjectKind: 'pupil', subjectId: 'p', reason: 'Because' };

/** An act of the test's own that renames every pupil and then does what it is told. */
function renames(then: (tx: WriteTx) => Promise<void> | void): Command<typeof anything, { renamed: number }> {
  return {
    name: 'test.rename',
    input: anything,
    handle: async (tx, input) => {
      const renamed = await tx.execute(sql`UPDATE pupil SET first_name = ${input.text}`);
      await then(tx);
      return { outcome: { renamed }, audit: AUDIT };
    },
  };
}

const officer = () => callerFor(council, 'placement_officer');

describe('an act that is done', () => {
  it('keeps its change, its receipt and one line of the audit together, in its own authority alone', async () => {
    const [before, beside] = [await tracesOf(council), await tracesOf(council.neighbour)];
    expect(await done(run(renames(() => undefined), officer(), { text: 'Alex' }))).toEqual({ renamed: 2 });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event', 'command_receipt', 'pupil']);
    expect(changedTables(beside, await tracesOf(council.neighbour))).toEqual([]);
    expect((await auditOf(council)).at(-1)).toMatchObject({ act: 'test.rename', outcome: 'done', actor_id: council.staff.placement_officer.personId, reason: 'Because' });
  });
});

describe('an act that is refused', () => {
  it.each([
    ['conflict', () => { throw conflict('No', ['Do this']); }, []],
    ['invalid', () => { throw invalid('firstOn', 'Too early'); }, ['firstOn']],
    ['not_found', () => { throw notFoundRefusal(); }, []],
  ] as const)('%s: rolls everything back and writes one line of the audit, without what was typed', async (kind, then, fields) => {
    const before = await tracesOf(council);
    expect(await refusal(run(renames(then), officer(), { text: 'Robin' }))).toMatchObject({ kind });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event']);
    const audit = await auditOf(council);
    expect(audit.at(-1)).toMatchObject({ act: 'test.rename', outcome: 'refused', after: { refusal: kind, fields }, reason: '' });
    expect(Number(before.audit_event?.split(' ')[0])).toBe(audit.length - 1);
  });

  it('says so for a real act as well', async () => {
    const siteId = await buildSite(council, 'Rowan', 5);
    const [placementId] = await buildPlacements(council, siteId, pupils.slice(0, 1), { state: 'left', started_on: calendarDate('2025-09-03'), left_on: calendarDate('2025-12-19') });
    const before = await tracesOf(council);
    expect(await refusal(run(cancelPlacement, officer(), { placementId, version: '1', reason: 'Late' }))).toMatchObject({ kind: 'conflict' });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event']);
  });

  it('for its shape alone never reaches the database', async () => {
    const before = await tracesOf(council);
    expect(await refusal(run(renames(() => undefined), officer(), { text: '' }))).toEqual({ kind: 'invalid', problems: [{ field: 'text', message: 'Enter something' }] });
    expect(changedTables(before, await tracesOf(council))).toEqual([]);
  });
});

describe('an act that meets another', () => {
  it('is tried again after a serialisation failure, and gives up after five tries', async () => {
    let tries = 0;
    const failing = (times: number) => renames(async (tx) => {
      tries += 1;
      if (tries <= times) await tx.execute(sql`DO $$ BEGIN RAISE EXCEPTION 'concurrent' USING ERRCODE = '40001'; END $$`);
    });
    await done(run(failing(4), officer(), { text: 'Kim' }));
    expect(tries).toBe(5);
    tries = 0;
    await expect(run(failing(5), officer(), { text: 'Lee' })).rejects.toSatisfy((thrown) => sqlErrorIn(thrown)?.sqlState === '40001');
    expect(tries).toBe(5);
  });

  it('that locks the same rows in the other order ends well after the deadlock', async () => {
    const [one, other] = pupils;
    if (!one || !other) throw new Error('No pupils');
    let firstTries = 0;
    let open: () => void = () => undefined;
    const bothHold = new Promise<void>((resolve) => { open = resolve; });
    const locks = (first: string, second: string) => ({
      ...renames(() => undefined),
      handle: async (tx: WriteTx) => {
        await tx.execute(sql`SELECT 1 FROM pupil WHERE id = ${first}::uuid FOR UPDATE`);
        firstTries += 1;
        if (firstTries === 2) open();
        await bothHold;
        await tx.execute(sql`SELECT 1 FROM pupil WHERE id = ${second}::uuid FOR UPDATE`);
        return { outcome: { renamed: 0 }, audit: AUDIT };
      },
    });
    await Promise.all([
      done(run(locks(one.pupilId, other.pupilId), officer(), { text: 'x' })),
      done(run(locks(other.pupilId, one.pupilId), officer(), { text: 'x' })),
    ]);
    expect(firstTries).toBeGreaterThan(2);
  });
});

describe('a bug', () => {
  it('passes through and leaves nothing behind', async () => {
    const before = await tracesOf(council);
    const bug = new TypeError('undefined is not a function');
    await expect(run(renames(() => { throw bug; }), officer(), { text: 'Max' })).rejects.toBe(bug);
    expect(changedTables(before, await tracesOf(council))).toEqual([]);
  });
});

describe('a read', () => {
  const count = z.object({ count: z.bigint() });

  it('cannot write, whatever is asked of it', async () => {
    const write = readUnit(officer(), (tx) => tx.rows(z.unknown(), sql`UPDATE pupil SET first_name = 'Jo' RETURNING id`));
    await expect(write).rejects.toSatisfy((thrown) => sqlErrorIn(thrown)?.sqlState === '25006');
  });

  it('sees one moment, though others commit meanwhile', async () => {
    const seen = await readUnit(officer(), async (tx) => {
      const before = await tx.row(count, sql`SELECT count(*) FROM pupil`);
      await buildWaiting(council, 1);
      return [before, await tx.row(count, sql`SELECT count(*) FROM pupil`)];
    });
    expect(seen[1]).toEqual(seen[0]);
  });

  it('and a write see their own authority alone', async () => {
    const { neighbour } = council;
    const theirs = sql`SELECT count(*) FROM pupil WHERE id = ${neighbour.pupil.pupilId}::uuid`;
    expect(await readUnit(officer(), (tx) => tx.row(count, theirs))).toEqual({ count: 0n });
    expect(await writeUnit(officer(), (tx) => tx.row(count, theirs))).toEqual({ count: 0n });
    expect(await readUnit(callerFor(neighbour, 'placement_officer'), (tx) => tx.row(count, theirs))).toEqual({ count: 1n });
  });
});
