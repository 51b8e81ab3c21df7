import type { CommandResult } from '@/lib/server/command';
import type { Council } from './authority';
import { asOwner } from './insert-rows';

/** How often a race is run; `npm test` may set more. */
export const RACE_ROUNDS = Number.parseInt(process.env.FAIRPLACE_RACE_ROUNDS ?? '5', 10);
export const RACERS = 50;

export interface RaceOutcome {
  readonly won: number;
  readonly kinds: readonly string[];
  /** Refusals without a line of what to do instead. */
  readonly withoutAlternatives: number;
  /** Anything thrown is a bug: the person would see an error page. */
  readonly thrown: readonly string[];
}

/** Starts every act at once and says how they ended. */
export async function race(starts: readonly (() => Promise<CommandResult<unknown>>)[]): Promise<RaceOutcome> {
  const ended = await Promise.allSettled(starts.map((start) => start()));
  const results = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refusals = results.flatMap((one) => (one.ok ? [] : [one.refusal]));
  return {
    won: results.filter((one) => one.ok).length,
    kinds: [...new Set(refusals.map((one) => one.kind))],
    withoutAlternatives: refusals.filter((one) => !('details' in one) || one.details.length === 0).length,
    thrown: ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])),
  };
}

/** What every race for one place must end as. */
export const ONE_WINNER: RaceOutcome = { won: 1, kinds: ['conflict'], withoutAlternatives: 0, thrown: [] };

/** Days on which more is taken at a site than it has, by the tables alone: each day of the year is counted. */
export async function daysOver(council: Council, siteId: string): Promise<string[]> {
  const rows = await asOwner(council.database.owner, council.id, (query) => query(`
    SELECT d::date::text AS day FROM generate_series('2025-09-01'::date, '2026-08-31'::date, '1 day') d
     WHERE (SELECT coalesce(sum(p.share_tenths), 0) FROM placement p
             WHERE p.authority_id = $1 AND p.site_id = $2 AND p.state <> 'cancelled'
               AND coalesce(p.started_on, p.planned_first_on) <= d AND coalesce(p.left_on, p.planned_last_on) >= d)
         > 10 * ((SELECT e.places FROM site_places e WHERE e.authority_id = $1 AND e.site_id = $2 AND e.effective_on <= d ORDER BY e.effective_on DESC, e.entry DESC LIMIT 1)
               + (SELECT coalesce(sum(o.places), 0) FROM over_number o
                   WHERE o.authority_id = $1 AND o.site_id = $2 AND o.first_on <= d AND (o.last_on IS NULL OR o.last_on >= d)))`, [council.id, siteId]));
  return rows.map((row) => String(row.day));
}
