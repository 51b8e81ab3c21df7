import type { ReactNode } from 'react';
import { type Pence, formatPounds } from '@/lib/core/pence';

interface MoneyLineProps {
  label: ReactNode;
  amount: Pence;
  /** The sum in words and figures: "79 place-days x £18,000 / 190 days". */
  working?: ReactNode;
  /** Whole pounds are shown without pence. */
  short?: boolean;
  total?: boolean;
}

/** One amount with what it is for and its working; stands inside MoneyLines. */
export function MoneyLine({ label, amount, working, short = false, total = false }: MoneyLineProps) {
  return (
    <div className={total ? 'fp-money fp-money--total' : 'fp-money'}>
      <dt>{label}</dt>
      <dd className="fp-money__amount">{formatPounds(amount, short ? 'short' : 'exact')}</dd>
      {working ? <dd className="fp-money__working">{working}</dd> : null}
    </div>
  );
}

export function MoneyLines({ children }: { children: ReactNode }) {
  return <dl className="fp-money-lines">{children}</dl>;
}
