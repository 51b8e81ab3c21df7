import { type Quantity } from '../disclosure/figures';
import { type Relation, sumOf } from '../disclosure/relations';
import type { DraftCell } from '../disclosure/report';

export const NOT_AVAILABLE: DraftCell = { kind: 'text', text: '[x]' };
export const DOES_NOT_APPLY: DraftCell = { kind: 'text', text: '[z]' };

/** Collects the figures of a report and how they hang together, while its tables are drawn up. */
export class FigureList {
  private readonly byKey = new Map<string, Quantity>();
  readonly relations: Relation[] = [];

  get quantities(): Quantity[] {
    return [...this.byKey.values()];
  }

  of(key: string): Quantity | undefined {
    return this.byKey.get(key);
  }

  /** Lists a figure and gives the cell that shows it. */
  add(one: Quantity): DraftCell {
    this.byKey.set(one.key, one);
    return { kind: 'figure', key: one.key };
  }

  relate(relation: Relation): void {
    this.relations.push(relation);
  }

  /** Lists the sum of figures that are listed, with how it comes about; [x] where none is. */
  addSum(key: string, words: string, parts: readonly string[], signed = false): DraftCell {
    const own = parts.flatMap((part) => this.byKey.get(part) ?? []);
    const [first] = own;
    if (!first) return NOT_AVAILABLE;
    const pupils = own.flatMap((part) => part.pupils ?? []);
    this.relate(sumOf(key, own.map((part) => part.key), `${words} is the sum of ${own.map((part) => part.words).join(', ')}`));
    return this.add({
      key, words, value: own.reduce((sum, part) => sum + part.value, 0), unit: first.unit,
      pupils: pupils.length === 0 ? null : Math.max(...pupils), ...(signed || own.some((part) => part.signed) ? { signed: true } : {}),
    });
  }
}
