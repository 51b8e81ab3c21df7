/** An event of a placement, as far as it tells whose act it was and on which part of a stay. */
export interface ActOnPart {
  readonly actId: string;
  readonly placementId: string;
  /** The placement that this one goes on from; null for one that goes on from none. */
  readonly continuesId: string | null;
}

/** An act as a timeline tells it once. */
export interface ActOnce<T> {
  /** The event of the earliest part that the act touched. */
  readonly event: T;
  /** Those of the parts that go on from it, nearest first. */
  readonly further: readonly T[];
}

/**
 * Events of placements with each act once: a changed share is two placements, one going on from the other, and what is
 * done to both in one act (accepted, cancelled, undone) was done once. Acts on placements that do not go on from each
 * other stay apart. The order given is kept; of an act it is that of its first event there.
 */
export function oneEntryAnAct<T>(events: readonly T[], partOf: (event: T) => ActOnPart): ActOnce<T>[] {
  const goesOnFrom = new Map(events.map((event) => {
    const { placementId, continuesId } = partOf(event);
    return [placementId, continuesId] as const;
  }));
  const acts = new Map<string, { readonly event: T; readonly depth: number }[]>();
  for (const event of events) {
    const { actId, placementId } = partOf(event);
    const { root, depth } = rootOf(placementId, goesOnFrom);
    const key = `${actId} ${root}`;
    acts.set(key, [...(acts.get(key) ?? []), { event, depth }]);
  }
  return [...acts.values()].flatMap((parts) => {
    const [first, ...further] = [...parts].sort((a, b) => a.depth - b.depth).map((one) => one.event);
    return first === undefined ? [] : [{ event: first, further }];
  });
}

/** The earliest placement known of a run, and how many come before this one. */
function rootOf(placementId: string, goesOnFrom: ReadonlyMap<string, string | null>): { readonly root: string; readonly depth: number } {
  let [root, depth] = [placementId, 0];
  for (let before = goesOnFrom.get(root); before && goesOnFrom.has(before); before = goesOnFrom.get(before)) [root, depth] = [before, depth + 1];
  return { root, depth };
}
