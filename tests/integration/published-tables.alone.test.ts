import { beforeAll, describe, expect, inject, it } from 'vitest';
import { calendarDate } from '@/lib/core/calendar-date';
import type { Caller, ReadTx } from '@/lib/server/unit-of-work';
import { seedDemonstration } from '@/prisma/seed/main';
import { withClient, withDatabase } from '@/scripts/postgres/connection';
import { copyTemplate } from '@/tests/support/template-database';

let ownerUrl: string;
let read: <T>(authority: string, work: (tx: ReadTx) => Promise<T>) => Promise<T>;
let publishedTables: typeof import('@/lib/publishing/queries/published-tables').publishedTables;
let recordsOfCell: typeof import('@/lib/publishing/queries/published-tables').recordsOfCell;

const clock = { now: new Date('2026-03-02T09:00:00Z'), today: calendarDate('2026-03-02') };
const [LANCASHIRE, ROTHERHAM] = ['888', '372'];
const DISTRICTS = 'lancashire-permanent-exclusions-2017-18';
const YEARS = 'rotherham-permanent-exclusions';

beforeAll(async () => {
  const server = inject('postgres');
  const database = `published_${process.pid}`;
  await copyTemplate(server.ownerUrl, database);
  ownerUrl = withDatabase(server.ownerUrl, database);
  const appUrl = withDatabase(server.appUrl, database);
  await seedDemonstration({ ownerUrl, appUrl, log: () => undefined });
  process.env.APP_DATABASE_URL = appUrl;
  process.env.NEXTAUTH_SECRET ??= 'a secret that only the tests use, long enough';
  const { readUnit } = await import('@/lib/server/unit-of-work');
  ({ publishedTables, recordsOfCell } = await import('@/lib/publishing/queries/published-tables'));
  read = (authorityId, work) => readUnit({ authorityId, actor: null, clock } satisfies Caller, work);
}, 240_000);

/** Printed, recomputed and difference of one cell. */
async function cellOf(authority: string, table: string, row: string, column: string) {
  const { tables } = await read(authority, publishedTables);
  const found = tables.find((one) => one.slug === table);
  return found?.rows.find((one) => one.label === row)?.cells[found.columns.indexOf(column)];
}

async function flawsOf(authority: string): Promise<string[]> {
  const { tables, statements } = await read(authority, publishedTables);
  return [...tables.flatMap((table) => table.flaws), ...statements].map((flaw) => flaw.where);
}

describe('printed counts beside the lowest records', () => {
  it('every printed count of Lancashire 2017/18 is the number of its records, split by what the school was on the date', async () => {
    const { tables } = await read(LANCASHIRE, publishedTables);
    const cells = tables.find((table) => table.slug === DISTRICTS)?.rows.flatMap((row) => row.cells.slice(1)) ?? [];
    expect(cells).toHaveLength(36);
    expect(cells.filter((cell) => cell.difference !== 0)).toEqual([]);
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Preston', 'Academies')).toEqual({ printed: '8', readAs: null, recomputed: 8, difference: 0 });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Lancashire TOTAL (as printed)', 'District total')).toEqual({ printed: '314', readAs: null, recomputed: 314, difference: 0 });
  });

  it('the printed total of Rotherham 2011/12 is five over the records, and no other count of the table differs', async () => {
    const { tables } = await read(ROTHERHAM, publishedTables);
    const rows = tables.find((table) => table.slug === YEARS)?.rows ?? [];
    const differing = rows.flatMap((row) => row.cells.filter((cell) => cell.difference !== 0).map((cell) => [row.label, cell.printed, cell.recomputed, cell.difference]));
    expect(differing).toEqual([['2011/12', '30', 25, 5]]);
  });

  it("the school's type on the date of the exclusion decides maintained or academy, not its type on another day", async () => {
    const records = (await read(LANCASHIRE, (tx) => recordsOfCell(tx, DISTRICTS, 10, 2)))?.records ?? [];
    const last = records.at(-1);
    if (!last) throw new Error('No record behind Pendle, Schools');
    const moved = records.filter((one) => one.school === last.school && one.on >= last.on).length;
    const before = records.filter((one) => one.school === last.school && one.on < last.on).length;
    expect(before).toBeGreaterThan(0);
    const school = 'SELECT x.establishment_id FROM permanent_exclusion x WHERE x.authority_id = $1 AND x.reference = $2';
    await withClient(ownerUrl, async (client) => {
      await client.query(`UPDATE establishment_type SET last_on = $3::date - 1 WHERE authority_id = $1 AND establishment_id = (${school})`, [LANCASHIRE, last.reference, last.on]);
      await client.query(`INSERT INTO establishment_type (authority_id, establishment_id, type_code, sector, first_on) SELECT $1, (${school}), '34', 'academy', $3::date`, [LANCASHIRE, last.reference, last.on]);
    });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Pendle', 'Schools')).toEqual({ printed: '23', readAs: null, recomputed: 23 - moved, difference: moved });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Pendle', 'Academies')).toEqual({ printed: '8', readAs: null, recomputed: 8 + moved, difference: -moved });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Pendle', 'District total')).toEqual({ printed: '31', readAs: null, recomputed: 31, difference: 0 });
  });

  it('deleting one record shows the difference', async () => {
    const records = await read(LANCASHIRE, (tx) => recordsOfCell(tx, DISTRICTS, 4, 3));
    const gone = records?.records[0];
    if (!records || !gone) throw new Error('No record behind Preston, Academies');
    expect(records.row).toBe('Preston');
    // The owner's connection, past foreign keys and append-only tables: the application has no right to delete.
    await withClient(ownerUrl, async (client) => {
      await client.query('SET session_replication_role = replica');
      const { rowCount } = await client.query('DELETE FROM permanent_exclusion WHERE authority_id = $1 AND reference = $2', [LANCASHIRE, gone.reference]);
      expect(rowCount).toBe(1);
    });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Preston', 'Academies')).toEqual({ printed: '8', readAs: null, recomputed: 7, difference: 1 });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Preston', 'District total')).toEqual({ printed: '52', readAs: null, recomputed: 51, difference: 1 });
    expect(await cellOf(LANCASHIRE, DISTRICTS, 'Preston', 'Schools')).toEqual({ printed: '44', readAs: null, recomputed: 44, difference: 0 });
  });
});

describe('what is printed', () => {
  it('stays in the words of the paper where it is no number, beside the number read from it', async () => {
    expect(await cellOf(LANCASHIRE, 'lancashire-pru-commissioned-places', 'Coal Clough Academy', 'Cost 2017-18 (£)')).toMatchObject({ printed: '963,6158*', readAs: '963615' });
  });

  it('of a table without sums says how many statements rest on it, and how many do not follow', async () => {
    const { tables } = await read(LANCASHIRE, publishedTables);
    expect(tables.find((table) => table.slug === 'lancashire-dsg-high-needs')).toMatchObject({ isChecked: false, statements: { all: 6, flawed: 0 } });
    expect(tables.find((table) => table.slug === 'lancashire-schools-census-2018')).toMatchObject({ statements: { all: 3, flawed: 2 } });
  });
});

describe('flaws of arithmetic', () => {
  it('every one of the known flaws is found by recomputation from the stored figures', async () => {
    expect(await flawsOf(ROTHERHAM)).toEqual([
      '2011/12, Total', 'Pupils, Total (as printed)', 'Other LA special schools, Average cost per place', '4 Aspire PRUs, Average cost per place',
      'Out of borough placements, Average cost per place', 'Total (as printed), Average cost per place',
    ]);
    expect(await flawsOf(LANCASHIRE)).toEqual([
      'Hope High, Number on roll', 'Brookfield School, Number on roll', 'Brookfield School, Designated SEMH places', 'PRU and college places 2018/19',
      'Children on roll, January 2018', 'Secondary schools in the census table', 'Average cost of an independent non-maintained place',
      'Times the national rate of permanent exclusion',
    ]);
  });

  it.each([
    [LANCASHIRE, 'lancashire-pru-commissioned-places', 'Coal Clough Academy', 'Cost 2017-18 (£)', '963616', 'Cost 2017-18, Total (as printed)'],
    [LANCASHIRE, 'lancashire-statements', 'Places at the national average', 'Stated', '610', 'Places at the national average'],
    [LANCASHIRE, 'lancashire-dsg-high-needs', 'DSG: Total (as printed)', '2017-18 (£)', '881815839', 'DSG total 2017-18'],
    [ROTHERHAM, YEARS, '2014/15', 'Secondary', '51', '2014/15, Total'],
  ] as const)('%s: altering one printed figure of %s, %s makes a new difference appear', async (authority, table, row, column, printed, where) => {
    expect(await flawsOf(authority)).not.toContain(where);
    const rowCount = await withClient(ownerUrl, async (client) => (await client.query(
      `UPDATE published_figure f SET printed = $5 FROM published_table t
        WHERE t.authority_id = f.authority_id AND t.id = f.table_id AND f.authority_id = $1 AND t.slug = $2 AND f.row_label = $3 AND f.column_label = $4`,
      [authority, table, row, column, printed],
    )).rowCount);
    expect(rowCount).toBe(1);
    expect(await flawsOf(authority)).toContain(where);
  });
});

describe('flaws of wording', () => {
  it('are entered notes, each council its own', async () => {
    const rotherham = await read(ROTHERHAM, publishedTables);
    const lancashire = await read(LANCASHIRE, publishedTables);
    expect(rotherham.wording.map((note) => note.note).join('\n')).toMatch(/two series, never mixed[\s\S]*April 2016/);
    expect(lancashire.wording.map((note) => note.note).join('\n')).toMatch(/963,6158[\s\S]*two districts reported as one/);
    expect(lancashire.tables.map((table) => table.slug)).not.toContain(YEARS);
  });
});
