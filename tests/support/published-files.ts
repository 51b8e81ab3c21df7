/** The cells of a published report as each of its files has them, read by other programs than those that wrote them. */
import { parse } from 'csv-parse/sync';
import { readOds } from 'hucre';
import readExcelFile from 'read-excel-file/node';
import type { PublicReport } from '@/lib/publishing/types';
import { readTaggedPdf, type TaggedElement } from './tagged-pdf';

/** Table, row and column to what stands there. */
export type FileCells = ReadonlyMap<string, string>;

export const cellName = (table: string, row: string, column: string): string => `${table} | ${row} | ${column}`;

export async function cellsOfFile(format: 'csv' | 'xlsx' | 'ods' | 'pdf' | 'json', bytes: Uint8Array): Promise<FileCells> {
  switch (format) {
    case 'csv': return new Map((parse(Buffer.from(bytes), { bom: true, from: 2 }) as string[][]).map(([, table = '', row = '', column = '', , value = '']) => [cellName(table, row, column), value]));
    case 'xlsx': return new Map((await readExcelFile(Buffer.from(bytes))).slice(1).flatMap((sheet) => sheetCells(sheet.data)));
    case 'ods': return new Map((await readOds(bytes)).sheets.slice(1).flatMap((sheet) => sheetCells(sheet.rows)));
    case 'pdf': return new Map(readTaggedPdf(bytes).roots.flatMap((root) => below(root, 'Table')).flatMap(pdfCells));
    case 'json': return new Map((JSON.parse(new TextDecoder().decode(bytes)) as PublicReport).sections.flatMap((section) => section.tables)
      .flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell, at): [string, string] => [cellName(table.title, row.title, table.columns[at]?.title ?? ''), cell.value ?? cell.shown]))));
  }
}

/** The title, the headings with their unit in brackets, then the rows. */
function sheetCells(rows: readonly (readonly unknown[])[]): [string, string][] {
  const [title, headings = []] = [String(rows[0]?.[0] ?? ''), rows[1]];
  return rows.slice(2).filter((row) => row.length > 0).flatMap(([name, ...cells]) => cells.map((cell, at): [string, string] => [cellName(title, String(name), String(headings[at + 1] ?? '').replace(/ \([^()]*\)$/, '')), String(cell)]));
}

function below(element: TaggedElement, type: string): TaggedElement[] {
  return [...(element.type === type ? [element] : []), ...element.children.flatMap((child) => below(child, type))];
}

function pdfCells(table: TaggedElement): [string, string][] {
  const [head, ...rows] = below(table, 'TR');
  const caption = below(table, 'Caption')[0]?.text ?? '';
  return rows.flatMap((row) => row.children.slice(1).map((cell, at): [string, string] => [cellName(caption, row.children[0]?.text ?? '', head?.children[at + 1]?.text ?? ''), cell.text]));
}
