import type { ReactNode } from 'react';
import { Flow } from '@/components/reports/flow';
import { EmptyState } from '@/components/ui/empty-state';
import type { CalendarDate } from '@/lib/core/calendar-date';
import type { DashboardShown } from './dashboard-types';
import { type ComparisonShown, ExclusionsCompared } from './exclusions-compared';
import { OverQuota } from './over-quota';
import { PupilCounts } from './pupil-counts';
import { QuotaNow } from './quota-now';
import { QuotaWarning } from './warning';
import { YearChart } from './year-chart';

interface DashboardProps {
  dashboard: DashboardShown;
  comparison: ComparisonShown | null;
  /** The reader's own school, where there is one. */
  schoolName: string | null;
  /** Below the first lines: the school's own pupils. */
  ownPupils?: ReactNode;
  dayHref?: (on: CalendarDate) => string;
  /** As at the last close: {@link ClosedMonths}. */
  closedMonths: ReactNode;
}

/** A partnership's year, the answer first: quota, warning, own pupils, money, use by day, exclusions. */
export function PartnershipDashboard({ dashboard, comparison, schoolName, ownPupils, dayHref, closedMonths }: DashboardProps) {
  return (
    <Flow>
      <h2 id="quota">Quota of {dashboard.name}</h2>
      <QuotaNow dashboard={dashboard} dayHref={dayHref?.(dashboard.on)} />
      {dashboard.warning ? <QuotaWarning name={dashboard.name} warning={dashboard.warning} today={dashboard.today} /> : null}
      {ownPupils}
      <h2 id="counts">{schoolName ? 'The partnership in counts' : 'Pupils in counts'}</h2>
      <PupilCounts dashboard={dashboard} schoolName={schoolName} />
      <h2 id="over">Over quota and what it would cost</h2>
      <OverQuota dashboard={dashboard} />
      <h2 id="closed">Closed months</h2>
      {closedMonths}
      <h2 id="year">Use through the year</h2>
      <YearChart dashboard={dashboard} dayHref={dayHref} />
      <h2 id="exclusions">Permanent exclusions</h2>
      {comparison ? <ExclusionsCompared comparison={comparison} /> : (
        <EmptyState title="Exclusions this year against last year">No calendar of the authority covers today, so the same point of last year is not known. An administrator can add one.</EmptyState>
      )}
    </Flow>
  );
}
