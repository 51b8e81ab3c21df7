import type { Tone } from '@/components/ui/tone-shape';
import type { GroupState, GroupView, MonthState } from '@/lib/charges/types';

interface Said { readonly tone: Tone; readonly words: string }

const GROUPS: Readonly<Record<GroupState, Said>> = {
  draft: { tone: 'info', words: 'Draft' },
  queried: { tone: 'due', words: 'Queried' },
  withdrawn: { tone: 'quiet', words: 'Withdrawn after a query' },
  waiting: { tone: 'due', words: 'Not posted: a query waits' },
  posted: { tone: 'fine', words: 'Posted' },
};

/** Where a placement's lines stand; one without an amount has nothing to post. */
export function groupStateWords({ state, days }: Pick<GroupView, 'state' | 'days'>): Said {
  const charged = days.some((day) => day.kind !== 'zero');
  return charged || state === 'queried' || state === 'waiting' ? GROUPS[state] : { tone: 'quiet', words: 'Not charged' };
}

export const MONTH_TONES: Readonly<Record<MonthState, Tone>> = { not_drafted: 'due', draft: 'info', posted: 'fine', closed: 'quiet' };

/** `60 place-days`, `0.5 place-days`, `1 place-day`. */
export function placeDays(tenths: number): string {
  const days = (tenths / 10).toLocaleString('en-GB', { maximumFractionDigits: 1 }).replace('-', '\u2212');
  return `${days} ${tenths === 10 ? 'place-day' : 'place-days'}`;
}
