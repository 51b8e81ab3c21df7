import { type EffectFacts, Effects } from '@/components/placing/effects';
import { Notice } from '@/components/ui/notice';
import type { CalendarDate } from '@/lib/core/calendar-date';
import { ReversedList } from './reversed-list';

interface ReversalCheckProps {
  kind: 'reinstated' | 'cancelled';
  firstName: string;
  placements: readonly { readonly id: string; readonly reference: string; readonly site_name: string; readonly state: string }[];
  interimRuns: boolean;
  /** Quota and charge that fall away with the places. */
  reversal: { readonly endsPlaces: boolean; readonly effects: readonly EffectFacts[] };
  today: CalendarDate;
  /** Address of the authority: "/rotherham". */
  base: string;
}

/** All that a reinstatement or a cancelled exclusion ends, before it is confirmed. */
export function ReversalCheck({ kind, reversal, base, ...about }: ReversalCheckProps) {
  return (
    <div className="fp-part">
      <ReversedList title={kind === 'reinstated' ? 'What ends when the pupil is reinstated' : 'What ends when the exclusion is cancelled'} {...about} />
      <h2>What this changes</h2>
      {reversal.endsPlaces ? <Effects effects={reversal.effects} today={about.today} base={base} /> : <p>No place is held for this exclusion, so no quota and no charge changes.</p>}
      <div className="fp-part"><Notice kind="warning" title="This cannot be undone">If it is recorded by mistake, a new exclusion would have to be recorded and a place proposed again.</Notice></div>
    </div>
  );
}
