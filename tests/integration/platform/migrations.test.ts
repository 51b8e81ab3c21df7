import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { dropDatabase, ensureDatabase, withClient, withDatabase } from '@/scripts/postgres/connection';
import { migrate } from '@/scripts/postgres/migrations';

let folder: string;
let url: string;
const database = `migrations_${process.pid}`;

const write = (name: string, sql: string): void => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
};

const query = (sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairplace-migrations-'));
  const server = withDatabase(inject('postgres').ownerUrl, 'postgres');
  await dropDatabase(server, database);
  await ensureDatabase(server, database);
  url = withDatabase(server, database);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await dropDatabase(withDatabase(url, 'postgres'), database);
});

describe('the migration runner', () => {
  it('applies files in the order of their names, once, semicolons inside functions included', async () => {
    write('2_second', 'INSERT INTO kept VALUES (add_one(1));');
    write('1_first', "CREATE TABLE kept (n int); CREATE FUNCTION add_one(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n + 1; RETURN n; END $$;");
    expect(await migrate(url, folder)).toEqual(['1_first', '2_second']);
    expect(await migrate(url, folder)).toEqual([]);
    expect(await query('SELECT n FROM kept')).toEqual([{ n: 2 }]);
  });

  it("keeps Prisma's table: name, SHA-256 of the file, one step, finished", async () => {
    write('1_first', 'SELECT 1;');
    await migrate(url, folder);
    const rows = await query('SELECT migration_name, checksum, applied_steps_count, finished_at >= started_at AS finished FROM _prisma_migrations');
    expect(rows).toEqual([{
      // printf 'SELECT 1;' | sha256sum
      migration_name: '1_first', checksum: '17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a', applied_steps_count: 1, finished: true,
    }]);
  });

  it('refuses a file that has changed since it was applied', async () => {
    write('1_first', 'SELECT 1;');
    await migrate(url, folder);
    write('1_first', 'SELECT 2;');
    await expect(migrate(url, folder)).rejects.toThrow('Migration 1_first has changed');
  });

  it('refuses a database that is ahead of the files', async () => {
    write('1_first', 'SELECT 1;');
    await migrate(url, folder);
    rmSync(join(folder, '1_first'), { recursive: true });
    await expect(migrate(url, folder)).rejects.toThrow('1_first, which this version does not have');
  });

  it('rolls back the whole of a file that fails, names its line, and keeps the files before it', async () => {
    write('1_first', 'CREATE TABLE before_it (n int);');
    write('2_second', 'CREATE TABLE half (n int);\nSELECT nothing_here;');
    await expect(migrate(url, folder)).rejects.toThrow('Migration 2_second failed, line 2: column "nothing_here" does not exist');
    expect(await query("SELECT to_regclass('half') AS half, to_regclass('before_it')::text AS before")).toEqual([{ half: null, before: 'before_it' }]);
    write('2_second', 'CREATE TABLE half (n int);');
    expect(await migrate(url, folder)).toEqual(['2_second']);
  });

  it('lets two runners start at once: each file is applied by one of them', async () => {
    write('1_first', 'CREATE TABLE kept (n int); SELECT pg_sleep(0.2);');
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(['1_first']);
  });
});
