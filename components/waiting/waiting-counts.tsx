import { KeyFigure, KeyFigures } from '@/components/ui/key-figure';
import type { Tone } from '@/components/ui/tone-shape';
import { addressWith } from './address';

export type CountedGroup = 'overdue' | 'due_today' | 'this_week' | 'later' | 'no_clock';

const GROUPS: readonly { readonly due: CountedGroup; readonly words: string; readonly tone?: Tone }[] = [
  { due: 'overdue', words: 'overdue', tone: 'late' }, { due: 'due_today', words: 'due today', tone: 'due' },
  { due: 'this_week', words: 'due later this week' }, { due: 'later', words: 'due after this week' }, { due: 'no_clock', words: 'without a legal clock' },
];

export function groupWords(due: CountedGroup): string {
  return GROUPS.find((one) => one.due === due)?.words ?? '';
}

interface WaitingCountsProps {
  path: string;
  counts: Readonly<Record<CountedGroup, number>>;
}

/** How many pupils stand in each group by the legal due date; each count opens to its pupils. */
export function WaitingCounts({ path, counts }: WaitingCountsProps) {
  return (
    <KeyFigures label="Pupils waiting by due date">
      {GROUPS.map(({ due, words, tone }) => (
        <KeyFigure
          key={due}
          value={String(counts[due])}
          label={words}
          href={counts[due] > 0 ? addressWith(path, { due }) : undefined}
          tone={counts[due] > 0 ? tone : undefined}
        />
      ))}
    </KeyFigures>
  );
}
