/** A cell that a spreadsheet would run as a formula; an export puts an apostrophe before it (and before one that has some already). */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A value as one cell of a CSV file: formulas escaped with a leading apostrophe, quotation marks where needed. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a CSV file with CR LF, as spreadsheets write them, and a byte order mark so that Excel reads accents. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A cell as it is meant: without spaces around it, and without the apostrophe that {@link csvCell} put before a formula. */
export function asImported(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
