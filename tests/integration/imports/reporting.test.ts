import { beforeEach, describe, expect, it } from 'vitest';
import { commitImport } from '@/lib/imports/commands/commit-import';
import { reportCsv } from '@/lib/imports/queries/report-csv';
import { importHome, importPage } from '@/lib/imports/queries/import-pages';
import { readFilter, waitingList } from '@/lib/placements/queries/waiting-list';
import { type Caller, readUnit } from '@/lib/server/unit-of-work';
import { callerFor, done, later, run } from '@/tests/support/builders/callers';
import { buildCouncil, type TwoCouncils } from '@/tests/support/builders/council';
import { fileOf, fileWith, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, reportOf, rowsAsApp } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';

let council: TwoCouncils;
let admin: Caller;

beforeEach(async () => {
  council = await buildCouncil();
  await buildLocalAuthorities(council);
  await buildSite(council, 'Rowan', 2);
  admin = callerFor(council, 'administrator');
});

const rows = (text: string) => rowsAsApp(council, text);
const commit = (uploadId: string) => done(run(commitImport, admin, { uploadId }));
const CARE = { 'Looked after by': 'Rotherham', 'Social worker': 'Yes', 'EHC plan': 'Yes', Needs: 'SEMH SLCN', Language: 'Polish', 'Home postcode': 's662bh' } as const;
const CARE_ON_RECORD = "SELECT looked_after_by, has_social_worker, sen_provision, needs, language, home_postcode FROM pupil WHERE first_name = 'Amina'";

describe('what a file says of a pupil\u2019s care', () => {
  it('is on record with the exclusion, and gives the day-1 target', async () => {
    await commit((await reportOf(admin, 'exclusions', fileWith('exclusions', CARE))).uploadId);
    expect(await rows(CARE_ON_RECORD)).toEqual([{ looked_after_by: '372', has_social_worker: true, sen_provision: 'E', needs: ['SEMH', 'SLCN'], language: 'Polish', home_postcode: 'S66 2BH' }]);
    expect(await rows('SELECT needs FROM referral')).toEqual([{ needs: ['SEMH', 'SLCN'] }]);
    const list = await readUnit(callerFor(council, 'placement_officer'), (tx) => waitingList(tx, readFilter(() => null)));
    expect(list?.rows[0]?.duty).toMatchObject({ kind: 'clock', clock: { dayOneTargetOn: '2026-02-23' } });
    expect(list?.rows[0]?.flags.map((flag) => flag.code)).toEqual(expect.arrayContaining(['ehc_plan', 'looked_after', 'social_worker']));
  });

  it('is added to a record that lacks it, and never written over one that has it', async () => {
    await commit((await reportOf(admin, 'exclusions', fileWith('exclusions', { 'EHC plan': 'SEN support' }))).uploadId);
    const report = await reportOf(admin, 'placements', fileWith('placements', CARE));
    expect(report.problems).toEqual([]);
    expect(Object.fromEntries(report.remarks.map((one) => [one.column, /added there|which stays/.exec(one.problem)?.[0]]))).toEqual({
      'Looked after by': 'added there', 'Social worker': 'added there', 'EHC plan': 'which stays', Needs: 'added there', Language: 'which stays', 'Home postcode': 'added there',
    });
    await commit(report.uploadId);
    expect(await rows(CARE_ON_RECORD)).toEqual([{ looked_after_by: '372', has_social_worker: true, sen_provision: 'K', needs: ['SEMH', 'SLCN'], language: 'English', home_postcode: 'S66 2BH' }]);
  });

  it.each([
    ['Looked after by', 'Rutherham', /No authority/], ['Social worker', 'Jo Bell', /neither Yes nor No/], ['EHC plan', 'Maybe', /none of Yes, No and SEN support/],
    ['Needs', 'SEMH QQ', /QQ is not a code/], ['Needs', 'SEMH SEMH', /twice/], ['Needs', 'SEMH SLCN ASD MLD HI VI', /6 needs/], ['Language', 'x'.repeat(61), /longer than 60/],
    ['Home postcode', 'Maltby', /not a postcode/],
  ])('%s: %s is refused', async (column, value, words) => {
    const { problems } = await reportOf(admin, 'exclusions', fileWith('exclusions', { ...CARE, [column]: value }));
    expect(problems).toEqual([expect.objectContaining({ row: 2, column, problem: expect.stringMatching(words) })]);
  });
});

describe('remarks, which stop nothing', () => {
  it.each([
    ['placements', 'Year group', '10', /usually in Year 9 .*, not in Year 10/], ['placements', 'Year group', '8', /usually in Year 9 .*, not in Year 8/],
    ['placements', 'Planned end', '18/07/2026', /^18 July 2026 is a Saturday$/], ['placements', 'Planned end', '28/07/2026', /^28 July 2026 is no school day at Rowan/],
    ['placements', 'Started on', '07/09/2025', /^7 September 2025 is a Sunday$/], ['exclusions', 'Excluded on', '22/02/2026', /^22 February 2026 is a Sunday$/],
    ['exclusions', 'Excluded on', '01/01/2026', /no school day at/],
  ] as const)('%s, %s: %s', async (kind, column, value, words) => {
    const report = await reportOf(admin, kind, fileOf(kind, lineOf(kind, { [column]: value })));
    expect(report).toMatchObject({ created: 1, problems: [], remarks: [{ row: 2, column, value, problem: expect.stringMatching(words) }] });
    await commit(report.uploadId);
  });

  it('are told together with the problems of the same row and of others', async () => {
    const exclusions = fileOf('exclusions', lineOf('exclusions', { 'Excluded on': '01/01/2026', Time: 'noonish' }), lineOf('exclusions', { 'First name': 'Ben', 'Excluded on': '22/02/2026' }));
    const report = await reportOf(admin, 'exclusions', exclusions);
    expect(report.problems.map((one) => [one.row, one.column])).toEqual([[2, 'Time']]);
    expect(report.remarks).toEqual([
      expect.objectContaining({ row: 2, column: 'Excluded on', problem: expect.stringMatching(/no school day at/) }),
      expect.objectContaining({ row: 3, column: 'Excluded on', problem: '22 February 2026 is a Sunday' }),
    ]);
    const text = (await readUnit(admin, (tx) => reportCsv(tx, report.uploadId)))?.text;
    expect(text?.split('\r\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual(
      [expect.stringMatching(/row,kind,column$/), '2,problem,Time', '2,remark,Excluded on', '3,remark,Excluded on', '']);
    const placements = fileOf('placements', lineOf('placements', { 'Planned end': '18/07/2026', 'Share in tenths': '11' }));
    expect(await reportOf(admin, 'placements', placements)).toMatchObject({
      problems: [{ row: 2, column: 'Share in tenths' }], remarks: [{ row: 2, column: 'Planned end', problem: '18 July 2026 is a Saturday' }],
    });
  });

  it('are not made of a good row', async () => {
    for (const kind of ['placements', 'exclusions', 'places'] as const) expect((await reportOf(admin, kind, fileOf(kind, lineOf(kind)))).remarks).toEqual([]);
  });
});

it('a year group that the site does not take is refused for a pupil who is in it', async () => {
  const { problems } = await reportOf(admin, 'placements', fileOf('placements', lineOf('placements', { 'Birth date': '14/05/2016', 'Year group': '5' })));
  expect(problems).toEqual([expect.objectContaining({ column: 'Year group', problem: 'Rowan takes Year 7 to Year 11' })]);
});

it('a row that comes twice is repeated in the file, not on record', async () => {
  const report = await reportOf(admin, 'placements', fileOf('placements', lineOf('placements'), lineOf('placements')));
  expect(report).toMatchObject({ rowsRead: 2, created: 1, unchanged: 0, repeated: 1, rejected: 0, rows: [{ row: 2, result: 'create' }, { row: 3, result: 'repeated' }] });
  await commit(report.uploadId);
  expect(await readUnit(admin, (tx) => importPage(tx, report.uploadId))).toMatchObject({ batch: { rows_created: 1, rows_unchanged: 0, rows_repeated: 1 } });
});

it.each(['placements', 'exclusions', 'places'] as const)('an import of %s that was made is shown in the words of its check, schools and sites by name', async (kind) => {
  const { uploadId } = await reportOf(admin, kind, fileOf(kind, lineOf(kind)));
  const read = async () => (await readUnit(admin, (tx) => importPage(tx, uploadId)))?.rows.map(({ what, about, where, when }) => ({ what, about, where, when }));
  const checked = await read();
  expect(checked?.[0]?.where).toMatch(/Rowan|Aston/);
  await commit(uploadId);
  expect(await readUnit(admin, (tx) => importPage(tx, uploadId))).toMatchObject({ kind: 'imported', rows: [{ row: 2, wasCreated: true }] });
  expect(await read()).toEqual(checked);
});

it('a checked file is shown as it was read before anything is on record, for seven days', async () => {
  const { uploadId } = await reportOf(admin, 'placements', fileOf('placements', lineOf('placements', { 'Started on': '08/10/2025' }), lineOf('placements', { 'First name': 'Ben', 'Birth date': 'x' })));
  expect(await readUnit(admin, (tx) => importPage(tx, uploadId))).toMatchObject({
    kind: 'checked',
    rows: [{ row: 2, result: 'create', what: 'Amina Clarke', about: 'Born 14 May 2012, Year 9, lives in Rotherham', when: 'Started 8 October 2025, to 17 July 2026', where: expect.stringContaining('Rowan, Day-6') }],
  });
  const listed = (caller: Caller) => readUnit(caller, importHome).then((home) => home.checked.map((one) => [one.id, one.created, one.rejected]));
  expect(await listed(admin)).toEqual([[uploadId, 1, 1]]);
  const week = 7 * 24 * 60;
  expect(await listed(callerFor(council, 'administrator', later(week)))).toHaveLength(1);
  expect(await listed(callerFor(council, 'administrator', later(week + 1)))).toEqual([]);
  expect(await readUnit(callerFor(council, 'administrator', later(week + 1)), (tx) => importPage(tx, uploadId))).toBeNull();
});
