import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '@/lib/imports/types';
import type { Caller } from '@/lib/server/unit-of-work';
import { callerFor } from '@/tests/support/builders/callers';
import { buildCouncil } from '@/tests/support/builders/council';
import { fileOf, HEADERS, lineOf } from '@/tests/support/builders/import-files';
import { buildLocalAuthorities, checkBytes, checkText } from '@/tests/support/builders/imports';
import { buildSite } from '@/tests/support/builders/places';

let admin: Caller;

beforeAll(async () => {
  const council = await buildCouncil();
  await buildLocalAuthorities(council);
  await buildSite(council, 'Rowan', 50);
  await buildSite(council, 'Elm', 50, { opened_on: '2026-01-05', closed_on: '2026-07-01' });
  admin = callerFor(council, 'administrator');
});

/** A file with one cell wrong: the row and column that the report must name, and words of the problem. */
type BadCell = readonly [kind: ImportKind, column: string, value: string, words: RegExp];

const BAD_CELLS: readonly BadCell[] = [
  ['placements', 'First name', '', /empty/],
  ['placements', 'Last name', '=1+1', /not a name/],
  ['placements', 'Last name', 'x'.repeat(101), /longer than 100/],
  ['placements', 'Birth date', '31/02/2012', /not a date/],
  ['placements', 'Birth date', '05/14/2012', /month stands before the day/],
  ['placements', 'Birth date', '14/05/12', /two figures/],
  ['placements', 'Birth date', '41043', /day number/],
  ['placements', 'Birth date', '14/05/1990', /older than 19/],
  ['placements', 'Birth date', '14/05/2031', /younger than 3/],
  ['placements', 'UPN', 'A801200005001', /check letter/],
  ['placements', 'UPN', 'B8012000050', /13 characters/],
  ['placements', 'UPN', '8.01E+11', /powers of ten/],
  ['placements', 'Year group', '14', /0 to 13/],
  ['placements', 'Year group', '5', /born on 14 May 2012 is usually in Year 9 on 2 March 2026, not in Year 5/],
  ['placements', 'Year group', '11', /usually in Year 9 on 2 March 2026, not in Year 11/],
  ['placements', 'Sex', 'X', /neither F nor M/],
  ['placements', 'Home authority', 'Rutherham', /No authority/],
  ['placements', 'Home school', 'Aston Academy', /neither a URN/],
  ['placements', 'Home school', '1.36E+05', /powers of ten/],
  ['placements', 'Home school', '999999', /No school/],
  ['placements', 'Route', 'Managed move', /known values/],
  ['placements', 'Home school', '', /always from a school/],
  ['placements', 'Site', 'Rowen', /No site/],
  ['placements', 'Site', 'Elm', /opened on 5 January 2026/],
  ['placements', 'Kind of place', 'Day seven', /known values/],
  ['placements', 'Share in tenths', '0', /1 to 10/],
  ['placements', 'Share in tenths', '0.5', /1 to 10/],
  ['placements', 'Started on', '09/03/2026', /after today/],
  ['placements', 'Started on', '', /Neither/],
  ['placements', 'Planned end', '#N/A', /formula failed/],
  ['placements', 'Planned end', '01/09/2025', /before the start/],
  ['placements', 'Planned end', '27/02/2026', /ended before today/],
  ['placements', 'Planned end', '17/07/2062', /four years/],
  ['exclusions', 'School', '', /empty/],
  ['exclusions', 'Excluded on', '03/03/2026', /after today/],
  ['exclusions', 'Excluded on', '23/02/2015', /calendar|2014/i],
  ['exclusions', 'Time', '25:00', /time of day/],
  ['exclusions', 'Afternoon session had begun', 'Maybe', /neither Yes nor No/],
  ['exclusions', 'Afternoon session had begun', 'Yes', /before noon/],
  ['exclusions', 'Reasons', 'ZZ', /ZZ is not a reason code/],
  ['exclusions', 'Reasons', 'PP PP', /once only/],
  ['exclusions', 'Reasons', 'PP DB VA DM', /three/],
  ['places', 'Number', '-1', /whole number/],
  ['places', 'Number', '501', /0 to 500/],
  ['places', 'Number', 'Nov-15', /whole number/],
  ['places', 'From', '2025-09-31', /not a date/],
  ['places', 'Reason', '', /empty/],
];

describe('a file with one bad cell', () => {
  it.each(BAD_CELLS)('%s, %s: %s', async (kind, column, value, words) => {
    const good = lineOf(kind, { 'First name': 'Zoe' });
    const checked = await checkText(admin, kind, fileOf(kind, good, lineOf(kind, { [column]: value })));
    if ('refused' in checked) throw new Error(checked.refused);
    const { report } = checked;
    const found = report.problems.find((one) => one.column === column);
    expect(found).toMatchObject({ row: 3, column });
    expect(found?.problem).toMatch(words);
    expect(found?.toDo).not.toBe('');
    expect(report.problems.every((one) => one.row === 3)).toBe(true);
    expect(report).toMatchObject({ rowsRead: 2, rejected: 1 });
    expect(report.rowsRead).toBe(report.created + report.unchanged + report.rejected);
    if (column === 'UPN') expect(JSON.stringify(report.problems)).not.toContain(value);
  });
});

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const withBytes = (before: string, bytes: readonly number[], after: string): Uint8Array => Uint8Array.from([...text(before), ...bytes, ...text(after)]);

describe('a file that cannot be taken as text', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'workbook'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'workbook'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 70, 0]), 'utf16'],
    ['a file with a zero byte', withBytes('a,b\n', [0], ''), 'not_text'],
    ['a file that says UTF-8 and is not', withBytes('\uFEFFa,', [0x92], '\n'), 'not_text'],
    ['more than 2 MB', text('a,b\n'.repeat(600_000)), 'too_large'],
  ])('%s', async (_what, bytes, refused) => {
    expect(await checkBytes(admin, 'places', bytes)).toEqual({ refused });
  });
});

describe('a file whose form is wrong', () => {
  it.each([
    ['no headings', '\n\n', 1, '', /no headings/],
    ['headings only', `${HEADERS.places}\n`, 2, '', /no rows/],
    ['a missing column', 'Site,Kind of place,From,Reason\nRowan,Day-6,1/9/2025,x', 1, 'Number', /no column Number/],
    ['a column twice', 'Site,Site,Kind of place,From,Number,Reason\na,b,c,d,e,f', 1, 'Site', /both Site/],
    ['a field too many', fileOf('places', 'Rowan,Day-6,1/9/2025,5,Agreed, with thanks'), 2, '', /6 fields, 5 expected/],
    ['a field too few', fileOf('places', lineOf('places'), 'Rowan,Day-6,1/9/2025,5'), 3, '', /4 fields, 5 expected/],
    ['a quotation mark not closed', fileOf('places', lineOf('places'), 'Rowan,Day-6,1/9/2025,5,"Agreed'), 3, '', /quotation mark/],
    ['a quotation mark inside', fileOf('places', 'Rowan,Day-6,1/9/2025,5,The "agreed" number'), 2, '', /quotation mark/],
    ['too many rows', fileOf('places', ...Array.from({ length: 1_001 }, () => lineOf('places'))), 1_002, '', /1,001 rows/],
    ['the same row with another number', fileOf('places', lineOf('places'), '', lineOf('places', { Number: '7' })), 4, 'From', /Row 2 gives the same/],
    ['one UPN for two birth dates', fileOf('placements', lineOf('placements', { UPN: 'B801200005001' }), lineOf('placements', { UPN: 'B801200005001', 'Birth date': '15/05/2012' })), 3, 'UPN', /another birth date/],
    ['one stay with two ends', fileOf('placements', lineOf('placements'), lineOf('placements', { 'Planned end': '16/07/2026' })), 3, 'Site', /Row 2 gives the same/],
  ] as const)('%s', async (_what, content, row, column, words) => {
    const checked = await checkText(admin, content.includes('First name') ? 'placements' : 'places', content);
    if ('refused' in checked) throw new Error(checked.refused);
    const [first] = checked.report.problems;
    expect(first).toMatchObject({ row, column });
    expect(first?.problem).toMatch(words);
    expect(first?.toDo).not.toBe('');
  });
});

describe('a file that only looks odd', () => {
  it('takes Windows-1252, semicolons, columns in another order and names, blank rows and formulas as text', async () => {
    const columns = ['Surname', 'Forename', 'DOB', 'UPN', 'NC year', 'Gender', 'Home LA', 'School URN', 'Route', 'Provision', 'Place type', 'Tenths', 'Planned start', 'Started on', 'Planned end', 'Tutor'];
    const line = ["O\u0092Brien", '=Zo\u00eb', '14.5.2012', '', 'Year 9', 'Female', 'Rotherham', '130001', 'Preventative', 'rowan', 'day 6', '10', '', '2025-09-08', '17-07-2026', 'x'];
    const bytes = Uint8Array.from([...`${columns.join(';')}\r\n;;;;;;;;;;;;;;;\r\n${line.join(';')}\r\n`].map((character) => character.codePointAt(0) ?? 0));
    const checked = await checkBytes(admin, 'placements', bytes, 'C:\\files\\log.csv');
    if ('refused' in checked) throw new Error(checked.refused);
    expect(checked.report).toMatchObject({ rowsRead: 1, created: 1, rejected: 0, blankRows: 1, columnsIgnored: ['Tutor'], problems: [] });
  });
});
