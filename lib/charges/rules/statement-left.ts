import { pence, type Pence } from '@/lib/core/pence';
import type { StatementView } from '../types';

/** What a statement comes to without the lines that were withdrawn after a query, in pence. */
export function leftOf({ total, withdrawn }: Pick<StatementView, 'total' | 'withdrawn'>): Pence {
  return pence(total - withdrawn);
}

/** Both, as a statement's page shows them. */
export function leftOfStatement(statement: StatementView): { readonly amount: Pence; readonly tenths: number } {
  return { amount: leftOf(statement), tenths: tenthsLeftOf(statement) };
}

/** Tenths of a place-day of a statement without the placements whose lines were withdrawn. */
export function tenthsLeftOf({ tenths, groups }: Pick<StatementView, 'tenths' | 'groups'>): number {
  return groups.filter((group) => group.state === 'withdrawn').reduce((left, group) => left - group.tenths, tenths);
}
