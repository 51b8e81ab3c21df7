/**
 * Makes the committed files of `prisma/seed/data` from a folder of published source files:
 *
 *   npx tsx scripts/extract-seed-data.ts <folder of source data>
 *
 * The same folder always gives the same files. It is not run when the demonstration starts.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { buildEstablishments, conversions } from './seed-data/establishments';
import { buildPartnershipMembers } from './seed-data/partnership-members';
import { readSources } from './seed-data/source-files';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder of source data: npx tsx scripts/extract-seed-data.ts <folder>');
  process.exit(1);
}
const target = join(import.meta.dirname, '..', 'prisma', 'seed', 'data');
mkdirSync(join(target, 'published'), { recursive: true });

function write(name: string, rows: readonly object[]): void {
  writeFileSync(join(target, name), stringify([...rows], { header: true }));
  console.log(`${name}: ${rows.length} rows`);
}

/** Byte for byte: figures as printed stay as printed. */
function copy(from: readonly string[], to: string): void {
  writeFileSync(join(target, to), readFileSync(join(folder ?? '', ...from)));
  console.log(`${to}: copied`);
}

const sources = readSources(folder);
const establishments = buildEstablishments(sources);
const known = new Set(establishments.map((school) => school.urn));

write('establishments.csv', establishments);
write('establishment_types.csv', establishments.map((school) => ({
  urn: school.urn, laestab: school.laestab, type_code: school.type_code, type_name: school.type_name,
  sector: school.sector, first_on: school.opened, last_on: school.closed, source: school.type_source,
})));
write('links.csv', conversions(sources)
  .filter((pair) => known.has(pair.from) && known.has(pair.to))
  .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
  .map((pair) => ({ predecessor_urn: pair.from, successor_urn: pair.to, link_date: pair.on })));
write('partnership_members.csv', buildPartnershipMembers(sources, establishments));

const NEWER_AUTHORITIES: readonly (readonly [string, string])[] = [
  ['838', 'Dorset'], ['839', 'Bournemouth, Christchurch and Poole'], ['940', 'North Northamptonshire'],
  ['941', 'West Northamptonshire'], ['942', 'Cumberland'], ['943', 'Westmorland and Furness'],
];
const REPLACED: Readonly<Record<string, string>> = { '909': '2023-03-31', '928': '2021-03-31' };
const register = sources.authorities.map((row) => ({
  code: row['Local Authority GIAS ID'] ?? '', name: (row['Local Authority Name'] ?? '').trim(),
  last_on: REPLACED[row['Local Authority GIAS ID'] ?? ''] ?? '', source: 'register 2020-21',
}));
const added = NEWER_AUTHORITIES.filter(([code]) => !register.some((row) => row.code === code))
  .map(([code, name]) => ({ code, name, last_on: '', source: 'added: newer than the register' }));
write('local_authorities.csv', [...register, ...added].sort((a, b) => a.code.localeCompare(b.code)));

copy(['calendars', 'bank-holidays_2012-2028.json'], 'bank-holidays.json');

for (const file of readdirSync(join(folder, 'seed-tables')).sort()) copy(['seed-tables', file], `published/${file}`);
