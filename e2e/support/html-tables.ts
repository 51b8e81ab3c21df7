/** The tables of a page's HTML by caption: the text of each cell, headings first. */
export interface HtmlTable {
  readonly caption: string;
  readonly headings: readonly string[];
  /** Each row's cells, that of its name first; a foot is the last row. */
  readonly rows: readonly (readonly string[])[];
  /** The HTML of the table itself. */
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };

/** The words of a piece of HTML. */
export function textOf(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, ' ').replace(/&(#x27|#39|amp|quot|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '').replace(/\s+/g, ' ').trim();
}

export function tablesOf(html: string): HtmlTable[] {
  return [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([table]) => ({
    caption: textOf(/<caption\b[\s\S]*?<\/caption>/.exec(table)?.[0] ?? ''), html: table,
    headings: [...(/<thead\b[\s\S]*?<\/thead>/.exec(table)?.[0] ?? '').matchAll(/<th\b[\s\S]*?<\/th>/g)].map(([cell]) => textOf(cell)),
    rows: [...table.replace(/<thead\b[\s\S]*?<\/thead>/, '').matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => [...row.matchAll(/<t[hd]\b[\s\S]*?<\/t[hd]>/g)].map(([cell]) => textOf(cell))),
  }));
}

/**
 * The table with this caption.
 * @throws Error naming the captions that are there
 */
export function tableOf(html: string, caption: string | RegExp): HtmlTable {
  const tables = tablesOf(html);
  const found = tables.find((table) => (typeof caption === 'string' ? table.caption === caption : caption.test(table.caption)));
  if (!found) throw new Error(`No table "${String(caption)}"; there are: ${tables.map((table) => table.caption).join(' | ') || 'none'}`);
  return found;
}

/**
 * The cell of a row, by the row's first words and the column's heading.
 * @throws Error where there is no such row or column
 */
export function cellOf(table: HtmlTable, row: string | RegExp, column: string): string {
  const at = table.headings.indexOf(column);
  const own = table.rows.find(([name = '']) => (typeof row === 'string' ? name === row : row.test(name)));
  const cell = own?.[at];
  if (at < 0 || cell === undefined) throw new Error(`No cell ${String(row)}, ${column} in "${table.caption}": ${table.headings.join(' | ')}; rows ${table.rows.map(([name]) => name).join(' | ')}`);
  return cell;
}

/** A number as people read it: pounds, commas, a real minus sign, and words after it. */
export function numberIn(text: string): number {
  const found = /[\u2212-]?\u00a3?[\d,]+(\.\d+)?/.exec(text);
  if (!found) throw new Error(`No number in "${text}"`);
  return Number(found[0].replace(/[\u00a3,]/g, '').replace('\u2212', '-'));
}
