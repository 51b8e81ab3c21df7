/** Permanent exclusions and what happened to each. */
import type { ExclusionFact } from '../demonstration/pupil-facts';
import { type AuthorityLoad, at, withoutRuleNumbers } from './authority-load';
import type { Row } from './rows';

/** When the afternoon session begins unless a school says otherwise (R8). */
export const AFTERNOON_BEGINS = '13:15';
/** A call that reports an exclusion takes this long to key in. */
const RECORDED_AFTER_MINUTES = 20;

/** The instant an exclusion was recorded: twenty minutes after it, or noon where history has no time of day. */
export function recordedAt(fact: Pick<ExclusionFact, 'excludedOn' | 'excludedAt'>): string {
  if (fact.excludedAt === null) return at(fact.excludedOn, '12:00');
  return new Date(Date.parse(at(fact.excludedOn, fact.excludedAt)) + RECORDED_AFTER_MINUTES * 60_000).toISOString();
}

/** Talking with the school is an event of a recorded exclusion, not a state of its own. */
function finalState(fact: ExclusionFact): string {
  const last = fact.states.at(-1)?.state ?? 'recorded';
  return last === 'talking_with_school' ? 'recorded' : last;
}

/** True while the officer and the school talk over whether the exclusion stands. */
export function isTalkedOver(fact: ExclusionFact): boolean {
  return fact.states.at(-1)?.state === 'talking_with_school';
}

export async function loadExclusions(load: AuthorityLoad): Promise<void> {
  const exclusions = load.own(load.facts.exclusions);
  await load.insert('permanent_exclusion', exclusions.map((fact) => {
    const pupil = load.pupil(fact.pupil);
    const history = fact.series === 'printed history';
    return {
      id: load.id('exclusion', fact.reference), reference: fact.reference, pupil_id: load.id('pupil', fact.pupil), establishment_id: load.establishmentId(fact.urn),
      elsewhere_school: fact.outsideSchool?.name ?? null, elsewhere_authority_code: fact.outsideSchool?.authorityCode ?? null,
      excluded_on: fact.excludedOn, excluded_at_time: fact.excludedAt,
      after_afternoon_began: fact.excludedAt !== null && fact.excludedAt >= AFTERNOON_BEGINS, decided_by: history ? '' : 'Headteacher',
      reason_set: history ? 'history' : 'A', reasons: fact.reasons, home_authority_code: pupil.homeAuthorityCode,
      no_exam_left: pupil.publicExamsLeft === 0, phase: fact.phase, state: finalState(fact),
      recorded_by: history ? null : load.officerId, recorded_at: recordedAt(fact),
      source: history ? 'Count as printed by the council; school, date and pupil are invented to fit it' : '',
    };
  }));
  await load.insert('exclusion_event', exclusions.flatMap((fact) => fact.states.map((step, index) => eventRow(load, fact, step, index))));
}

function eventRow(load: AuthorityLoad, fact: ExclusionFact, step: ExclusionFact['states'][number], index: number): Row {
  const talk = step.state === 'talking_with_school';
  const first = Date.parse(recordedAt(fact));
  return {
    id: load.id('exclusion_event', fact.reference, index), exclusion_id: load.id('exclusion', fact.reference), kind: talk ? 'challenge' : step.state,
    happened_on: step.on, with_whom: talk ? 'Headteacher' : '', challenge: talk ? step.note : '', outcome: talk ? '' : withoutRuleNumbers(step.note),
    recorded_by: fact.series === 'printed history' ? null : load.officerId,
    recorded_at: step.on === fact.excludedOn ? new Date(first + index * 10 * 60_000).toISOString() : at(step.on, '16:00'),
  };
}
