/** The files of a report opened by LibreOffice, where it is installed; elsewhere these are reported as skipped. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFiles } from '@/lib/publishing/files/make-files';
import { PUBLIC_REPORT as report } from '@/tests/support/public-report';

const PROGRAM = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
/** All sheets, each into a file of its own; commas, UTF-8, values as they are shown. */
const ALL_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const tables = report.sections.flatMap((section) => section.tables);
/** Numbers and marks of every table, in order. */
const expected = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => (cell.value === null ? cell.shown : String(Number(cell.value))))));
const plain = (text: string): string => (/^-?[\d,.]+$/.test(text) ? String(Number(text.replaceAll(',', ''))) : text);

describe.skipIf(PROGRAM === null)('LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairplace-office-'));
    for (const { format, bytes } of await makeFiles(report)) if (format !== 'pdf') writeFileSync(join(folder, `report.${format}`), bytes);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(from: string, to: string): string[] {
    const out = join(folder, `from-${from}`);
    execFileSync(PROGRAM ?? '', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', to, '--outdir', out, join(folder, `report.${from}`)], { timeout: 110_000, stdio: 'ignore' });
    return readdirSync(out).sort().map((name) => readFileSync(join(out, name), 'utf8'));
  }

  it.each(['xlsx', 'ods'])('opens the %s with every number equal', (format) => {
    const sheets = convert(format, ALL_SHEETS).map((text) => parse(text, { relax_column_count: true }) as string[][]);
    const own = tables.flatMap((table) => {
      const sheet = sheets.find((rows) => rows[0]?.[0] === table.title);
      if (!sheet) throw new Error(`No sheet of "${table.title}"`);
      return sheet.slice(2, 2 + table.rows.length).flatMap((row) => row.slice(1, 1 + table.columns.length).map(plain));
    });
    expect(own).toEqual(expected);
  }, 120_000);

  it('opens the CSV with every number equal', () => {
    const [text = ''] = convert('csv', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
    expect((parse(text, { from: 2 }) as string[][]).map((row) => plain(row[5] ?? ''))).toEqual(expected);
  }, 120_000);
});
