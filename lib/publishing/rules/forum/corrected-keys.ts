import { correctedKey, type Quantity } from '../disclosure/figures';
import type { Relation } from '../disclosure/relations';
import type { DraftCell, ReportDraft } from '../disclosure/report';

/**
 * The draft with a key of its own for each figure whose value is another than a published report's under the same key:
 * a late fact, or a correction. One whose value was published before under such a key keeps that key.
 */
export function withCorrectedKeys(draft: ReportDraft, published: readonly Quantity[]): ReportDraft {
  const values = new Map(published.map((one) => [one.key, one.value]));
  const renamed = new Map<string, string>();
  for (const { key, value } of draft.quantities) {
    let own = key;
    for (let correction = 1; values.has(own) && values.get(own) !== value; correction += 1) own = correctedKey(key, correction);
    renamed.set(key, own);
  }
  const now = (key: string): string => renamed.get(key) ?? key;
  const relation = (one: Relation): Relation => ({
    ...one, terms: one.terms.map((term) => ({ ...term, key: now(term.key) })), ...(one.total === undefined ? {} : { total: now(one.total) }),
  });
  return {
    ...draft,
    quantities: draft.quantities.map((one) => ({ ...one, key: now(one.key) })),
    relations: draft.relations.map(relation),
    tables: draft.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => renamedCell(cell, now)) })) })),
    ...(draft.breakdowns ? { breakdowns: draft.breakdowns.map((one) => ({ ...one, total: now(one.total), parts: one.parts.map(now) })) } : {}),
  };
}

function renamedCell(cell: DraftCell, now: (key: string) => string): DraftCell {
  switch (cell.kind) {
    case 'figure':
    case 'rounded': return { ...cell, key: now(cell.key) };
    case 'ratio': return { ...cell, numerator: now(cell.numerator), denominator: now(cell.denominator) };
    case 'rests': return { ...cell, on: cell.on.map(now) };
    case 'text': return cell;
  }
}
