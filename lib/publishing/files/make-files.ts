import type { PublicReport, ReportFormat } from '../types';
import { csvFile } from './csv-file';
import { odsFile } from './ods-file';
import { pdfFile } from './pdf-file';
import { xlsxFile } from './xlsx-file';

export interface ReportFile {
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

/** Every file of a report, made once when it is published. */
export async function makeFiles(report: PublicReport): Promise<ReportFile[]> {
  return [
    { format: 'csv', bytes: csvFile(report) }, { format: 'xlsx', bytes: await xlsxFile(report) }, { format: 'ods', bytes: odsFile(report) }, { format: 'pdf', bytes: await pdfFile(report) },
  ];
}
