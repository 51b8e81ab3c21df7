/** Budget, prices and spend targets: assumptions of the demonstration, or as a council printed them. */
import { calendarDate } from '@/lib/core/calendar-date';
import type { SpendLineKey } from '@/lib/spend/types';
import type { BudgetLineFact, Origin } from '../demonstration/facts';
import { type AuthorityLoad, at } from './authority-load';
import type { Row } from './rows';

/** The line of the monitor by the name that the facts give it. */
const LINES: Readonly<Record<string, SpendLineKey>> = {
  'Place funding': 'pru_places', 'Top-up': 'top_ups', 'Out-of-borough placements': 'independent', 'Transport': 'transport', 'Over-quota income': 'over_quota_income',
  'Released funding devolved': 'released_funding', 'Special schools': 'special_schools', 'PRUs': 'pru_places', 'AP academy (top-up only)': 'ap_academy',
  'Spot commissioned places (colleges)': 'college', 'Independent non-maintained places': 'independent',
};

/** £10,000 a place a year and £8,000 for each pupil, in pence. */
const [PLACE, TOP_UP] = ['1000000', '800000'];
const PRICES_FROM = calendarDate('2025-04-01');

const ORIGINS: Readonly<Record<Origin, string>> = {
  assumption: 'Assumption of the demonstration', 'as printed': 'As printed by the council', 'published data': 'Published data',
};

function lineOf({ line }: BudgetLineFact): SpendLineKey {
  const key = LINES[line];
  if (key === undefined) throw new RangeError(`No line of the monitor is called ${line}`);
  return key;
}

export async function loadSpend(load: AuthorityLoad): Promise<void> {
  await load.insert('budget_entry', load.own(load.facts.budgetLines).map((fact) => ({
    id: load.id('budget_entry', fact.financialYear, fact.line), line: lineOf(fact), year: fact.financialYear, pence: String(fact.amount),
    source: [`${ORIGINS[fact.origin]}: ${fact.line}`, fact.note].filter((part) => part !== '').join(', '),
    recorded_at: at(calendarDate(`${fact.financialYear.slice(0, 4)}-04-01`), '09:00'),
  })));
  await load.insert('provider_price', prices(load));
  await load.insert('spend_target', load.own(load.facts.spendTargets).map((fact) => ({
    id: load.id('spend_target', fact.name), line: 'independent', name: fact.name, baseline_pence: String(fact.baseline), target_pence: String(fact.target),
    steps_from: fact.stepsFrom, target_on: fact.targetOn,
    source: 'Baseline as printed by the council for 2017-18; three quarters of it by the target date in equal yearly steps is an assumption of the demonstration',
    recorded_at: at(fact.stepsFrom, '09:00'),
  })));
}

/**
 * Places at the national rate. The top-up is Rotherham's alone: no paper of Lancashire prints one for these years, so
 * none is made up. Schools pay the same top-up for pupils whom they send themselves.
 */
function prices(load: AuthorityLoad): Row[] {
  const places = load.own(load.facts.providers).filter((fact) => fact.kind === 'pru' || fact.kind === 'ap_academy').map((fact): Row => ({
    ...price(load, fact.slug, 'place', 'authority'), pence: PLACE, day_rule: 'calendar', source: 'National rate of place funding, £10,000 a place; that it still holds is an assumption of the demonstration',
  }));
  if (load.authority.slug !== 'rotherham') return places;
  const topUps = load.own(load.facts.providers).filter((fact) => fact.kind === 'pru').flatMap((fact) => ['authority', 'schools'].map((paidBy): Row => ({
    ...price(load, fact.slug, 'pupil', paidBy), pence: TOP_UP, day_rule: 'school', year_days: 190,
    source: 'Assumption of the demonstration: top-up of £8,000 a year on 190 school days, paid by whoever commissions the place',
  })));
  return [...places, ...topUps];
}

function price(load: AuthorityLoad, provider: string, kind: string, paidBy: string): Row {
  return {
    id: load.id('provider_price', provider, kind, paidBy), provider_id: load.id('provider', provider), kind, paid_by: paidBy, per: 'year', year_days: null,
    first_on: PRICES_FROM, recorded_at: at(PRICES_FROM, '09:00'),
  };
}
