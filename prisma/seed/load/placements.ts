/** Placements, and the acts that brought each to its state. The database refuses one pupil too many. */
import type { PlacementState } from '@/lib/placements/types';
import type { PlacementFact } from '../demonstration/pupil-facts';
import { type AuthorityLoad, at } from './authority-load';
import { calendarOf, lateReasonOf } from './late-start';
import type { Row } from './rows';

const TRANSPORT: Readonly<Record<PlacementFact['transport'], string>> = { none: 'none', 'bus pass': 'bus_pass', minibus: 'minibus', taxi: 'taxi' };

/** The act that leads to each state, as the commands name it, and the time of day it was done. */
const ACTS: Readonly<Record<PlacementState, readonly [act: string, time: string]>> = {
  proposed: ['propose', '09:00'], accepted: ['accept', '11:00'], concern: ['raise_concern', '11:00'], started: ['start', '09:30'],
  not_arrived: ['record_not_arrived', '10:15'], left: ['leave', '15:30'], cancelled: ['cancel', '12:00'],
};
const TEN_MINUTES = 600_000;

type Step = PlacementFact['history'][number];

function dayOf(steps: readonly Step[], state: PlacementState): Step['on'] | null {
  return steps.find((step) => step.state === state)?.on ?? null;
}

/** The columns of a placement that its history changes, as they stood after the first steps of it. */
function standing(fact: PlacementFact, steps: readonly Step[]): Row {
  const accepted = dayOf(steps, 'accepted');
  const [startedOn, leftOn] = [dayOf(steps, 'started'), dayOf(steps, 'left')];
  return {
    state: steps.at(-1)?.state ?? fact.state, started_on: startedOn, left_on: leftOn, transport_booked_on: fact.transport === 'none' ? null : accepted,
    parents_told_at: accepted === null ? null : fact.parentsToldAt, where_next: leftOn === null ? '' : (steps.at(-1)?.note ?? ''), version: steps.length,
  };
}

export async function loadPlacements(load: AuthorityLoad): Promise<void> {
  const placements = load.own(load.facts.placements);
  // The check looks at every row of these tables; without counts of them it is planned as if they were empty, and takes six times as long.
  await load.client.query('ANALYZE pupil, referral, site, site_places, establishment, person, placement');
  const lateReasons = lateReasonsOf(load, placements);
  // In order of the first day, a statement for each: the database's check of room then has one day to look at.
  const byFirstDay = new Map<string, PlacementFact[]>();
  for (const fact of placements) byFirstDay.set(fact.firstOn, [...(byFirstDay.get(fact.firstOn) ?? []), fact]);
  for (const [, starting] of [...byFirstDay].sort(([a], [b]) => (a < b ? -1 : 1))) await load.insert('placement', starting.map((fact) => ({ ...placementRow(load, fact), late_reason: lateReasons.get(fact.reference) ?? '' })));
  await insertEvents(load, placements.flatMap((fact) => eventRows(load, fact)));
}

/** By the placement's reference, for those that answer an exclusion. */
function lateReasonsOf(load: AuthorityLoad, placements: readonly PlacementFact[]): ReadonlyMap<string, string> {
  const daysFor = calendarOf(load.facts);
  const exclusionOf = new Map(load.own(load.facts.referrals).map((each) => [each.reference, each.exclusion]));
  return new Map(placements.flatMap((fact): [string, string][] => {
    const reference = exclusionOf.get(fact.referral) ?? null;
    if (reference === null) return [];
    const exclusion = load.exclusion(reference);
    return [[fact.reference, lateReasonOf(daysFor(exclusion), exclusion, load.pupil(fact.pupil), fact)]];
  }));
}

function placementRow(load: AuthorityLoad, fact: PlacementFact): Row {
  return {
    id: load.id('placement', fact.reference), reference: fact.reference, pupil_id: load.id('pupil', fact.pupil), referral_id: load.id('referral', fact.referral),
    site_id: load.id('site', fact.site), place_kind: fact.placeKind, counting_kind: fact.countingKind,
    attributed_establishment_id: load.establishmentId(fact.attributedUrn), share_tenths: fact.shareTenths, planned_first_on: fact.firstOn,
    planned_last_on: fact.lastOn, reply_by: fact.replyDueOn, transport: TRANSPORT[fact.transport], view_pupil: fact.pupilView,
    view_parent: fact.parentView, why_suits: fact.whySuitable, decided_at: fact.decidedAt, decided_by: load.officerId, ...standing(fact, fact.history),
  };
}

/** An event for each step, in order; `before` and `after` hold what differs from the row as it stands now. */
function eventRows(load: AuthorityLoad, fact: PlacementFact): Row[] {
  let last = Date.parse(fact.decidedAt) - TEN_MINUTES;
  const patch = (count: number): Row => {
    const { parents_told_at: told, ...row } = standing(fact, fact.history.slice(0, count));
    // Left out when it stands already: PostgreSQL writes an instant into JSON in its own form.
    return {
      ...row, ...(told === null ? { parents_told_at: null } : {}), first_on: row.started_on ?? fact.firstOn, last_on: row.left_on ?? fact.lastOn,
      holds_place: row.state !== 'cancelled',
    };
  };
  return fact.history.map((step, index) => {
    const [act, time] = ACTS[step.state];
    last = index === 0 ? Date.parse(fact.decidedAt) : Math.max(last + TEN_MINUTES, Date.parse(at(step.on, time)));
    return {
      authority_id: load.authority.code, id: load.id('placement_event', fact.reference, index), placement_id: load.id('placement', fact.reference), act,
      before: index === 0 ? null : patch(index), after: patch(index + 1), reason: step.note, act_id: load.id('act', fact.reference, index),
      recorded_by: load.officerId, recorded_at: new Date(last).toISOString(),
    };
  });
}

/** Events keep whole rows, as the commands write them. */
async function insertEvents(load: AuthorityLoad, rows: readonly Row[]): Promise<void> {
  await load.client.query(
    `INSERT INTO placement_event (authority_id, id, placement_id, act, before, after, reason, act_id, recorded_by, recorded_at)
     SELECT e.authority_id, e.id, e.placement_id, e.act, to_jsonb(p) || e.before, to_jsonb(p) || e.after, e.reason, e.act_id, e.recorded_by, e.recorded_at
       FROM jsonb_populate_recordset(NULL::placement_event, $1::jsonb) e
       JOIN placement p ON p.authority_id = e.authority_id AND p.id = e.placement_id
      ORDER BY e.recorded_at, e.placement_id`,
    [JSON.stringify(rows)],
  );
}
