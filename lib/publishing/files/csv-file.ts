import { stringify } from 'csv-stringify/sync';
import type { PublicReport } from '../types';
import { tidyRows } from '../rules/forum/report-rows';
import { textCell } from '../rules/forum/text-cell';

/** The figures of a report as CSV in UTF-8 with a byte order mark, so that spreadsheets read pound signs and dashes. */
export function csvFile(report: PublicReport): Uint8Array {
  const rows = tidyRows(report).map((row) => row.map((cell) => (cell.kind === 'number' ? cell.value : textCell(cell.text))));
  return new TextEncoder().encode(stringify(rows, { bom: true, record_delimiter: 'windows' }));
}
