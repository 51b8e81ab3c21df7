/** Two people at one placement, figures that move, and placements that are not one's own. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { calendarDate } from '@/lib/core/calendar-date';
import { acceptPlacement, raiseConcern } from '@/lib/placements/commands/answer-proposal';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changePlaces, closeDays } from '@/lib/placements/commands/change-places';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endPlacement, leavePlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { bookTransport, tellParents } from '@/lib/placements/commands/prepare-arrival';
import { recordNotArrived, startPlacement } from '@/lib/placements/commands/record-arrival';
import { undoAct } from '@/lib/placements/commands/undo-act';
import type { Command } from '@/lib/server/command';
import type { StaffRole } from '@/tests/support/builders/authority';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { buildSite } from '@/tests/support/builders/places';
import { buildPlacements, buildWaiting } from '@/tests/support/builders/pupils';
import { heldPlacement, seenFor } from '@/tests/support/builders/proposals';
import { changedTables, tracesOf } from '@/tests/support/builders/traces';

interface Act {
  readonly role: StaffRole;
  readonly command: Command<z.ZodType, unknown>;
  /** The form's fields beside the placement and its version. */
  readonly input: (siteId: string) => Readonly<Record<string, string>>;
}
const act = <Input extends z.ZodType, Outcome>(role: StaffRole, command: Command<Input, Outcome>, input: Act['input']): Act =>
  ({ role, command: command as unknown as Act['command'], input });

/** Every act on a placement that names its version. */
const ACTS: Readonly<Record<string, Act>> = {
  extend: act('placement_officer', extendPlacement, () => ({ lastOn: '2026-07-20', reason: 'Longer', seen: '' })),
  end: act('placement_officer', endPlacement, () => ({ leftOn: '2026-03-02', whereNext: 'Back to Aston' })),
  cancel: act('placement_officer', cancelPlacement, () => ({ reason: 'Parents chose otherwise' })),
  'change site': act('placement_officer', changeSite, (siteId) => ({ siteId, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer', seen: '' })),
  'change share': act('placement_officer', changeShare, () => ({ shareTenths: '5', fromOn: '2026-03-09', reason: 'Part-time', seen: '' })),
  accept: act('pru_head', acceptPlacement, () => ({ admissionMeetingOn: '' })),
  'raise a concern': act('pru_head', raiseConcern, () => ({ concern: 'Needs one-to-one' })),
  'tell parents': act('pru_head', tellParents, () => ({ toldOn: '2026-03-02', toldAt: '09:00' })),
  'book transport': act('pru_head', bookTransport, () => ({ transport: 'taxi', bookedOn: '2026-03-02' })),
  start: act('pru_head', startPlacement, () => ({ startedOn: '2026-03-02' })),
  'not arrived': act('pru_head', recordNotArrived, () => ({ expectedOn: '2026-03-02' })),
  leave: act('pru_head', leavePlacement, () => ({ leftOn: '2026-03-02', whereNext: 'Back to Aston' })),
};

let council: TwoCouncils;
let siteId: string;
let otherSiteId: string;

beforeAll(async () => {
  council = await buildCouncil();
  siteId = await buildSite(council, 'Rowan', 60);
  otherSiteId = await buildSite(council, 'Aspire', 60);
});

async function placement(changes: Parameters<typeof buildPlacements>[3] = {}): Promise<string> {
  const [id] = await buildPlacements(council, siteId, await buildWaiting(council, 1), changes);
  if (id === undefined) throw new Error('No placement');
  return id;
}

describe('a placement that somebody changed meanwhile', () => {
  it.each(Object.entries(ACTS))('%s: shows what stands now, and changes nothing', async (_name, { role, command, input }) => {
    const placementId = await placement();
    await done(run(bookTransport, callerFor(council, 'placement_officer'), { placementId, version: '1', transport: 'minibus', bookedOn: '2026-03-02' }));
    const before = await tracesOf(council);
    expect(await refusal(run(command, callerFor(council, role), { placementId, version: '1', ...input(otherSiteId) }))).toEqual({
      kind: 'stale', message: expect.stringContaining('Somebody changed this placement'),
      details: ['Now: accepted, 3 September 2025 to 17 July 2026, full time'],
    });
    expect(changedTables(before, await tracesOf(council))).toEqual(['audit_event']);
  });

  it('of two officers who act at once, one is done and the other sees the new version', async () => {
    const placementId = await placement();
    const officer = callerFor(council, 'placement_officer');
    const input = { placementId, version: '1', transport: 'taxi', bookedOn: '2026-03-02' };
    const results = await Promise.all([run(bookTransport, officer, input), run(bookTransport, officer, { ...input, transport: 'minibus' })]);
    expect(results.map((result) => (result.ok ? 'done' : result.refusal.kind)).sort()).toEqual(['done', 'stale']);
  });
});

describe('figures that changed since the check page', () => {
  it.each([
    ['extend', extendPlacement, { lastOn: '2026-07-20', reason: 'Longer' }],
    ['change share', changeShare, { shareTenths: '5', fromOn: '2026-03-09', reason: 'Part-time' }],
    ['change site', changeSite, { placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer' }],
  ] as const)('%s: is asked again with the sentence as it is now', async (name, command, input) => {
    const placementId = await placement({ planned_last_on: calendarDate('2026-07-10') });
    const before = await tracesOf(council);
    const fields = { placementId, version: '1', siteId: otherSiteId, ...input, seen: 'AG-SOUTH:0:0:10/170' };
    const refused = await refusal(run(command as unknown as Act['command'], callerFor(council, 'placement_officer'), fields));
    expect(refused).toMatchObject({ kind: 'stale', message: expect.stringContaining('The figures changed'), details: [expect.stringContaining('Rotherham South')] });
    expect(changedTables(before, await tracesOf(council)), name).toEqual(['audit_event']);
  });

  it('extend: goes through with the figures of now', async () => {
    const placementId = await placement({ planned_last_on: calendarDate('2026-07-10') });
    const officer = callerFor(council, 'placement_officer');
    const held = await heldPlacement(officer, placementId);
    const seen = await seenFor(officer, { before: [held], after: [{ ...held, lastOn: calendarDate('2026-07-17') }] });
    await done(run(extendPlacement, officer, { placementId, version: '1', lastOn: '2026-07-17', reason: 'Longer', seen }));
    expect(await heldPlacement(officer, placementId)).toEqual({ ...held, lastOn: '2026-07-17' });
  });
});

describe('a planned end', () => {
  const officer = () => callerFor(council, 'placement_officer');
  const moved = async (placementId: string, lastOn: string) => {
    const held = await heldPlacement(officer(), placementId);
    const seen = await seenFor(officer(), { before: [held], after: [{ ...held, lastOn: calendarDate(lastOn) }] });
    return run(extendPlacement, officer(), { placementId, version: '1', lastOn, reason: 'Back to school', seen });
  };

  it('comes forward to a day that has not passed, and the place is free after it', async () => {
    const placementId = await placement();
    await done(moved(placementId, '2026-03-27'));
    expect((await heldPlacement(officer(), placementId)).lastOn).toBe('2026-03-27');
  });

  it.each([['2026-02-27', /today or later/], ['2026-07-17', /already/]])('is not moved to %s', async (lastOn, message) => {
    expect(await refusal(moved(await placement(), lastOn))).toMatchObject({ kind: 'invalid', problems: [{ field: 'lastOn', message: expect.stringMatching(message) }] });
  });

  it('is not brought forward from under a new share that goes on from it', async () => {
    const placementId = await placement();
    const held = await heldPlacement(officer(), placementId);
    const from = { ...held, reference: 'new', shareTenths: 5, firstOn: calendarDate('2026-04-20') };
    const seen = await seenFor(officer(), { before: [held], after: [{ ...held, lastOn: calendarDate('2026-04-19') }, from] });
    await done(run(changeShare, officer(), { placementId, version: '1', shareTenths: '5', fromOn: '2026-04-20', reason: 'Half days', seen }));
    const now = await heldPlacement(officer(), placementId);
    const later = await seenFor(officer(), { before: [now], after: [{ ...now, lastOn: calendarDate('2026-03-27') }] });
    expect(await refusal(run(extendPlacement, officer(), { placementId, version: '2', lastOn: '2026-03-27', reason: 'Back', seen: later }))).toMatchObject({ kind: 'conflict', message: expect.stringContaining('goes on from this placement') });
  });
});

describe("what is another authority's", () => {
  it.each(Object.entries(ACTS))('%s: answers for its id exactly as for the id of nothing', async (_name, { role, command, input }) => {
    const before = await tracesOf(council.neighbour);
    for (const placementId of [council.neighbour.placementId, randomUUID()]) {
      expect(await refusal(run(command, callerFor(council, role), { placementId, version: '1', ...input(otherSiteId) }))).toEqual({ kind: 'not_found' });
    }
    expect(changedTables(before, await tracesOf(council.neighbour))).toEqual([]);
  });

  it('a site there cannot be moved to, changed or closed', async () => {
    for (const foreign of [council.neighbour.siteId, randomUUID()]) {
      const head = callerFor(council, 'pru_head');
      expect(await refusal(run(changePlaces, head, { siteId: foreign, kind: 'day6', effectiveOn: '2026-03-09', places: '9', reason: 'More' }))).toEqual({ kind: 'not_found' });
      expect(await refusal(run(closeDays, head, { siteId: foreign, firstOn: '2026-03-09', lastOn: '2026-03-09', closedBecause: 'Snow' }))).toEqual({ kind: 'not_found' });
      const moved = { placementId: await placement(), version: '1', siteId: foreign, placeKind: 'day6', fromOn: '2026-03-09', reason: 'Nearer', seen: '' };
      expect(await refusal(run(changeSite, callerFor(council, 'placement_officer'), moved))).toMatchObject({ kind: 'invalid', problems: [{ field: 'siteId' }] });
    }
  });

  it('an act there cannot be undone', async () => {
    const theirs = callerFor(council.neighbour, 'placement_officer');
    const [id] = await buildPlacements(council.neighbour, council.neighbour.siteId, await buildWaiting(council.neighbour, 1));
    const { placementId, actId } = await done(run(cancelPlacement, theirs, { placementId: id, version: '1', reason: 'Moved' }));
    for (const input of [{ placementId, actId }, { placementId: randomUUID(), actId: randomUUID() }, { placementId: await placement(), actId }]) {
      expect(await refusal(run(undoAct, callerFor(council, 'placement_officer'), input))).toEqual({ kind: 'not_found' });
    }
  });
});

describe("what is another role's or another provider's", () => {
  it.each(Object.entries(ACTS))('%s: is not there', async (_name, { role, command, input }) => {
    const fields = { placementId: await placement(), version: '1', ...input(otherSiteId) };
    const roles: readonly StaffRole[] = ['administrator', 'headteacher', 'partnership_lead', 'auditor', ...(role === 'placement_officer' ? ['pru_head' as const] : [])];
    for (const other of roles) expect(await refusal(run(command, callerFor(council, other), fields))).toEqual({ kind: 'not_found' });
    const head = callerFor(council, 'pru_head');
    const elsewhere = { ...head, actor: { ...council.staff.pru_head, roles: [{ role: 'pru_head' as const, establishmentId: null, partnershipId: null, providerId: randomUUID() }] } };
    expect(await refusal(run(command, elsewhere, fields))).toEqual({ kind: 'not_found' });
  });
});
