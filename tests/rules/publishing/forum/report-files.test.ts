/** The files of a published report, each read back by another program than the one that wrote it. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFiles } from '@/lib/publishing/files/make-files';
import type { ReportFormat } from '@/lib/publishing/types';
import { PUBLIC_REPORT as report } from '@/tests/support/public-report';
import { readTaggedPdf, type TaggedElement } from '@/tests/support/tagged-pdf';

let files: Readonly<Record<ReportFormat, Uint8Array>>;
const tables = report.sections.flatMap((section) => section.tables);
/** A text of a spreadsheet as it must be read: never a formula. */
const asText = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
/** Each table's rows below its headings. */
const expected = tables.map((table) => table.rows.map((row) => [asText(row.title), ...row.cells.map((cell) => (cell.value === null ? cell.shown : Number(cell.value)))]));

beforeAll(async () => {
  files = Object.fromEntries((await makeFiles(report)).map((file) => [file.format, file.bytes])) as Record<ReportFormat, Uint8Array>;
}, 120_000);

describe('the CSV', () => {
  const rows = (): string[][] => parse(Buffer.from(files.csv), { bom: true });

  it('has every cell of every table, numbers as numbers and marks as marks', () => {
    const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell, at) => [table.title, asText(row.title), table.columns[at]?.title, cell.value ?? cell.shown])));
    expect(rows()[0]).toEqual(['Report', 'Table', 'Row', 'Column', 'Unit', 'Value']);
    expect(rows().slice(1).map(([, table, row, column, , value]) => [table, row, column, value])).toEqual(cells);
    expect(cells.length).toBeGreaterThan(250);
  });

  it('marks a text that a spreadsheet would take for a formula, and no number', () => {
    const all = rows().flat();
    expect(all).toContain('\'=HYPERLINK("x") line');
    expect(all).toContain('-1234567.89');
    expect(all.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(all.filter((cell) => /^'-?\d/.test(cell))).toEqual([]);
  });
});

describe('the workbook', () => {
  it('is read back with every number equal', async () => {
    const sheets = await readExcelFile(Buffer.from(files.xlsx));
    expect(sheets.map((one) => one.sheet)).toEqual(['About', '1 spend', '2 places']);
    expect(sheets.slice(1).map((one) => one.data.slice(2))).toEqual(expected);
    const about = sheets[0]?.data.flat() ?? [];
    expect(about).toContain("'=1+1");
    expect(about).toContain("'@somebody");
    expect(about).toContain('Correction: +1 place was counted twice');
  });

  it('is a whole package: every part is named by its type and its relation', () => {
    const parts = unzipSync(files.xlsx);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', ...[1, 2, 3].map((number) => `xl/worksheets/sheet${number}.xml`)]) {
      expect(Object.keys(parts)).toContain(name);
      expect(types).toContain(`PartName="/${name}"`);
      if (name !== 'xl/workbook.xml') expect(relations).toContain(`Target="${name.slice(3)}"`);
    }
    expect(strFromU8(parts['_rels/.rels'] ?? new Uint8Array())).toContain('xl/workbook.xml');
    expect(Object.values(parts).some((part) => strFromU8(part).includes('<f>'))).toBe(false);
  });
});

describe('the OpenDocument spreadsheet', () => {
  it('is read back with every number equal', async () => {
    const { sheets } = await readOds(files.ods);
    expect(sheets.map((one) => one.name)).toEqual(['About', '1 spend', '2 places']);
    expect(sheets.slice(1).map((one) => one.rows.slice(2).filter((row) => row.length > 0))).toEqual(expected);
    expect(sheets[0]?.rows.flat()).toContain("'=1+1");
    expect(sheets[0]?.rows.flat()).toContain("'-5 \u2019quoted\u2019 & <b>bold</b> \u00a320 \u2212 10");
  });

  it('begins with its media type, not packed, and lists its parts', () => {
    const file = Buffer.from(files.ods);
    const type = 'application/vnd.oasis.opendocument.spreadsheet';
    // The first local header: signature, method 0 (stored), no extra field, name, then the bytes themselves.
    expect([file.readUInt32LE(0), file.readUInt16LE(8), file.readUInt16LE(28)]).toEqual([0x04034b50, 0, 0]);
    expect(file.subarray(30, 38 + type.length).toString('latin1')).toBe(`mimetype${type}`);
    const parts = unzipSync(files.ods);
    const manifest = strFromU8(parts['META-INF/manifest.xml'] ?? new Uint8Array());
    expect([...manifest.matchAll(/full-path="([^"]+)"/g)].map(([, path]) => path)).toEqual(['/', 'content.xml', 'styles.xml', 'meta.xml']);
    expect(Object.keys(parts)).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml']);
    expect(strFromU8(parts['content.xml'] ?? new Uint8Array())).not.toContain('table:formula');
  });
});

describe('the PDF', () => {
  const below = (element: TaggedElement, type: string): TaggedElement[] => [...(element.type === type ? [element] : []), ...element.children.flatMap((child) => below(child, type))];

  it('says its language and title, is marked and claims PDF/UA', () => {
    const pdf = readTaggedPdf(files.pdf);
    expect(pdf).toMatchObject({ language: 'en-GB', isMarked: true, showsTitle: true, claimsUa: true, outline: 3 });
    expect(pdf.pages).toBeGreaterThan(1);
    expect(pdf.roots.map((one) => one.type)).toEqual(['Document']);
  });

  it('has its headings in order, and every paragraph', () => {
    const [root] = readTaggedPdf(files.pdf).roots;
    if (!root) throw new Error('No structure tree');
    expect(root.children.filter((one) => /^H\d$/.test(one.type)).map((one) => [one.type, one.text])).toEqual([
      ['H1', 'Monthly spend report to the Schools Forum'], ['H2', '1. Background'], ['H2', '2. Spend by line'], ['H2', '3. Places and pupils'],
    ]);
    const paragraphs = root.children.filter((one) => one.type === 'P').map((one) => one.text);
    for (const text of report.sections.flatMap((section) => section.paragraphs)) expect(paragraphs).toContain(text);
    expect(paragraphs).toContain('Meeting: =1+1');
  });

  it('has every table as a table: caption, headers with their scope, and each cell as it is shown', () => {
    const [root] = readTaggedPdf(files.pdf).roots;
    if (!root) throw new Error('No structure tree');
    const found = below(root, 'Table').map((table) => {
      const [head, ...rows] = below(table, 'TR');
      return {
        caption: below(table, 'Caption').map((one) => one.text), head: head?.children.map((one) => [one.type, one.scope, one.text]),
        rows: rows.map((row) => row.children.map((one) => [one.type, one.scope, one.text])),
      };
    });
    expect(found).toEqual(tables.map((table) => ({
      caption: [table.title], head: [table.rowHeading, ...table.columns.map((column) => column.title)].map((title) => ['TH', 'Column', title]),
      rows: table.rows.map((row) => [['TH', 'Row', row.title], ...row.cells.map((cell) => ['TD', null, cell.shown])]),
    })));
  });
});

it('the same report gives the same CSV and ODS bytes', async () => {
  const again = await makeFiles(report);
  for (const format of ['csv', 'ods'] as const) expect(again.find((file) => file.format === format)?.bytes).toEqual(files[format]);
});
