import { closedMonthsOf } from '@/lib/charges/queries/closed-months';
import type { ClosedMonthView } from '@/lib/charges/types';
import { lastDayOf } from '@/lib/charges/rules/months';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { lastTerm } from './last-term';

/** What a partnership reads as at the last close: its charged months, and the last term's exclusions of its schools. */
export interface PartnershipCloses {
  readonly months: readonly ClosedMonthView[];
  readonly term: { readonly label: string; readonly recorded: number } | null;
}

/** The closed months of one partnership. Whoever calls it has looked at who asks. */
export async function partnershipCloses(tx: ReadTx, { id, slug }: { readonly id: string; readonly slug: string }): Promise<PartnershipCloses> {
  const months = await closedMonthsOf(tx, id);
  const last = months[0];
  const term = last ? await lastTerm(tx, lastDayOf(last.month)) : null;
  const own = term?.groups.find((group) => group.key === slug);
  return { months, term: term && own ? { label: term.term, recorded: own.count } : null };
}
