/**
 * Writes prisma/schema/*.prisma from a migrated database's catalogue, so that the schema file and the SQL
 * cannot drift (tests/contract/schema-agrees.test.ts runs the same function and compares).
 * Usage: tsx scripts/schema-from-database.ts <owner url>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';

interface Column { table: string; name: string; type: string; nullable: boolean; fallback: string | null; identity: boolean; generated: boolean }
interface Key { table: string; columns: string[] }

const TYPES: Readonly<Record<string, string>> = {
  text: 'String', uuid: 'String @db.Uuid', boolean: 'Boolean', integer: 'Int', bigint: 'BigInt', jsonb: 'Json', bytea: 'Bytes', date: 'DateTime @db.Date',
  'timestamp with time zone': 'DateTime @db.Timestamptz(6)', 'numeric(4,1)': 'Decimal @db.Decimal(4, 1)', 'text[]': 'String[]', 'integer[]': 'Int[]', 'date[]': 'DateTime[] @db.Date',
};

const camel = (name: string): string => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`_${name}`);

export async function schemaFromDatabase(client: Client): Promise<string> {
  const columns = (await client.query<Column>(`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
           pg_get_expr(d.adbin, d.adrelid) AS fallback, a.attidentity <> '' AS identity, a.attgenerated <> '' AS generated
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%'
     ORDER BY c.relname, a.attnum`)).rows;
  const keys = (await client.query<Key>(`
    SELECT c.relname AS table, array_agg(a.attname::text ORDER BY array_position(k.conkey, a.attnum)) AS columns
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
     WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`)).rows;
  const head = 'generator client {\n  provider = "prisma-client"\n  output   = "../../generated/prisma"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n';
  const tables = [...new Set(columns.map((column) => column.table))];
  return [head, ...tables.map((table) => model(table, columns.filter((column) => column.table === table), keys.find((key) => key.table === table)?.columns ?? []))].join('\n');
}

function model(table: string, columns: Column[], key: string[]): string {
  const lines = columns.map((column) => {
    const type = TYPES[column.type];
    if (!type) throw new Error(`No Prisma type for ${table}.${column.name}: ${column.type}`);
    const [base, native] = type.split(' @db.');
    const single = key.length === 1 && key[0] === column.name;
    return ['  ' + camel(column.name), (base ?? '') + (column.nullable ? '?' : ''), native ? `@db.${native}` : '', single ? '@id' : '', fallbackOf(column),
      camel(column.name) === column.name ? '' : `@map("${column.name}")`].filter((part) => part !== '').join(' ');
  });
  const id = key.length > 1 ? `\n\n  @@id([${key.map(camel).join(', ')}])` : '';
  return `model ${pascal(table)} {\n${lines.join('\n')}${id}\n  @@map("${table}")\n}\n`;
}

function fallbackOf(column: Column): string {
  if (column.identity) return '@default(autoincrement())';
  if (column.generated) return '@default(dbgenerated())';
  if (column.fallback === null) return '';
  if (column.fallback === 'now()') return '@default(now())';
  if (column.fallback === 'gen_random_uuid()') return '@default(dbgenerated("gen_random_uuid()"))';
  if (/^(true|false|\d+)$/.test(column.fallback)) return `@default(${column.fallback})`;
  const text = /^'([^']*)'::(text|jsonb)$/.exec(column.fallback);
  if (text) return `@default("${text[1]}")`;
  return column.fallback.includes('[]') ? '@default([])' : '@default(dbgenerated())';
}

async function main(url: string | undefined): Promise<void> {
  if (!url) throw new Error('Give the owner address of a migrated database');
  const client = new Client({ connectionString: url });
  await client.connect();
  mkdirSync('prisma/schema', { recursive: true });
  writeFileSync('prisma/schema/schema.prisma', await schemaFromDatabase(client));
  await client.end();
}

if (process.argv[1]?.endsWith('schema-from-database.ts')) void main(process.argv[2]);
