import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import { commitImport } from '@/lib/imports/commands/commit-import';
import { undoImport } from '@/lib/imports/commands/undo-import';
import { importPage } from '@/lib/imports/queries/import-pages';
import { reportCsv } from '@/lib/imports/queries/report-csv';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { pupilRecord } from '@/lib/placements/queries/pupil-record';
import { searchPupils } from '@/lib/placements/queries/search-pupils';
import { readFilter, waitingList } from '@/lib/placements/queries/waiting-list';
import { waitingPupil } from '@/lib/placements/queries/waiting-pupil';
import { exclusionCounts, recordedBySchool } from '@/lib/publishing/queries/exclusion-counts';
import { type Caller, readUnit, type ReadTx } from '@/lib/server/unit-of-work';
import { callerFor, done, refusal, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { fileOf, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, reportOf, rowsAsApp } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';

let council: TwoCouncils;
let admin: Caller;
let officer: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
  await buildSite(council, 'Rowan', 2);
  admin = callerFor(council, 'administrator');
  officer = callerFor(council, 'placement_officer');
});

const rows = (text: string) => rowsAsApp(council, text);
const read = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> => readUnit(officer, work);
const YEAR = [calendarDate('2025-09-01'), calendarDate('2026-08-31')] as const;

async function commit(kind: 'places' | 'exclusions' | 'placements', text: string): Promise<string> {
  const report = await reportOf(admin, kind, text);
  expect(report.problems).toEqual([]);
  await done(run(commitImport, admin, { uploadId: report.uploadId }));
  return report.uploadId;
}

/** What counts, lists and pages know of Amina's exclusion. */
async function known() {
  const [found] = await rows("SELECT p.id AS pupil, x.establishment_id AS school, x.reference, r.id AS request, r.reference AS asked FROM pupil p JOIN permanent_exclusion x ON x.pupil_id = p.id JOIN referral r ON r.exclusion_id = x.id WHERE p.first_name = 'Amina'");
  const ids = found as Record<'pupil' | 'school' | 'reference' | 'request' | 'asked', string>;
  const record = await read((tx) => pupilRecord(tx, ids.pupil));
  return {
    counted: (await read((tx) => exclusionCounts(tx, ...YEAR))).reduce((sum, one) => sum + one.recorded, 0),
    ofSchool: await read((tx) => recordedBySchool(tx, ids.school, ...YEAR)),
    waiting: (await read((tx) => waitingList(tx, readFilter(() => null))))?.rows.length,
    onRecord: [record?.exclusions.length, record?.requests.length, record?.timeline.some((one) => one.kind === 'exclusion')],
    found: [(await read((tx) => searchPupils(tx, ids.reference)))?.pupils.length, (await read((tx) => searchPupils(tx, ids.asked)))?.pupils.length],
    page: (await read((tx) => waitingPupil(tx, ids.request))) !== null,
  };
}

describe('an exclusion whose import was undone', () => {
  it('is in no count, list or page, and stays for the audit', async () => {
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    expect(await known()).toEqual({ counted: 1, ofSchool: 1, waiting: 1, onRecord: [1, 1, true], found: [1, 1], page: true });
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await known()).toEqual({ counted: 0, ofSchool: 0, waiting: 0, onRecord: [0, 0, false], found: [0, 0], page: false });
    expect(await rows('SELECT state, withdrawn_at IS NOT NULL AS withdrawn FROM permanent_exclusion')).toEqual([{ state: 'cancelled', withdrawn: true }]);
    expect(await rows('SELECT kind FROM exclusion_event ORDER BY recorded_at, kind DESC')).toEqual([{ kind: 'recorded' }, { kind: 'cancelled' }]);
  });

  it('was worked on when an officer proposed a place, even one that was cancelled', async () => {
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    await commit('placements', fileOf('placements', lineOf('placements', { Route: 'Permanently excluded', 'Started on': '', 'Planned start': '09/03/2026' })));
    const [placement] = await rows('SELECT id, version FROM placement WHERE import_id IS NOT NULL');
    await done(run(cancelPlacement, officer, { placementId: placement?.id, version: String(placement?.version), reason: 'Parents chose otherwise' }));
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Wrong file' }))).toMatchObject({ kind: 'conflict', details: [expect.stringMatching(/^Row 2: exclusion EX-/)] });
  });
});

describe('a placement whose import was undone', () => {
  it('is neither on the pupil\u2019s page nor found', async () => {
    const batchId = await commit('placements', fileOf('placements', lineOf('placements')));
    const [placement] = await rows('SELECT pupil_id, reference FROM placement WHERE import_id IS NOT NULL');
    const seen = async () => [
      (await read((tx) => pupilRecord(tx, String(placement?.pupil_id))))?.placements.length, (await read((tx) => searchPupils(tx, String(placement?.reference))))?.pupils.length,
      (await read((tx) => searchPupils(tx, 'Amina')))?.pupils[0]?.where,
    ];
    expect(await seen()).toEqual([1, 1, 'Rowan']);
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect((await seen()).slice(0, 2)).toEqual([0, 0]);
    expect((await seen())[2]).not.toContain('Rowan');
  });
});

describe('the school roll that an import changed', () => {
  const ROLLS = "SELECT e.urn, r.status, r.first_on::text AS first, r.last_on::text AS last FROM roll_entry r JOIN establishment e ON e.id = r.establishment_id ORDER BY r.first_on, r.last_on NULLS LAST, e.urn";
  const NEVER = { urn: '130001', status: 'main', first: '2026-02-23', last: '2026-02-22' };

  it('is as it was: what the import entered never held, what it ended runs on by a further entry', async () => {
    await commit('exclusions', fileOf('exclusions', lineOf('exclusions', { School: '130002', 'Excluded on': '12/01/2026' })));
    const before = { urn: '130002', status: 'main', first: '2026-01-12' };
    expect(await rows(ROLLS)).toEqual([{ ...before, last: null }]);
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    expect(await rows(ROLLS)).toEqual([{ ...before, last: '2026-02-22' }, { ...NEVER, last: null }]);
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await rows(ROLLS)).toEqual([{ ...before, last: '2026-02-22' }, NEVER, { ...before, first: '2026-02-23', last: null }]);
    expect(await readUnit(admin, (tx) => importPage(tx, batchId))).toMatchObject({ rollsKept: [] });
  });

  it('of a pupil whom it entered is none, and a second import of the file enters it again', async () => {
    const batchId = await commit('placements', fileOf('placements', lineOf('placements')));
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await rows('SELECT 1 FROM roll_entry WHERE last_on IS NULL OR last_on >= first_on')).toEqual([]);
    await commit('placements', fileOf('placements', lineOf('placements')));
    expect(await rows("SELECT 1 FROM roll_entry WHERE status = 'main' AND last_on IS NULL")).toHaveLength(1);
  });

  it('stays where other records of the pupil rest on it, and the page says so', async () => {
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    await commit('placements', fileOf('placements', lineOf('placements')));
    await done(run(undoImport, admin, { batchId, reason: 'Wrong file' }));
    expect(await rows(ROLLS)).toContainEqual({ ...NEVER, last: null });
    expect(await readUnit(admin, (tx) => importPage(tx, batchId))).toMatchObject({ rollsKept: [{ row_number: 2, is_ended: false, school: expect.any(String) }] });
    expect(await rows("SELECT after ->> 'rollsKept' AS kept FROM audit_event WHERE act = 'import.undo' AND outcome = 'done'")).toEqual([{ kept: '1' }]);
  });
});

describe('the page of an import that was undone', () => {
  it('says who took it back and why, and that its rows were', async () => {
    const batchId = await commit('exclusions', fileOf('exclusions', lineOf('exclusions')));
    await done(run(undoImport, admin, { batchId, reason: 'The file of last week' }));
    const page = await readUnit(admin, (tx) => importPage(tx, batchId));
    const name = String((await rows(`SELECT name FROM person WHERE id = '${String(admin.actor?.personId)}'`))[0]?.name);
    expect(page).toMatchObject({ kind: 'imported', batch: { undone_by_name: name, undo_reason: 'The file of last week' } });
    expect((await readUnit(admin, (tx) => reportCsv(tx, batchId)))?.text).toContain('\r\n2,taken back,Amina,');
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Second tab' }))).toMatchObject({ kind: 'conflict', message: `This import was undone already by ${name}. Nothing was changed now` });
    expect(await refusal(run(commitImport, admin, { uploadId: batchId }))).toMatchObject({ kind: 'conflict', message: `This file is imported already by ${name}. Nothing was imported now` });
  });
});

describe('numbers of places that an import gave', () => {
  it('cannot be taken back below what is taken, and the days and placements are named', async () => {
    const batchId = await commit('places', fileOf('places', lineOf('places', { 'Kind of place': 'Day-6', Number: '3', From: '01/09/2025' })));
    await commit('placements', fileOf('placements', ...['Amina', 'Ben', 'Cal'].map((name) => lineOf('placements', { 'First name': name }))));
    expect(await refusal(run(undoImport, admin, { batchId, reason: 'Wrong number' }))).toMatchObject({
      kind: 'conflict', message: expect.stringMatching(/^Without row 2 of the import, at Rowan 2 places are fewer than are taken on \d+ school days, so nothing was undone/),
      details: [expect.stringMatching(/^8 September 2025 to 17 July 2026: PL-\d+ [^,]+, PL-\d+ [^,]+, PL-\d+ [^,]+$/)],
    });
  });
});
