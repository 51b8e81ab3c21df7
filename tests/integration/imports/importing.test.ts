import { beforeEach, describe, expect, it } from 'vitest';
import { commitImport } from '@/lib/imports/commands/commit-import';
import { undoImport } from '@/lib/imports/commands/undo-import';
import { bookTransport } from '@/lib/placements/commands/prepare-arrival';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, reportOf, rowsAsApp } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';
import type { Caller } from '@/lib/server/unit-of-work';

let council: TwoCouncils;
let admin: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
  await buildSite(council, 'Rowan', 2);
  admin = callerFor(council, 'administrator');
});

function rows(text: string): Promise<Record<string, unknown>[]> {
  return rowsAsApp(council, text);
}

async function commit(kind: 'places' | 'exclusions' | 'placements', text: string): Promise<string> {
  const report = await reportOf(admin, kind, text);
  expect(report.problems).toEqual([]);
  await done(run(commitImport, admin, { uploadId: report.uploadId }));
  return report.uploadId;
}

const TWO = fileOf('placements', lineOf('placements'), lineOf('placements', { 'First name': 'Ben', 'Started on': '', 'Planned start': '09/03/2026' }));

describe('an import', () => {
  it('leaves nothing on record after the check, and everything after the commit', async () => {
    const report = await reportOf(admin, 'placements', TWO);
    expect(report).toMatchObject({ rowsRead: 2, created: 2, unchanged: 0, rejected: 0 });
    expect(await rows("SELECT 1 FROM pupil WHERE first_name IN ('Amina', 'Ben')")).toEqual([]);
    await done(run(commitImport, admin, { uploadId: report.uploadId }));
    expect(await rows("SELECT state, started_on::text, planned_first_on::text, last_on::text, counting_kind, import_id FROM placement WHERE import_id IS NOT NULL ORDER BY reference")).toEqual([
      { state: 'started', started_on: '2025-09-08', planned_first_on: '2025-09-08', last_on: '2026-07-17', counting_kind: 'dual_registered', import_id: report.uploadId },
      { state: 'accepted', started_on: null, planned_first_on: '2026-03-09', last_on: '2026-07-17', counting_kind: 'dual_registered', import_id: report.uploadId },
    ]);
    expect(await rows("SELECT r.state, r.route FROM referral r JOIN pupil p ON p.id = r.pupil_id WHERE p.first_name IN ('Amina', 'Ben') ORDER BY p.first_name")).toEqual([
      { state: 'met', route: 'preventative' }, { state: 'waiting', route: 'preventative' },
    ]);
    expect(await rows("SELECT count(*)::int AS n FROM import_row WHERE subject_kind = 'placement' AND raw ->> 'lastName' = 'Clarke'")).toEqual([{ n: 2 }]);
    expect(await rows('SELECT 1 FROM import_upload')).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    await commit('placements', TWO);
    const before = await rows('SELECT id, version FROM placement ORDER BY id');
    const again = await reportOf(admin, 'placements', TWO);
    expect(again).toMatchObject({ rowsRead: 2, created: 0, unchanged: 2, rejected: 0 });
    await done(run(commitImport, admin, { uploadId: again.uploadId }));
    expect(await rows('SELECT id, version FROM placement ORDER BY id')).toEqual(before);
    expect(await rows("SELECT count(*)::int AS n FROM pupil WHERE first_name = 'Amina'")).toEqual([{ n: 1 }]);
  });

  it('names the row that the database has no place for, and imports nothing', async () => {
    const three = `${TWO}\r\n${lineOf('placements', { 'First name': 'Cal' })}`;
    const report = await reportOf(admin, 'placements', three);
    expect(report).toMatchObject({ rowsRead: 3, created: 2, rejected: 1 });
    expect(report.problems).toEqual([expect.objectContaining({ row: 4, column: 'Site', value: 'Rowan', problem: expect.stringMatching(/^Rowan has no free place of this kind on \d+ school days, first Monday 9 March 2026$/), lines: ['No other site has a place of this kind in these days: record interim education, or authorise a place over number'] })]);
    expect(await refusal(run(commitImport, admin, { uploadId: report.uploadId }))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('Row 4, Site: ')] });
    expect(await rows('SELECT 1 FROM placement WHERE import_id IS NOT NULL')).toEqual([]);
  });

  it('names the row that would give a pupil more than one whole place', async () => {
    await buildSite(council, 'Elm', 5);
    const report = await reportOf(admin, 'placements', fileOf('placements', lineOf('placements', { 'Share in tenths': '5' }), lineOf('placements', { Site: 'Elm', 'Share in tenths': '6' })));
    expect(report.problems).toEqual([expect.objectContaining({ row: 3, column: 'Share in tenths', value: '6' })]);
    expect(report.problems[0]?.problem).toContain('more than one whole place on 8 September 2025');
  });

  it('finds what changed between the check and the commit', async () => {
    const first = await reportOf(admin, 'placements', TWO);
    await commit('placements', fileOf('placements', lineOf('placements', { 'First name': 'Dee' })));
    const refused = await refusal(run(commitImport, admin, { uploadId: first.uploadId }));
    expect(refused).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('Row 3, Site: ')] });
    expect(await rows("SELECT 1 FROM pupil WHERE first_name = 'Amina'")).toEqual([]);
  });

  it('commits a file once, and is nobody else\u2019s', async () => {
    const { uploadId } = await reportOf(admin, 'placements', TWO);
    expect(await refusal(run(commitImport, callerFor(council, 'placement_officer'), { uploadId }))).toEqual({ kind: 'not_found' });
    expect(await refusal(run(commitImport, callerFor(council.neighbour, 'administrator'), { uploadId }))).toEqual({ kind: 'not_found' });
    const ended = await Promise.all(Array.from({ length: 5 }, () => run(commitImport, admin, { uploadId })));
    expect(ended.filter((one) => one.ok)).toHaveLength(1);
    expect(await rows('SELECT count(*)::int AS n FROM placement WHERE import_id IS NOT NULL')).toEqual([{ n: 2 }]);
  });

  it('places an excluded pupil under the exclusion of an earlier file, and says so when it is missing', async () => {
    const placement = fileOf('placements', lineOf('placements', { Route: 'Permanently excluded', 'Started on': '02/03/2026' }));
    expect((await reportOf(admin, 'placements', placement)).problems).toEqual([expect.objectContaining({ row: 2, column: 'Route' })]);
    await commit('exclusions', fileOf('exclusions', lineOf('exclusions'), lineOf('exclusions', { 'First name': 'Eli', 'Home authority': 'Lancashire' })));
    expect(await rows("SELECT p.first_name, x.reasons, x.excluded_at_time, r.state, t.kind FROM permanent_exclusion x JOIN pupil p ON p.id = x.pupil_id LEFT JOIN referral r ON r.exclusion_id = x.id LEFT JOIN task t ON t.exclusion_id = x.id WHERE p.first_name IN ('Amina', 'Eli') ORDER BY 1")).toEqual([
      { first_name: 'Amina', reasons: ['PP', 'DB'], excluded_at_time: '10:00', state: 'waiting', kind: null },
      { first_name: 'Eli', reasons: ['PP', 'DB'], excluded_at_time: '10:00', state: 'waiting', kind: 'tell_home_authority' },
    ]);
    await commit('placements', placement);
    expect(await rows("SELECT p.counting_kind, r.state FROM placement p JOIN referral r ON r.id = p.referral_id WHERE p.import_id IS NOT NULL")).toEqual([{ counting_kind: 'permanent_exclusion', state: 'met' }]);
  });
});

describe('the undo of an import', () => {
  it('cancels its placements by further entries, and the file can come again', async () => {
    const batchId = await commit('placements', TWO);
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await rows('SELECT DISTINCT state FROM placement WHERE import_id IS NOT NULL')).toEqual([{ state: 'cancelled' }]);
    expect(await rows("SELECT act, count(*)::int AS n FROM placement_event WHERE act IN ('import', 'undo') GROUP BY act ORDER BY act")).toEqual([{ act: 'import', n: 2 }, { act: 'undo', n: 2 }]);
    expect(await rows("SELECT DISTINCT r.state FROM referral r JOIN placement p ON p.referral_id = r.id WHERE p.import_id IS NOT NULL")).toEqual([{ state: 'closed' }]);
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Again' }))).toMatchObject({ kind: 'conflict' });
    await commit('placements', TWO);
    expect(await rows("SELECT count(*)::int AS n FROM placement WHERE import_id IS NOT NULL AND state <> 'cancelled'")).toEqual([{ n: 2 }]);
  });

  it('is refused whole when a placement was changed since', async () => {
    const batchId = await commit('placements', TWO);
    const [accepted] = await rows("SELECT id, reference, version FROM placement WHERE import_id IS NOT NULL AND state = 'accepted'");
    await done(run(bookTransport, callerFor(council, 'placement_officer'), { placementId: accepted?.id, version: String(accepted?.version), transport: 'taxi', bookedOn: '2026-03-02' }));
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Wrong file' }))).toMatchObject({
      kind: 'conflict', details: [`Row 3: placement ${String(accepted?.reference)} was changed since the import`],
    });
    expect(await rows("SELECT count(*)::int AS n FROM placement WHERE import_id IS NOT NULL AND state = 'started'")).toEqual([{ n: 1 }]);
  });

  it('withdraws its exclusions, unless one has a place by now', async () => {
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    const placed = await commit('placements', fileOf('placements', lineOf('placements', { Route: 'Permanently excluded', 'Started on': '02/03/2026' })));
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Wrong file' }))).toMatchObject({ kind: 'conflict', details: [expect.stringMatching(/^Row 2: exclusion EX-/)] });
    await done(run(undoImport, admin, { batchId: placed, reason: 'Wrong file' }));
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await rows("SELECT x.state, r.state AS request FROM permanent_exclusion x JOIN referral r ON r.exclusion_id = x.id JOIN pupil p ON p.id = x.pupil_id WHERE p.first_name = 'Amina'")).toEqual([{ state: 'cancelled', request: 'closed' }]);
  });

  it('gives back the numbers of places that held before, and is refused after a further change', async () => {
    const file = fileOf('places', lineOf('places', { 'Kind of place': 'Day-6', Number: '9', From: '01/04/2026' }));
    const batchId = await commit('places', file);
    const held = "SELECT site_places_on(authority_id, id, 'day6', '2026-04-01')::int AS n FROM site WHERE name = 'Rowan'";
    expect(await rows(held)).toEqual([{ n: 9 }]);
    await done(run(undoImport, admin, { batchId, reason: 'Wrong number' }));
    expect(await rows(held)).toEqual([{ n: 2 }]);
    const second = await commit('places', file);
    await commit('places', fileOf('places', lineOf('places', { 'Kind of place': 'Day-6', Number: '7', From: '01/04/2026' })));
    expect(await refusal(run(undoImport, admin, { batchId: second, reason: 'Wrong number' }))).toMatchObject({ kind: 'conflict', details: [expect.stringContaining('Row 2: the places from 1 April 2026')] });
    expect(await rows(held)).toEqual([{ n: 7 }]);
  });

  it('names the row whose number is below what is taken', async () => {
    await commit('placements', TWO);
    const report = await reportOf(admin, 'places', fileOf('places', lineOf('places', { 'Kind of place': 'Day-6', Number: '1', From: '01/04/2026' })));
    expect(report.problems).toEqual([expect.objectContaining({ row: 2, column: 'Number', value: '1', problem: expect.stringMatching(/^At Rowan 1 place is fewer than are taken on \d+ school days$/), lines: [expect.stringMatching(/^13 April 2026 to 17 July 2026: PL-\d+ [^,]+, PL-\d+ [^,]+$/)] })]);
  });
});
