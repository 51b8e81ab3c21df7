import type { Month } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import type { AuthorityReport } from '../types';
import { authorityReport } from './authority-report';

/** The Forum's figures as at the end of the last closed month; as at today where none is closed. */
export async function forumPage(tx: ReadTx): Promise<{ readonly report: AuthorityReport; readonly month: Month | null }> {
  const closed = (await loadPeriods(tx)).filter((period) => period.closed_at !== null).at(-1);
  return { report: await authorityReport(closed ? { ...tx, today: closed.last_on } : tx), month: closed?.month ?? null };
}
