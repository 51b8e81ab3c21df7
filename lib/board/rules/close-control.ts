import type { Leak } from '@/lib/publishing/rules/disclosure/explain';
import type { Quantity } from '@/lib/publishing/rules/disclosure/figures';
import type { LinearSolver } from '@/lib/publishing/rules/disclosure/program';
import { protectReport } from '@/lib/publishing/rules/disclosure/protect';
import type { PublishedReport, ReportDraft } from '@/lib/publishing/rules/disclosure/report';
import { figuresIn } from '@/lib/publishing/rules/disclosure/shown-cells';
import type { CloseDraft } from './close-draft';

export type ControlledClose =
  | { readonly kind: 'controlled'; readonly published: PublishedReport; readonly draft: ReportDraft; /** What each shown table is for, in their order. */ readonly ids: readonly string[] }
  | { readonly kind: 'refused'; readonly leaks: readonly Leak[] };

/**
 * A closed month's tables after the control of published reports, together with all that was published or frozen before.
 * A table that gives something away although figures are left out of it is not shown at all. Refused only where what was
 * published before gives something away by itself.
 */
export function controlledClose({ report, ids }: CloseDraft, earlier: readonly PublishedReport[], earlierValues: readonly Quantity[], solver: LinearSolver): ControlledClose {
  let draft = { draft: report, ids };
  for (;;) {
    const result = protectReport({ draft: draft.draft, earlier, earlierValues }, solver);
    if (result.kind === 'protected') return { kind: 'controlled', published: result.published, draft: draft.draft, ids: draft.ids };
    const next = withoutTelling(draft.draft, draft.ids, result.leaks);
    if (next.ids.length === draft.ids.length) return { kind: 'refused', leaks: result.leaks };
    draft = next;
  }
}

/** Without the tables that show a figure given away, or one that stands in a relation with it. */
function withoutTelling(draft: ReportDraft, ids: readonly string[], leaks: readonly Leak[]): { readonly draft: ReportDraft; readonly ids: readonly string[] } {
  const given = new Set(leaks.map((leak) => leak.key));
  const near = new Set([...given, ...draft.relations.filter((one) => one.terms.some((term) => given.has(term.key))).flatMap((one) => one.terms.map((term) => term.key))]);
  const tells = (keys: ReadonlySet<string>): boolean[] => draft.tables.map((table) => table.rows.some((row) => row.cells.some((cell) => figuresIn(cell).some((key) => keys.has(key)))));
  const own = tells(given);
  const drop = own.some(Boolean) ? own : tells(near);
  // Nothing near it is shown: the tables go one after another, the last first.
  const gone = drop.some(Boolean) ? drop : draft.tables.map((_table, index) => index === draft.tables.length - 1);
  const stays = (_one: unknown, index: number): boolean => gone[index] !== true;
  // Without its table a breakdown says nothing.
  return { draft: { ...draft, tables: draft.tables.filter(stays) }, ids: ids.filter(stays) };
}
