/**
 * React's stream of a page: numbered rows that refer to one another. Which part is a row of its own, and in what
 * order rows come, depends on sizes and on timing, so two equal pages may be written differently. Here the parts are
 * put back where they are used.
 */
const PUSHED = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g;

/** The stream out of a page's HTML, or the body itself when it is a stream (the answer to a script). */
function streamOf(body: string): string {
  const pushed = [...body.matchAll(PUSHED)].map(([, text = '""']) => JSON.parse(text) as string);
  return pushed.length > 0 ? pushed.join('') : body;
}

interface Rows {
  readonly byId: Map<string, string>;
  /** What the browser may load ahead; these rows have no number. */
  readonly hints: string[];
}

function rowsOf(stream: string): Rows {
  const rows: Rows = { byId: new Map(), hints: [] };
  let at = 0;
  while (at < stream.length) {
    const text = /^([0-9a-f]+):T([0-9a-f]+),/.exec(stream.slice(at, at + 40));
    if (text) {
      // A text row has a length in bytes and no end of line.
      const from = at + text[0].length;
      const content = Buffer.from(stream.slice(from)).subarray(0, Number.parseInt(text[2] ?? '0', 16)).toString();
      rows.byId.set(text[1] ?? '', JSON.stringify(content));
      at = from + content.length;
      continue;
    }
    const end = stream.indexOf('\n', at);
    const line = stream.slice(at, end === -1 ? stream.length : end);
    at = end === -1 ? stream.length : end + 1;
    const [, id = '', content = ''] = /^([0-9a-f]*):([\s\S]*)$/.exec(line) ?? [];
    if (id === '') rows.hints.push(content);
    else rows.byId.set(id, content);
  }
  return rows;
}

const REFERENCE = /^\$[A-Za-z@]?([0-9a-f]+)$/;

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    // A letter before what it says. Of a module only its number and the name of what is taken from it.
    const taken: unknown = row.startsWith('I[') ? JSON.parse(row.slice(1)) : null;
    return Array.isArray(taken) ? ['module', taken[0], taken[2]] : row;
  }
}

function inlined(value: unknown, rows: Rows, within: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, rows, within));
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inlined(one, rows, within)]));
  const id = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
  const row = id === undefined ? undefined : rows.byId.get(id);
  if (id === undefined || row === undefined) return value;
  return within.includes(id) ? 'within itself' : inlined(parsed(row), rows, [...within, id]);
}

/** One text for a body, the same for two bodies that show the same: its HTML without scripts, then its stream put together. */
export function put(body: string): string {
  const rows = rowsOf(streamOf(body));
  const html = body.startsWith('<') ? body.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '') : '';
  if (!rows.byId.has('0')) return html === '' ? body : html;
  return [html, JSON.stringify(inlined(parsed(rows.byId.get('0') ?? ''), rows, ['0'])), ...rows.hints.sort()].join('\n');
}
