import 'server-only';
import type { KeptSource, ReadTx } from './tx';

interface Shelf {
  readonly stamp: string;
  readonly values: Map<KeptSource<unknown>, unknown>;
}

/** One shelf an authority, by the client whose database it was read from. */
const shelves = new WeakMap<object, Map<string, Shelf>>();

function shelfFor(client: object, authorityId: string, stamp: string): Shelf['values'] {
  const all = shelves.get(client) ?? new Map<string, Shelf>();
  shelves.set(client, all);
  const standing = all.get(authorityId);
  if (standing?.stamp === stamp) return standing.values;
  const values: Shelf['values'] = new Map();
  all.set(authorityId, { stamp, values });
  return values;
}

/** The kept facts as one unit of work sees them. */
export interface FactsOfUnit {
  get<T>(source: KeptSource<T>): Promise<T>;
  /** After a lock or a write the authority's number is read again. */
  forget(): void;
}

/**
 * `readStamp` gives the authority's number as the unit sees it at that moment; `first` is the number when the unit begins, if known. A value is kept only when the number
 * was the same before and after it was read, so that no value mixes two states.
 */
export function factsOfUnit(client: object, tx: ReadTx, readStamp: () => Promise<string>, first: string | null = null): FactsOfUnit {
  let stamp: Promise<string> | null = first === null ? null : Promise.resolve(first);
  return {
    forget: () => {
      stamp = null;
    },
    get: async <T>(source: KeptSource<T>): Promise<T> => {
      const before = await (stamp ??= readStamp());
      const kept = shelfFor(client, tx.authorityId, before);
      if (kept.has(source)) return kept.get(source) as T;
      const value = await source.load(tx);
      stamp = readStamp();
      if ((await stamp) === before) shelfFor(client, tx.authorityId, before).set(source, value);
      return value;
    },
  };
}
