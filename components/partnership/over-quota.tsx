import { MoneyLine, MoneyLines } from '@/components/ui/money-line';
import { Prose } from '@/components/ui/prose';
import { dateWords } from '@/components/ui/date-words';
import type { DashboardShown } from './dashboard-types';

/** Place-days over quota so far with what they would cost, who pays, and the year's end as planned. */
export function OverQuota({ dashboard }: { dashboard: DashboardShown }) {
  const { soFar, asPlanned, ifNobodyLeaves, payer, today } = dashboard;
  return (
    <>
      <Prose>
        <p>{dashboard.soFarWords}</p>
        <p>
          <strong>{payer.question}</strong> {payer.answer}
        </p>
      </Prose>
      <MoneyLines>
        <MoneyLine label={`Would cost so far, to ${dateWords(today)}`} amount={soFar.cost} working={soFar.working} />
        <MoneyLine label="Planned, not a charge: at the year's end if every planned start and end is kept" amount={asPlanned.cost} working={asPlanned.working} />
        <MoneyLine label="Planned, not a charge: at the year's end if nobody leaves" amount={ifNobodyLeaves.cost} working={ifNobodyLeaves.working} />
      </MoneyLines>
    </>
  );
}
