import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { PublicReport } from '../types';
import { type FileCell, sheetsOf } from '../rules/forum/report-rows';
import { textCell } from '../rules/forum/text-cell';

const FORMATS = { count: '#,##0', pounds: '£#,##0.00;-£#,##0.00', tenths: '0.0', percent: '0.0', words: '0' } as const;

/** The report as an Excel workbook: its words on the first sheet, then a sheet for each table. */
export async function xlsxFile(report: PublicReport): Promise<Uint8Array> {
  const sheets = sheetsOf(report).map(({ name, rows }, index) => ({
    sheet: name, data: rows.map((row): Row => row.map(cellOf)), columns: [{ width: index === 0 ? 100 : 40 }, ...Array.from({ length: 6 }, () => ({ width: 22 }))],
  }));
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer());
}

function cellOf(cell: FileCell): Cell {
  if (cell.kind === 'number') return { type: Number, value: Number(cell.value), format: FORMATS[cell.unit] };
  return { type: String, value: textCell(cell.text), wrap: true, ...(cell.isHeading ? { fontWeight: 'bold' } : {}) };
}
