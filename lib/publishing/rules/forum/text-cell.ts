/** A text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers are not texts and stay as they are. */
export function textCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
