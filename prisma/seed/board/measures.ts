/** The measures of the demonstration's Boards. Owners are roles; baselines and targets are worked out, never typed. */
import { ROLE_NAMES } from '@/lib/core/roles';
import type { CalculationKey } from '@/lib/board/rules/catalogue';
import type { Direction } from '@/lib/board/types';

export interface MeasureFact {
  readonly calculation: CalculationKey;
  readonly definition: string;
  readonly direction: Direction;
  readonly owner: string;
}

const { commissioner, placement_officer: officer, pru_head: pruHead, finance_officer: finance } = ROLE_NAMES;

export const MEASURES: readonly MeasureFact[] = [
  { calculation: 'exclusions_recorded', definition: 'Fewer pupils are permanently excluded.', direction: 'lower', owner: commissioner },
  { calculation: 'exclusions_upheld', definition: 'Fewer permanent exclusions are upheld.', direction: 'lower', owner: commissioner },
  { calculation: 'pru_population', definition: 'Fewer pupils are in PRUs and AP academies, and no more than agreed.', direction: 'lower', owner: pruHead },
  { calculation: 'days_to_start', definition: 'Excluded pupils are back in full-time education sooner.', direction: 'lower', owner: officer },
  { calculation: 'started_by_day_six', definition: 'Excluded pupils start by the sixth school day, as the law asks.', direction: 'higher', owner: officer },
  { calculation: 'retained', definition: 'More pupils who are out of their classroom stay in their own learning community.', direction: 'higher', owner: commissioner },
  { calculation: 'over_quota', definition: 'Partnerships stay within their quota of places.', direction: 'lower', owner: commissioner },
  { calculation: 'attendance', definition: 'Pupils in AP attend.', direction: 'higher', owner: pruHead },
  { calculation: 'reintegrations', definition: 'Pupils who go back to a mainstream school stay there.', direction: 'higher', owner: pruHead },
  { calculation: 'independent_places', definition: 'Fewer pupils are in independent places.', direction: 'lower', owner: commissioner },
  { calculation: 'independent_spend', definition: 'Spend on independent and out-of-authority places comes down by a quarter in equal yearly steps.', direction: 'lower', owner: finance },
];
