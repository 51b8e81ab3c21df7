import { QuotaBar } from '@/components/places/quota-bar';
import { Prose } from '@/components/ui/prose';
import { tenthsWords } from '@/components/ui/tenths-words';
import type { DashboardShown } from './dashboard-types';

interface QuotaNowProps {
  dashboard: DashboardShown;
  /** Where the figure opens to what is behind it, for those with the right. */
  dayHref?: string;
}

/** The first line of the dashboard: the bar, the sentence, and what is withheld or awaited. */
export function QuotaNow({ dashboard, dayHref }: QuotaNowProps) {
  const { withheld, unbound, awaitedTenths } = dashboard;
  if (!withheld && unbound.length === 0 && awaitedTenths === 0) return <QuotaBar quota={dashboard.quota} href={dayHref} />;
  return (
    <QuotaBar quota={dashboard.quota} href={dayHref}>
      <Prose>
        {withheld ? <p>{withheld}</p> : null}
        {unbound.length > 0 ? (
          <p>
            {unbound.join(' and ')} {unbound.length === 1 ? 'has' : 'have'} no binding agreement in force, so {unbound.length === 1 ? 'its' : 'their'} pupils do not count to the quota.
          </p>
        ) : null}
        {awaitedTenths > 0 ? <p>{tenthsWords(awaitedTenths)} more {awaitedTenths === 10 ? 'place is' : 'places are'} held for pupils who have not started yet.</p> : null}
      </Prose>
    </QuotaBar>
  );
}
