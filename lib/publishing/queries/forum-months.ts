import { monthInWords, type Month } from '@/lib/charges/rules/months';
import { loadPeriods } from '@/lib/charges/store';
import type { ReadTx } from '@/lib/server/unit-of-work';
import { mayReport } from '../policy';
import { loadReportVersions } from '../report-store';

export interface ForumMonth {
  readonly month: Month;
  readonly title: string;
  /** `Version 1 published, correction drafted by Ruth Adeyemi`. */
  readonly words: string;
  readonly latestPublished: number | null;
}

/** Every closed month with where its report stands, newest first. Null for who may not draw reports up. */
export async function forumMonths(tx: ReadTx): Promise<ForumMonth[] | null> {
  if (!mayReport(tx.actor)) return null;
  const versions = await loadReportVersions(tx);
  return (await loadPeriods(tx)).filter((period) => period.closed_at !== null).reverse().map(({ month }) => {
    const own = versions.filter((one) => one.month === month);
    const latest = own.filter((one) => one.state === 'published').map((one) => one.number).sort((a, b) => a - b).at(-1) ?? null;
    const open = own.find((one) => one.state !== 'published');
    const words = [
      ...(latest === null ? [] : [`Version ${latest} published`]),
      ...(open ? [open.state === 'signed' ? `version ${open.number} signed off by ${open.signed_by_name ?? ''}, not published yet` : `version ${open.number} drafted, last changed by ${open.drafted_by_name}`] : []),
    ].join('; ');
    return { month, title: monthInWords(month), words: words === '' ? 'No report yet' : words.charAt(0).toUpperCase() + words.slice(1), latestPublished: latest };
  });
}
