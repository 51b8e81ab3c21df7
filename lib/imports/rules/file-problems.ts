import type { RowProblem } from '../types';

/** Largest file and most rows that one import takes, so that it ends within one transaction; an authority has some hundreds of open placements. */
export const MOST_BYTES = 2_000_000;
export const MOST_ROWS = 1_000;

/** Why a file could not be taken at all, before any row is read. */
export const UPLOAD_PROBLEMS = {
  no_file: 'Choose a file to check',
  empty: 'The file is empty. Choose the file that has the rows',
  too_large: `The file is larger than 2 MB. An import takes at most 2 MB and ${MOST_ROWS.toLocaleString('en-GB')} rows: split the file into parts`,
  workbook: 'This is a spreadsheet workbook, not a CSV file. In the spreadsheet choose Save as, then CSV UTF-8 (comma delimited)',
  not_text: 'This file is not text, so it is no CSV file. In the spreadsheet choose Save as, then CSV UTF-8 (comma delimited)',
  utf16: 'This is a Unicode text file (UTF-16). In the spreadsheet choose Save as, then CSV UTF-8 (comma delimited)',
  kind: 'Choose what the file holds',
  form: 'The form did not arrive whole. Choose the file again and send it',
} as const;

export type UploadProblem = keyof typeof UPLOAD_PROBLEMS;

/** A problem of the file as a whole, shown like the problem of a row. */
export function fileProblem(row: number, problem: string, toDo: string): RowProblem {
  return { row, column: '', value: '', problem, toDo };
}
