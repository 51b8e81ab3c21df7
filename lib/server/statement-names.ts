import { createHash } from 'node:crypto';

/**
 * Names for statements, so that a connection parses and plans each once and not at every call. Row-level security
 * makes planning the greater part of a small statement.
 *
 * Only the first `most` different texts get a name: a statement stays prepared as long as its connection, and a query
 * whose text depends on the length of a list has many texts. The others get the empty name, which is none.
 */
export function statementNames(most: number): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return '';
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}
